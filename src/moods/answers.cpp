// SPDX-License-Identifier: MIT
#include "moods/answers.hpp"

#include "base/hash.hpp"
#include "server/conditions.hpp"

namespace lectern::moods {
namespace {

std::string_view title_of(int status) {
  switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    default: return "Service Unavailable";
  }
}

void quoted(std::string& out, std::string_view text) {
  out += '"';
  out += text;
  out += '"';
}

// The members, without the braces.
void standing_members(std::string& out, const Standing& standing) {
  out += "\"counts\":{";
  for (const model::MoodName& name : model::kMoods) {
    if (name.mood != model::kMoods.front().mood) out += ',';
    quoted(out, name.key);
    out += ':' + std::to_string(standing.counts[static_cast<std::size_t>(name.mood)]);
  }
  out += "},\"total\":" + std::to_string(total(standing.counts));
  if (!standing.mine) return;
  out += ",\"mine\":{\"mood\":";
  if (standing.mine->mood) {
    quoted(out, model::kMoods[static_cast<std::size_t>(*standing.mine->mood)].key);
  } else {
    out += "null";
  }
  out += ",\"seq\":" + std::to_string(standing.mine->seq) + '}';
}

}  // namespace

std::string write_moods() {
  std::string out = "{\"moods\":[";
  for (const model::MoodName& name : model::kMoods) {
    if (name.mood != model::kMoods.front().mood) out += ',';
    out += "{\"mood\":";
    quoted(out, name.key);
    out += ",\"label\":";
    quoted(out, name.label);
    out += '}';
  }
  return out + "]}";
}

std::string write_standing(const Standing& standing) {
  std::string out = "{";
  standing_members(out, standing);
  return out + '}';
}

std::string write_batch(const std::vector<std::pair<std::string, Standing>>& articles) {
  std::string out = "{\"articles\":{";
  for (const auto& [id, standing] : articles) {
    if (out.back() != '{') out += ',';
    quoted(out, id);
    out += ":{";
    standing_members(out, standing);
    out += '}';
  }
  return out + "}}";
}

server::Answer json_answer(std::string body, std::string cache_control) {
  server::Answer answer;
  answer.headers = {{"Content-Type", "application/json"},
                    {"Cache-Control", std::move(cache_control)},
                    {"X-Content-Type-Options", "nosniff"}};
  answer.text = std::move(body);
  return answer;
}

server::Answer problem(int status, std::string_view sentence, const Standing* standing) {
  std::string body = "{\"type\":\"about:blank\",\"title\":";
  quoted(body, title_of(status));
  body += ",\"status\":" + std::to_string(status) + ",\"detail\":";
  quoted(body, sentence);
  if (standing) {
    body += ',';
    standing_members(body, *standing);
  }
  server::Answer answer = json_answer(body + '}', standing ? "private, no-store" : "no-store");
  answer.headers[0].second = "application/problem+json";
  answer.status = status;
  return answer;
}

server::Answer with_etag(server::Answer answer, const std::string& if_none_match) {
  const std::string etag = '"' + short_hash(answer.text) + '"';
  answer.headers.emplace_back("ETag", etag);
  if (!if_none_match.empty() && server::matches_etag(if_none_match, etag)) {
    answer.status = 304;
    answer.text.clear();
    std::erase_if(answer.headers, [](const auto& h) { return h.first == "Content-Type"; });
  }
  return answer;
}

}  // namespace lectern::moods
