// SPDX-License-Identifier: MIT
#include "server/live_reload.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string_view>

namespace lectern::server {
namespace {

constexpr std::string_view kVersionPath = "/.lectern/version";
constexpr std::string_view kScriptPath = "/.lectern/reload.js";

// The version that a page was served with is in the script's address, so that none is missed.
constexpr std::string_view kScript =
    "const mine = new URL(document.currentScript.src).search.slice(1);\n"
    "const look = async () => {\n"
    "  try {\n"
    "    const answer = await fetch(\"/.lectern/version\", { cache: \"no-store\" });\n"
    "    if (answer.ok && await answer.text() !== mine) return location.reload();\n"
    "  } catch {\n"
    "    // The server is gone, for a moment maybe.\n"
    "  }\n"
    "  setTimeout(look, 60);\n"  // so that a reload follows a change within a blink
    "};\n"
    "look();\n";

Answer plain(std::string_view type, std::string text) {
  Answer answer;
  answer.headers = {{"Content-Type", std::string(type)},
                    {"Cache-Control", "no-store"},
                    {"X-Content-Type-Options", "nosniff"}};
  answer.text = std::move(text);
  return answer;
}

bool is_html(const Answer& answer) {
  return std::any_of(answer.headers.begin(), answer.headers.end(), [](const auto& header) {
    return header.first == "Content-Type" && header.second.starts_with("text/html");
  });
}

}  // namespace

LiveReload::LiveReload(const StaticSite& site)
    : site_(site),
      started_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())) {}

std::string LiveReload::version() const {
  return started_ + '-' + std::to_string(count_);
}

Answer LiveReload::answer(Request request) const {
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  if (path == kVersionPath) return plain("text/plain; charset=utf-8", version());
  if (path == kScriptPath) {
    return plain("text/javascript; charset=utf-8", std::string(kScript));
  }

  // A page differs from its file, so it is sent whole and without what names its version.
  const std::string now = version();
  request.if_none_match = request.if_range = request.range = request.accept_encoding = "";
  Answer answer = site_.answer(request);
  if (answer.file.empty() || !is_html(answer)) return answer;
  std::ifstream in(answer.file, std::ios::binary);
  std::string html((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const size_t end = std::min(html.rfind("</body>"), html.size());
  html.insert(end, "<script src=\"" + std::string(kScriptPath) + '?' + now + "\"></script>\n");
  std::erase_if(answer.headers, [](const auto& header) {
    return header.first == "ETag" || header.first == "Accept-Ranges" ||
           header.first == "Cache-Control" || header.first == "Vary";
  });
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.file.clear();
  answer.first = answer.length = 0;
  answer.text = std::move(html);
  return answer;
}

}  // namespace lectern::server
