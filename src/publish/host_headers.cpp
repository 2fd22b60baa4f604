// SPDX-License-Identifier: MIT
#include "publish/host_headers.hpp"

#include <utility>

#include "base/content_policy.hpp"
#include "base/sha256.hpp"
#include "publish/addresses.hpp"

namespace lectern::publish {
namespace {

// Which addresses get which headers. Rules add up: where two set one header both hold, so that a policy of a
// later rule only forbids more, and frame-ancestors takes the place of X-Frame-Options.
struct Rule {
  const char* path;     // below the site: "*" at its end is anything, ":id" one name
  const char* pattern;  // the same as a regular expression
  std::vector<std::pair<std::string, std::string>> headers;
};

std::vector<Rule> rules_for(const model::Publication& publication, const ViewerFiles& viewer,
                            const std::string& base_url) {
  const std::pair<std::string, std::string> all{"Access-Control-Allow-Origin", "*"};
  return {
      {"*", "", {{"Content-Security-Policy", content_policy({.style = csp_hash(viewer.styles),
                                                              .connect = origin_of(publication.moods_service),
                                                              .origin = origin_of(base_url)})},
                 {"X-Content-Type-Options", "nosniff"},
                 {"X-Frame-Options", "SAMEORIGIN"},
                 {"Referrer-Policy", "strict-origin-when-cross-origin"}}},
      {"embed/*", "embed/", {{"Content-Security-Policy", frame_ancestors(publication)}}},
      {"_/*", "_/", {all, {"Cache-Control", "public, max-age=31536000, immutable"}}},
      {"sw.js", "sw\\.js$", {{"Cache-Control", "no-cache"}}},
      {"embed.js", "embed\\.js$", {all}},
      {"a/:id/article.json", "a/[^/]+/article\\.json$", {all}},
  };
}

std::string write_netlify(const std::vector<Rule>& rules) {
  std::string out =
      "# Netlify and Cloudflare Pages read this at the domain's root. For a site below it, put it there with the\n"
      "# site's path before each of these.\n";
  for (const Rule& rule : rules) {
    out += '/' + std::string(rule.path) + '\n';
    for (const auto& [name, value] : rule.headers)
      out += "  " + name + ": " + value + '\n';
  }
  return out;
}

std::string write_apache(const std::vector<Rule>& rules) {
  std::string out = "# Apache, with mod_headers and AllowOverride FileInfo.\n<IfModule mod_headers.c>\n";
  for (const Rule& rule : rules) {
    out += std::string("<If \"%{REQUEST_URI} =~ m#/") + rule.pattern + "#\">\n";
    for (const auto& [name, value] : rule.headers)
      out += "  Header always add " + name + " \"" + value + "\"\n";
    out += "</If>\n";
  }
  return out + "</IfModule>\nAddType application/wasm .wasm\n";
}

// Of nginx's locations only the last that fits counts, so that each repeats the common headers.
std::string write_nginx(const std::vector<Rule>& rules, const std::string& base) {
  std::string out = "# nginx: `include` it in the server block.\n";
  std::string common;
  for (const Rule& rule : rules) {
    std::string lines;
    for (const auto& [name, value] : rule.headers)
      lines += "  add_header " + name + " \"" + value + "\" always;\n";
    if (*rule.pattern == '\0') common = lines;
    out += (*rule.pattern == '\0' ? "location " + base : "location ~ ^" + base + rule.pattern) + " {\n" +
           (*rule.pattern == '\0' ? "" : common) + lines + "}\n";
  }
  return out;
}

}  // namespace

std::string frame_ancestors(const model::Publication& publication) {
  if (!publication.embed_allow) return "frame-ancestors *";
  std::string out = "frame-ancestors 'self'";
  for (const std::string& origin : *publication.embed_allow)
    out += ' ' + origin;
  return out;
}

std::vector<SiteFile> write_host_headers(const model::Publication& publication, const ViewerFiles& viewer,
                                         const std::string& base_url) {
  const std::vector<Rule> rules = rules_for(publication, viewer, base_url);
  return {{"_headers", write_netlify(rules)},
          {".htaccess", write_apache(rules)},
          {"nginx.conf", write_nginx(rules, base_path(base_url))}};
}

}  // namespace lectern::publish
