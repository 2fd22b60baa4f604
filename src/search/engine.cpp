// SPDX-License-Identifier: MIT
#include "search/engine.hpp"

#include <algorithm>
#include <utility>

#include "search/impact.hpp"
#include "search/query.hpp"
#include "search/resolve.hpp"

namespace lectern::search {
namespace {

// For words that all stand in one chunk, and for a phrase.
constexpr double kTogether = 1.15;
// Each round may find that a phrase is not there after all, and takes the next articles.
constexpr int kRounds = 4;

struct Hit {
  std::uint32_t article = 0, chunk = 0;
  double score = 0;
};

class Search {
 public:
  Search(Parts& parts, Stemmer& stemmer, const Question& question)
      : parts_(parts), root_(parts.root()), stemmer_(stemmer), question_(question), query_(parse_query(question.text)) {}

  Answer run() {
    answer_.cut = query_.cut;
    if (!query_.words.empty() && root_.articles() > 0) find();
    answer_.wanted = parts_.wanted();
    answer_.lacking = parts_.lacking();
    return std::move(answer_);
  }

 private:
  bool waits() const { return !parts_.wanted().empty(); }

  void find() {
    std::vector<Resolved> words;
    for (const QueryWord& word : query_.words) words.push_back(resolve(word, parts_, stemmer_));
    if (waits()) return;
    for (Resolved& word : words) {
      answer_.instead.insert(answer_.instead.end(), word.instead.begin(), word.instead.end());
      instead_.push_back(std::move(word.instead));
    }
    chunk_scores_.assign(root_.chunks(), 0);
    article_scores_.assign(root_.articles(), 0);
    words_of_.assign(root_.articles(), 0);
    for (const Resolved& word : words) add_word(word);
    add_phrases();
    if (waits()) return;
    collect();
    show();
  }

  void add_word(const Resolved& word) {
    std::vector<float> best(root_.chunks(), 0);
    for (const Meaning& meaning : word.lists) add_list(meaning, best);
    for (std::size_t article = 0; article < root_.articles(); ++article) {
      float most = 0;
      for (std::size_t chunk = root_.first_chunk[article]; chunk < root_.first_chunk[article + 1]; ++chunk) {
        most = std::max(most, best[chunk]);
        chunk_scores_[chunk] += best[chunk];
      }
      article_scores_[article] += most;
      if (most > 0) ++words_of_[article];
    }
  }

  void add_list(const Meaning& meaning, std::vector<float>& best) {
    const auto& parts = root_.of(Kind::lists);
    const auto after = std::upper_bound(parts.begin(), parts.end(), meaning.ref.list,
                                        [](std::uint32_t list, const Part& part) { return list < part.first; });
    if (after == parts.begin()) return;
    const auto number = static_cast<std::size_t>(after - parts.begin()) - 1;
    const std::string* bytes = parts_.get(Kind::lists, number);
    if (!bytes) return;
    ByteReader in(*bytes);
    for (std::uint64_t list = parts[number].first; list < meaning.ref.list && !in.at_end(); ++list) in.text();
    if (bytes->empty()) return;
    ByteReader own(in.text());
    std::vector<std::uint32_t> chunks(own.count());
    std::uint64_t chunk = 0;
    for (std::uint32_t& it : chunks) {
      chunk += own.number();
      if (chunk >= root_.chunks()) own.fail();
      it = static_cast<std::uint32_t>(own.good() ? chunk : 0);
    }
    const double worth = meaning.share * rarity_of(root_.articles(), meaning.ref.articles);
    for (const std::uint32_t it : chunks) {
      const auto impact = static_cast<double>(own.number());
      if (own.good()) best[it] = std::max(best[it], static_cast<float>(worth * (impact / kImpacts)));
    }
    if (!own.good()) parts_.spoilt(Kind::lists, number);
  }

  // Chunks in which each two neighbours of a phrase are neighbours.
  void add_phrases() {
    std::vector<std::uint8_t> pairs_in;
    unsigned pairs = 0;
    for (const auto& phrase : query_.phrases) {
      for (std::size_t i = 0; i + 1 < phrase.size(); ++i, ++pairs) {
        if (pairs_in.empty()) pairs_in.assign(root_.chunks(), 0);
        mark_pair(hash_of_pair(phrase[i], phrase[i + 1]), pairs, pairs_in);
      }
    }
    if (pairs == 0 || waits()) return;
    allowed_.assign(root_.chunks(), false);
    for (std::size_t i = 0; i < pairs_in.size(); ++i) {
      allowed_[i] = pairs_in[i] == pairs;
      if (allowed_[i]) chunk_scores_[i] += 100;  // that is where the passage is
    }
  }

  // `before`: how many pairs were looked for; a chunk counts on only while it has had each.
  void mark_pair(std::uint64_t hash, unsigned before, std::vector<std::uint8_t>& pairs_in) {
    const std::size_t count = root_.of(Kind::pairs).size();
    if (count == 0) return;
    int bits = 0;
    while (std::size_t{1} << bits < count) ++bits;
    const std::uint64_t number = bits == 0 ? 0 : hash >> (40 - bits);
    const std::string* bytes = parts_.get(Kind::pairs, static_cast<std::size_t>(number));
    if (!bytes) return;
    const std::uint64_t own = hash & ((std::uint64_t{1} << (40 - bits)) - 1);
    ByteReader in(*bytes);
    for (std::uint64_t at = 0; !in.at_end();) {
      at += in.number();
      std::uint64_t chunk = 0;
      for (std::size_t chunks = in.count(); chunks > 0; --chunks) {
        chunk += in.number();
        if (at == own && chunk < pairs_in.size() && pairs_in[chunk] == before) ++pairs_in[chunk];
      }
      if (at > own) break;
    }
    if (!in.good()) parts_.spoilt(Kind::pairs, static_cast<std::size_t>(number));
  }

  bool passes(std::size_t article) const {
    const std::int64_t day = root_.day[article];
    if (question_.from_day != kNoDay && (day == kNoDay || day < question_.from_day)) return false;
    if (question_.to_day != kNoDay && (day == kNoDay || day > question_.to_day)) return false;
    if (question_.author >= 0) {
      const auto& authors = root_.authors[article];
      if (std::find(authors.begin(), authors.end(), static_cast<std::uint32_t>(question_.author)) == authors.end()) return false;
    }
    if (question_.section < 0) return true;
    if (root_.section[article] == 0 || static_cast<std::size_t>(question_.section) >= root_.sections.size()) return false;
    const auto& own = root_.sections[root_.section[article] - 1];
    const auto& wanted = root_.sections[static_cast<std::size_t>(question_.section)];
    return own.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), own.begin());
  }

  // The articles that have all words and phrases, or if none has, most of the words.
  void collect() {
    std::size_t most = 0;
    for (std::uint32_t article = 0; article < root_.articles(); ++article) {
      if (words_of_[article] == 0 || !passes(article)) continue;
      Hit hit{article, root_.first_chunk[article], article_scores_[article]};
      bool phrases = allowed_.empty();
      for (std::uint32_t chunk = hit.chunk; chunk < root_.first_chunk[article + 1]; ++chunk) {
        phrases = phrases || allowed_[chunk];
        if (chunk_scores_[chunk] > chunk_scores_[hit.chunk]) hit.chunk = chunk;
      }
      if (!phrases) continue;
      if (chunk_scores_[hit.chunk] >= article_scores_[article] * 0.999f) hit.score *= kTogether;
      most = std::max(most, words_of_[article]);
      hits_.push_back(hit);
    }
    std::erase_if(hits_, [&](const Hit& hit) { return words_of_[hit.article] < most; });
    answer_.some = !hits_.empty() && most < query_.words.size();
    std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) {
      return a.score != b.score ? a.score > b.score : a.article > b.article;
    });
  }

  struct Shown {
    Card card;
    std::string_view text;
  };

  // The record of a chunk; nothing while its part is not there.
  bool record_of(std::uint32_t chunk, std::string_view& record) {
    const auto& parts = root_.of(Kind::texts);
    const auto after = std::upper_bound(parts.begin(), parts.end(), chunk,
                                        [](std::uint32_t value, const Part& part) { return value < part.first; });
    if (after == parts.begin()) return false;
    const auto number = static_cast<std::size_t>(after - parts.begin()) - 1;
    const std::string* bytes = parts_.get(Kind::texts, number);
    if (!bytes) return false;
    ByteReader in(*bytes);
    for (std::uint64_t i = parts[number].first; i < chunk && !in.at_end(); ++i) in.text();
    record = in.text();
    if (!in.good()) parts_.spoilt(Kind::texts, number);
    return in.good();
  }

  bool read(const Hit& hit, Shown& shown) {
    std::string_view first, record;
    const bool has_first = record_of(root_.first_chunk[hit.article], first);
    const bool has_own = record_of(hit.chunk, record);
    if (!has_first) return false;
    ByteReader card(first);
    if (!read_card(card, shown.card)) return false;
    if (hit.chunk == root_.first_chunk[hit.article]) shown.text = card.text();
    else if (has_own) shown.text = ByteReader(record).text();
    return true;
  }

  void show() {
    for (int round = 0; round < kRounds; ++round) {
      answer_.results.clear();
      const std::size_t before = hits_.size();
      std::vector<std::uint32_t> wrong;
      for (std::size_t i = 0; i < std::min(question_.count, hits_.size()); ++i) {
        Shown shown;
        if (!read(hits_[i], shown)) continue;
        if (!waits() && !is_right(shown)) wrong.push_back(hits_[i].article);
        else if (!waits()) answer_.results.push_back(result_of(shown));
      }
      if (waits()) return;
      std::erase_if(hits_, [&](const Hit& hit) { return std::find(wrong.begin(), wrong.end(), hit.article) != wrong.end(); });
      if (hits_.size() == before) break;
    }
    answer_.total = hits_.size();
  }

  // Two words beside each other are in the index; of more it knows each two, and the text has the last word.
  bool is_right(const Shown& shown) const {
    const bool sure = std::all_of(query_.phrases.begin(), query_.phrases.end(), [](const auto& it) { return it.size() < 3; });
    if (sure) return true;
    std::string all(shown.text);
    for (const std::string* text : {&shown.card.title, &shown.card.standfirst}) all += '\n' + *text;
    for (const auto* list : {&shown.card.tags, &shown.card.authors, &shown.card.section}) {
      for (const std::string& it : *list) all += '\n' + it;
    }
    return Marker(query_, instead_, stemmer_).has_phrases(all);
  }

  Result result_of(const Shown& shown) const {
    const Marker marker(query_, instead_, stemmer_);
    const std::string& lang = shown.card.lang;
    Result result{shown.card, {}, {}};
    result.title = marked(shown.card.title, marker.find(shown.card.title, lang));
    const auto in_text = marker.find(shown.text, lang);
    const auto in_standfirst = marker.find(shown.card.standfirst, lang);
    const bool standfirst = !shown.card.standfirst.empty() && in_text.empty();
    result.passage = standfirst ? passage_of(shown.card.standfirst, in_standfirst) : passage_of(shown.text, in_text);
    return result;
  }

  Parts& parts_;
  const Root& root_;
  Stemmer& stemmer_;
  const Question& question_;
  const Query query_;
  std::vector<std::vector<std::string>> instead_;
  std::vector<float> chunk_scores_, article_scores_;
  std::vector<std::size_t> words_of_;  // of each article, how many of the query's words it has
  std::vector<bool> allowed_;          // chunks that may hold the phrases; empty: any
  std::vector<Hit> hits_;
  Answer answer_;
};

}  // namespace

std::unique_ptr<Engine> Engine::open(std::string_view root) {
  auto read = read_root(root);
  return read ? std::unique_ptr<Engine>(new Engine(std::move(*read))) : nullptr;
}

Answer Engine::ask(const Question& question) {
  // Not while an answer is waited for: what it wanted has just come.
  if (question.text != asked_) parts_.make_room();
  asked_ = question.text;
  parts_.begin();
  return Search(parts_, stemmer_, question).run();
}

}  // namespace lectern::search
