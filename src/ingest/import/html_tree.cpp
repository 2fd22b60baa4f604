// SPDX-License-Identifier: MIT
// Gumbo knows no limit of memory and frees its trees by recursion. So it gets memory from a list
// here, which is freed as a whole; when that is used up, longjmp leads out of the parser. It is C
// and holds nothing that a destructor would have to free.
#include "ingest/import/html_tree.hpp"

#include <csetjmp>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "ingest/html_tags.hpp"
#include "ingest/import/html_limits.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {

class HtmlTree::Memory {
 public:
  explicit Memory(size_t limit) : left_(limit) { list_.next = list_.previous = &list_; }
  ~Memory() {
    for (Piece* piece = list_.next; piece != &list_;) {
      Piece* next = piece->next;
      std::free(piece);
      piece = next;
    }
  }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  // Null when the text needs more memory than that.
  const GumboOutput* parse(const std::string& html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(out_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

 private:
  struct alignas(std::max_align_t) Piece {
    Piece* previous = nullptr;
    Piece* next = nullptr;
    size_t bytes = 0;
  };

  static void* allocate(void* self, size_t bytes) {
    auto& memory = *static_cast<Memory*>(self);
    const size_t whole = bytes + sizeof(Piece);
    void* raw = whole <= memory.left_ ? std::malloc(whole) : nullptr;
    if (!raw) std::longjmp(memory.out_, 1);
    memory.left_ -= whole;
    auto* piece = new (raw) Piece{&memory.list_, memory.list_.next, whole};
    piece->next->previous = piece;
    memory.list_.next = piece;
    return piece + 1;
  }

  static void release(void* self, void* pointer) {
    if (!pointer) return;
    Piece* piece = static_cast<Piece*>(pointer) - 1;
    piece->previous->next = piece->next;
    piece->next->previous = piece->previous;
    static_cast<Memory*>(self)->left_ += piece->bytes;
    std::free(piece);
  }

  Piece list_;
  size_t left_;
  std::jmp_buf out_;
};

HtmlTree::HtmlTree(std::string_view html, const TextSource& source) {
  if (html.size() > kMaxHtmlBytes) {
    source.report.error(source.places.at(0),
                        "this HTML has more than " + std::to_string(kMaxHtmlBytes >> 20) + " MiB");
    return;
  }
  html_ = html;
  const HtmlExcess excess = limit_html(html_);
  if (excess.deep) {
    source.report.warning(source.places.at(*excess.deep),
                          "elements are nested more than " + std::to_string(kMaxHtmlDepth) +
                              " deep here; the tags of those that are deeper are left out");
  }
  if (excess.wide) {
    source.report.warning(source.places.at(*excess.wide), "this tag has more than " + std::to_string(kMaxHtmlAttributes) +
                                                              " attributes; the others are left out");
  }
  memory_ =
      std::make_unique<Memory>(std::min(kMaxHtmlMemory, (size_t{64} << 20) + 64 * html_.size()));
  const GumboOutput* output = memory_->parse(html_);
  if (!output) {
    source.report.error(source.places.at(0), "this HTML needs more memory than an article can");
    return;
  }
  document_ = output->document;
}

HtmlTree::~HtmlTree() = default;

namespace {

const GumboNode* child_named(const GumboNode* parent, GumboTag tag) {
  if (!parent) return nullptr;
  const GumboVector* children = children_of(*parent);
  for (unsigned int i = 0; children && i < children->length; ++i) {
    if (is_named(child_at(*children, i), tag)) return &child_at(*children, i);
  }
  return nullptr;
}

}  // namespace

const GumboNode* HtmlTree::html() const {
  return child_named(document_, GUMBO_TAG_HTML);
}

const GumboNode* HtmlTree::body() const {
  return child_named(html(), GUMBO_TAG_BODY);
}

size_t HtmlTree::offset(const GumboNode& node) const {
  const size_t offset =
      is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
  return std::min(offset, html_.size());
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

const GumboVector* children_of(const GumboNode& node) {
  if (is_element(node)) return &node.v.element.children;
  return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : nullptr;
}

const GumboNode& child_at(const GumboVector& children, unsigned int index) {
  return *static_cast<const GumboNode*>(children.data[index]);
}

std::string name_of(const GumboNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.v.element.tag);
  }
  GumboStringPiece name = element.v.element.original_tag;
  if (!name.data) return "";
  gumbo_tag_from_original_text(&name);
  std::string out(name.data, name.length);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

bool is_named(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

std::string_view attribute_of(const GumboNode& element, const char* name) {
  if (!is_element(element)) return "";
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found ? found->value : "";
}

bool has_attribute(const GumboNode& element, const char* name) {
  return is_element(element) && gumbo_get_attribute(&element.v.element.attributes, name);
}

std::string text_in(const GumboNode& node, size_t limit) {
  std::string out;
  std::vector<const GumboNode*> waiting{&node};
  while (!waiting.empty() && out.size() < limit) {
    const GumboNode& next = *waiting.back();
    waiting.pop_back();
    if (is_text(next)) out += next.v.text.text;
    if (is_named(next, GUMBO_TAG_BR)) out += '\n';
    const bool left_out = &next != &node && is_element(next) && is_removed(rule_of(name_of(next)));
    const GumboVector* children = left_out ? nullptr : children_of(next);
    for (unsigned int i = children ? children->length : 0; i-- > 0;)
      waiting.push_back(&child_at(*children, i));
  }
  return without_controls(std::move(out));  // "&#1;"
}

}  // namespace lectern::ingest
