// SPDX-License-Identifier: MIT
// `lectern doctor`: whether a site is whole, in a folder or where it is deployed.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/embed_trial.hpp"
#include "cli/files.hpp"
#include "cli/showing.hpp"
#include "publish/embed_check.hpp"
#include "publish/site_check.hpp"
#include "server/http_client.hpp"
#include "server/static_site.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern doctor SITE|URL [--partner URL] [--browser PROGRAM] [--format text|json]\n"
    "Says what is wrong with a published site: pages and files that are missing, are sent as\n"
    "another type, or stand at another address than they name; at a URL (http alone) also the\n"
    "headers. It goes from link to link, beginning with the front page. The exit code is 1 when\n"
    "an error is found, and 3 when the site can't be read.\n"
    "  --partner URL     looks at a page that shows an article of the site too (http alone): its policy,\n"
    "                    its script, and whether the publication lets it\n"
    "  --browser PROGRAM tries an article in a frame in this Chromium or Chrome, where everyone may embed\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("doctor: " + sentence);
  return code;
}

publish::Fetched fetched(int status, const server::Headers& headers, std::string body) {
  publish::Fetched out{status, {}, std::move(body)};
  for (const auto& [name, value] : headers) {
    std::string small = name;
    for (char& c : small) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    std::string& all = out.headers[small];
    all += (all.empty() ? "" : ", ") + value;
  }
  return out;
}

// As `lectern serve` would answer.
publish::Fetch from_folder(const server::StaticSite& site) {
  return [&site](const std::string& path) -> std::optional<publish::Fetched> {
    server::Request request;
    request.method = "GET";
    request.target = '/' + path;
    server::Answer answer = site.answer(request);
    if (!answer.file.empty()) {
      std::ifstream in(answer.file, std::ios::binary);
      answer.text.assign((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    }
    return fetched(answer.status, answer.headers, std::move(answer.text));
  };
}

struct Address {
  std::string host, port = "80", path;  // the path with slashes at both ends
};

// "http://host[:port][/path]"; an IPv6 address in its brackets.
Address read_address(const std::string& url) {
  Address address;
  std::string rest = url.substr(std::string("http://").size());
  const size_t slash = std::min(rest.find_first_of("/?#"), rest.size());
  address.path = rest.substr(slash);
  address.path.resize(std::min(address.path.find_first_of("?#"), address.path.size()));
  if (!address.path.ends_with('/')) address.path += '/';
  address.host = rest.substr(0, slash);
  const size_t colon = address.host.rfind(':');
  if (colon != std::string::npos && address.host.find(']', colon) == std::string::npos) {
    address.port = address.host.substr(colon + 1);
    address.host.resize(colon);
  }
  return address;
}

publish::Fetch from_web(const Address& address, std::string& problem) {
  return [&](const std::string& path) -> std::optional<publish::Fetched> {
    auto response = server::http_get(address.host, address.port, address.path + path, problem);
    if (!response) return std::nullopt;
    return fetched(response->status, response->headers, std::move(response->body));
  };
}

// The first article that the front page leads to.
std::string first_article(const publish::Fetch& fetch) {
  const auto front = fetch("");
  const std::string html = front ? front->body : "";
  const size_t at = html.find("href=\"a/");
  return at == std::string::npos ? "" : html.substr(at + 8, html.find('/', at + 8) - at - 8);
}

// What `--partner` and `--browser` ask for. False, and a sentence in `problem`, when the page can't be had.
bool check_embeds(const Arguments& arguments, const std::string& site, const publish::Fetch& fetch,
                  Diagnostics& diagnostics, std::string& problem) {
  if (arguments.has("--partner")) {
    const std::string shown = arguments.value("--partner");
    Address address = read_address(shown);
    if (address.path.size() > 1 && !shown.ends_with('/')) address.path.pop_back();  // a page, not a folder
    const auto page = from_web(address, problem)("");
    if (!page || page->status != 200) {
      problem = shown + (page ? " answers with " + std::to_string(page->status) : " does not answer: " + problem);
      return false;
    }
    publish::check_partner(shown, *page, site, fetch, diagnostics);
  }
  const std::string article = arguments.has("--browser") ? first_article(fetch) : "";
  if (article.empty()) return true;
  const auto embed = fetch("embed/" + article + '/');
  if (!embed || embed->body.find(" data-allow=") != std::string::npos) return true;
  std::string sentence = try_embed(arguments.value("--browser"), site, article);
  if (!sentence.empty()) {
    diagnostics.push_back(
        {Severity::error, site + "embed/" + article + '/', {}, std::move(sentence), Code::bad_value});
  }
  return true;
}

}  // namespace

int run_doctor(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--format", true}, {"--partner", true}, {"--browser", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "give one site, a folder or an address");
  Showing showing;
  std::string problem;
  if (!choose_showing(arguments, showing, problem)) return fail(kWrongUse, problem);
  std::string name = arguments.names[0];
  if (name.starts_with("https://")) {
    return fail(kWrongUse, "it can't ask by https; give the site's folder or an http address");
  }

  const std::string partner = arguments.value("--partner");
  if (arguments.has("--partner") && (!partner.starts_with("http://") || !name.starts_with("http://")))
    return fail(kWrongUse, "--partner needs an http address, and the site's own must be one too");

  Diagnostics diagnostics;
  bool answered = false;
  bool all_there = true;
  if (name.starts_with("http://")) {
    const Address address = read_address(name);
    const bool plain_port = address.port == "80";
    const std::string shown =
        "http://" + address.host + (plain_port ? "" : ':' + address.port) + address.path;
    const publish::Fetch fetch = from_web(address, problem);
    answered = publish::check_site({shown, true}, fetch, diagnostics);
    all_there = !answered || check_embeds(arguments, shown, fetch, diagnostics, problem);
  } else {
    std::error_code failed;
    if (!std::filesystem::is_directory(name, failed)) {
      return fail(kNoAccess, name + " is not a folder");
    }
    const server::StaticSite site(name);
    const std::string shown = name.ends_with('/') ? name : name + '/';
    answered = publish::check_site({shown, false}, from_folder(site), diagnostics);
    all_there = !answered || check_embeds(arguments, shown, from_folder(site), diagnostics, problem);
  }
  if (!answered) return fail(kNoAccess, name + " does not answer: " + problem);
  if (!all_there) return fail(kNoAccess, problem);
  const bool wrong = has_error(diagnostics);
  if (!show(std::move(diagnostics), showing)) return kNoAccess;
  return wrong ? kProblems : kFine;
}

}  // namespace lectern::cli
