// SPDX-License-Identifier: MIT
#include "moods/service.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "moods/answers.hpp"
#include "moods/change_body.hpp"
#include "moods/token.hpp"

namespace lectern::moods {
namespace {

using std::chrono::steady_clock;

constexpr const char* kNothingHere = "There is nothing at this address.";
constexpr const char* kStoreFails = "The moods can't be reached at the moment.";

// Methods in the log are these words, whatever was sent.
std::string_view known_method(const std::string& method) {
  for (const std::string_view known : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST"}) {
    if (method == known) return known;
  }
  return "other";
}

bool allows_method(Route route, std::string_view method) {
  return method != "other" && methods_of(route).find(method) != std::string_view::npos;
}

server::Answer busy(int status, std::string_view sentence, int seconds) {
  server::Answer answer = problem(status, sentence);
  answer.headers.emplace_back("Retry-After", std::to_string(seconds));
  return answer;
}

server::Answer too_many(int seconds) {
  return busy(429, "Too many requests; please wait a little.", seconds);
}

server::Answer store_fails() {
  return busy(503, kStoreFails, 2);
}

server::Answer unauthorized() {
  server::Answer answer = problem(401, "This needs a token of this device.");
  answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  return answer;
}

std::string cache_control(bool own) {
  return own ? "private, no-cache" : "no-cache";
}

// The address that a reader comes from: of those that a proxy names, the last, which it saw itself.
std::string_view client_of(const server::Request& request, bool behind_proxy) {
  if (!behind_proxy || request.forwarded_for.empty()) return request.peer;
  std::string_view last = request.forwarded_for;
  last.remove_prefix(last.find_last_of(',') + 1);  // npos + 1 is 0
  const std::size_t begin = std::min(last.find_first_not_of(' '), last.size());
  return last.substr(begin, last.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

struct Service::Call {
  server::Respond respond;
  std::function<void(std::function<void()>)> run;  // on the connection's thread
  steady_clock::time_point began;
  std::string_view method;
  Target target;
  bool known_site = false, known_article = false;  // so that their names may be said
  std::string cors;  // the origin that may read the answer; "" for none
  std::uint64_t network = 0;
  std::optional<Reader> reader;
};

Service::Service(Store& store, const Sites& sites, ServiceOptions options)
    : store_(store), sites_(sites), options_(std::move(options)) {}

bool Service::owns(std::string_view target) {
  return target.starts_with("/v1/") || parse_target(target).route != Route::none;
}

void Service::done(const Call& call, server::Answer answer) {
  const bool of_site = !call.target.site.empty();
  if (of_site) {
    answer.headers.emplace_back("Vary", "Authorization, Origin");
    if (!call.cors.empty()) {
      answer.headers.emplace_back("Access-Control-Allow-Origin", call.cors);
      answer.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
    }
  }
  const auto took = steady_clock::now() - call.began;
  metrics_.count(call.target.route, answer.status, took);
  if (options_.log) {
    options_.log->request(call.method, name_of(call.target.route),
                          call.known_site ? call.target.site : "",
                          call.known_article ? call.target.article : "", answer.status, took);
    const std::string of_store = store_.take_problem(), of_sites = sites_.take_problem();
    if (!of_store.empty()) options_.log->problem("the database: " + of_store);
    if (!of_sites.empty()) options_.log->problem(of_sites);
  }
  call.respond(std::move(answer));
}

server::Answer Service::refuse(int status) {
  metrics_.count(Route::none, status, {});
  if (options_.log) options_.log->request("other", name_of(Route::none), "", "", status, {});
  return problem(status, status == 400 ? "This is not a request." : "This request is too large.");
}

void Service::handle(const server::Request& request, server::Respond respond) {
  Call call{std::move(respond), request.run, steady_clock::now(), known_method(request.method),
            parse_target(request.target), false, false, "", 0, std::nullopt};
  dispatch(request, std::move(call));
}

void Service::dispatch(const server::Request& request, Call call) {
  const Route route = call.target.route;
  if (route == Route::none) return done(call, problem(404, kNothingHere));
  if (!allows_method(route, call.method)) {
    server::Answer answer = problem(405, "This address does not take that method.");
    answer.headers.emplace_back("Allow", std::string(methods_of(route)));
    return done(call, std::move(answer));
  }
  if (route == Route::health) return check_health(std::move(call));
  if (route == Route::metrics) {
    const int open = options_.open_connections ? options_.open_connections() : 0;
    server::Answer answer = json_answer(metrics_.write(store_.figures(), open), "no-store");
    answer.headers[0].second = "text/plain; version=0.0.4; charset=utf-8";
    return done(call, std::move(answer));
  }
  if (route == Route::moods) {
    server::Answer answer =
        with_etag(json_answer(write_moods(), "public, max-age=3600"), request.if_none_match);
    answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return done(call, std::move(answer));
  }
  answer_site(request, std::move(call));
}

void Service::check_health(Call call) {
  store_.read("", {""}, std::nullopt,
              [this, call = std::move(call)](const std::optional<std::vector<Standing>>& any) {
                done(call, any ? json_answer("{\"status\":\"ok\"}", "no-store") : store_fails());
              });
}

void Service::answer_site(const server::Request& request, Call call) {
  const Target& target = call.target;
  if (!is_site_name(target.site) || !sites_.has(target.site)) {
    return done(call, problem(404, kNothingHere));
  }
  call.known_site = true;
  if (!request.origin.empty()) {
    if (!sites_.allows(target.site, request.origin, request.host)) {
      return done(call, problem(403, "This origin may not ask for this site."));
    }
    call.cors = request.origin;
  }
  if (call.method == "OPTIONS") {
    server::Answer answer;
    answer.status = 204;
    answer.headers = {{"Access-Control-Allow-Methods", "GET, PUT, DELETE"},
                      {"Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match"},
                      {"Access-Control-Max-Age", "86400"}};
    return done(call, std::move(answer));
  }
  call.network = network_of(client_of(request, options_.behind_proxy));
  if (options_.limits && target.route != Route::mine) {
    if (const int wait = limits_.read(call.network, call.began)) return done(call, too_many(wait));
  }
  if (target.route != Route::batch) {
    const Known known = is_article_id(target.article) ? sites_.knows(target.site, target.article)
                                                      : Known::no;
    if (known == Known::no) return done(call, problem(404, kNothingHere));
    call.known_article = true;
    if (known == Known::withdrawn) {
      return done(call, problem(410, "This article was withdrawn."));
    }
  }
  if (!request.authorization.empty()) {
    const auto token = bearer_token(request.authorization);
    if (!token) return done(call, unauthorized());
    call.reader = reader_of(*token, store_.secret());
  }
  if (target.route == Route::reactions) return answer_reactions(request, std::move(call));
  if (target.route == Route::batch) return answer_batch(request, std::move(call));
  if (!call.reader) return done(call, unauthorized());
  answer_change(request, std::move(call));
}

void Service::answer_reactions(const server::Request& request, Call call) {
  std::string site = call.target.site;
  const std::optional<Reader> reader = call.reader;
  std::vector<std::string> articles{call.target.article};
  store_.read(std::move(site), std::move(articles), reader,
              [this, call = std::move(call),
               tag = request.if_none_match](std::optional<std::vector<Standing>> standings) {
                if (!standings) return done(call, store_fails());
                done(call, with_etag(json_answer(write_standing(standings->front()),
                                                 cache_control(call.reader.has_value())),
                                     tag));
              });
}

// Ids that the site does not have are left out: one old link must not cost a front page its counts.
void Service::answer_batch(const server::Request& request, Call call) {
  std::vector<std::string> ids = split_ids(call.target.ids.value_or(""));
  if (ids.empty() || ids.size() > kMaxBatch) {
    return done(call, problem(400, "The parameter ids needs 1 to 100 ids of articles, with commas between them."));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::erase_if(ids, [&](const std::string& id) {
    return !is_article_id(id) || sites_.knows(call.target.site, id) != Known::yes;
  });
  std::string site = call.target.site;
  const std::optional<Reader> reader = call.reader;
  std::vector<std::string> asked = ids;
  store_.read(std::move(site), std::move(asked), reader,
              [this, call = std::move(call), ids = std::move(ids),
               tag = request.if_none_match](std::optional<std::vector<Standing>> standings) {
                if (!standings) return done(call, store_fails());
                std::vector<std::pair<std::string, Standing>> articles;
                for (std::size_t i = 0; i < ids.size(); ++i)
                  articles.emplace_back(ids[i], (*standings)[i]);
                done(call, with_etag(json_answer(write_batch(articles),
                                                 cache_control(call.reader.has_value())),
                                     tag));
              });
}

void Service::answer_change(const server::Request& request, Call call) {
  Change wanted{call.target.site, call.target.article, *call.reader, {}};
  if (call.method == "DELETE") {
    const auto seq = call.target.seq ? parse_seq(*call.target.seq) : std::nullopt;
    if (!seq) return done(call, problem(400, "The parameter seq needs a whole number from 0 to 9007199254740991."));
    wanted.wanted.seq = *seq;
  } else {
    if (!is_json_type(request.content_type)) {
      return done(call, problem(415, "The body must be application/json."));
    }
    std::string_view wrong;
    const auto own = read_change_body(request.body, wrong);
    if (!own) return done(call, problem(400, wrong));
    wanted.wanted = *own;
  }
  if (options_.limits) {
    const int wait = limits_.change(*call.reader, call.network, call.began);
    if (wait > 0) return done(call, too_many(wait));
  }
  change(std::move(call), std::move(wanted));
}

// The one thread that writes has more to do than to put answers together: it hands that on.
void Service::change(Call call, Change wanted) {
  const auto kept = std::make_shared<Call>(std::move(call));
  store_.change(std::move(wanted), [this, kept](std::optional<Settled> settled) {
    kept->run([this, kept, settled = std::move(settled)] { answer_settled(*kept, settled); });
  });
}

void Service::answer_settled(const Call& call, const std::optional<Settled>& settled) {
  if (!settled) return done(call, store_fails());
  if (settled->outcome == Outcome::conflict) {
    return done(call, problem(409, "A later change of this reader has been counted.", &settled->standing));
  }
  done(call, json_answer(write_standing(settled->standing), "private, no-cache"));
}

}  // namespace lectern::moods
