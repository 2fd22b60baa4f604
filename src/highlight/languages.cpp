// SPDX-License-Identifier: MIT
#include "highlight/languages.hpp"

#include <algorithm>
#include <iterator>

#include "highlight/colour.hpp"

namespace lectern::highlight {
namespace {

struct Name {
  std::string_view name;
  std::string_view grammar;  // one of those in CMakeLists.txt; "" for none
};

// Sorted, so that a name is found by halving.
constexpr Name kNames[] = {
    {"atom", "markup"},
    {"bash", "bash"},
    {"c", "c"},
    {"c#", "csharp"},
    {"c++", "cpp"},
    {"cc", "cpp"},
    {"cjs", "javascript"},
    {"console", "shell-session"},
    {"cpp", "cpp"},
    {"cs", "csharp"},
    {"csharp", "csharp"},
    {"css", "css"},
    {"cts", "typescript"},
    {"cxx", "cpp"},
    {"dart", "dart"},
    {"diff", "diff"},
    {"docker", "docker"},
    {"dockerfile", "docker"},
    {"dotnet", "csharp"},
    {"ecmascript", "javascript"},
    {"go", "go"},
    {"golang", "go"},
    {"h", "c"},
    {"h++", "cpp"},
    {"haskell", "haskell"},
    {"hpp", "cpp"},
    {"hs", "haskell"},
    {"htm", "markup"},
    {"html", "markup"},
    {"ini", "ini"},
    {"java", "java"},
    {"javascript", "javascript"},
    {"js", "javascript"},
    {"json", "json"},
    {"json5", "json"},
    {"jsonc", "json"},
    {"jsx", "jsx"},
    {"kotlin", "kotlin"},
    {"kt", "kotlin"},
    {"kts", "kotlin"},
    {"lua", "lua"},
    {"make", "makefile"},
    {"makefile", "makefile"},
    {"markdown", "markdown"},
    {"markup", "markup"},
    {"mathml", "markup"},
    {"md", "markdown"},
    {"mjs", "javascript"},
    {"mts", "typescript"},
    {"mysql", "sql"},
    {"node", "javascript"},
    {"nohighlight", ""},
    {"none", ""},
    {"output", ""},
    {"patch", "diff"},
    {"perl", "perl"},
    {"php", "php"},
    {"pl", "perl"},
    {"plain", ""},
    {"plaintext", ""},
    {"postgres", "sql"},
    {"postgresql", "sql"},
    {"powershell", "powershell"},
    {"ps1", "powershell"},
    {"py", "python"},
    {"python", "python"},
    {"python3", "python"},
    {"r", "r"},
    {"rb", "ruby"},
    {"rs", "rust"},
    {"rss", "markup"},
    {"ruby", "ruby"},
    {"rust", "rust"},
    {"scala", "scala"},
    {"sh", "bash"},
    {"shell", "bash"},
    {"shell-session", "shell-session"},
    {"sql", "sql"},
    {"sqlite", "sql"},
    {"svg", "markup"},
    {"swift", "swift"},
    {"text", ""},
    {"toml", "toml"},
    {"ts", "typescript"},
    {"tsx", "tsx"},
    {"txt", ""},
    {"typescript", "typescript"},
    {"xhtml", "markup"},
    {"xml", "markup"},
    {"yaml", "yaml"},
    {"yml", "yaml"},
    {"zsh", "bash"},
};
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames),
                             [](const Name& a, const Name& b) { return a.name < b.name; }));

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view grammar_of(std::string_view language) {
  const auto* found = std::lower_bound(std::begin(kNames), std::end(kNames), language,
                                       [](const Name& item, std::string_view name) { return item.name < name; });
  return found != std::end(kNames) && found->name == language ? found->grammar : std::string_view();
}

bool is_known(std::string_view language) { return language.empty() || grammar_of(language).data() != nullptr; }

std::vector<std::string_view> language_names() {
  std::vector<std::string_view> names;
  for (const Name& item : kNames) names.push_back(item.name);
  return names;
}

std::string language_of(std::string_view info) {
  if (info.starts_with('{')) info.remove_prefix(1);
  if (info.starts_with('.')) info.remove_prefix(1);
  std::string name(info.substr(0, info.find_first_of(" \t,;:={}[(\"'")));
  std::transform(name.begin(), name.end(), name.begin(), small);
  return name;
}

}  // namespace lectern::highlight
