// SPDX-License-Identifier: MIT
// The mood service: from a request to its answer. What it says over HTTP is described in
// docs/moods.openapi.json, how it is run in docs/moods.md.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "moods/limits.hpp"
#include "moods/log.hpp"
#include "moods/metrics.hpp"
#include "moods/route.hpp"
#include "moods/sites.hpp"
#include "moods/store.hpp"
#include "server/messages.hpp"

namespace lectern::moods {

struct ServiceOptions {
  bool limits = true;         // rates of requests and new tokens
  bool behind_proxy = false;  // whose X-Forwarded-For ends with the client's address
  Log* log = nullptr;
  std::function<int()> open_connections;
};

// A request of the service has no more.
inline constexpr std::uint32_t kMaxHeaderBytes = 8 * 1024;
inline constexpr std::uint64_t kMaxBodyBytes = 1024;
inline constexpr std::size_t kMaxBatch = 100;

class Service {
 public:
  // All but the options outlive this, and this its answers.
  Service(Store& store, const Sites& sites, ServiceOptions options);

  // Whether a request is the service's: /v1/, /healthz or /metrics.
  static bool owns(std::string_view target);

  // A server::Handler.
  void handle(const server::Request& request, server::Respond respond);

  // What a request gets that HTTP itself refused (400, 413, 431).
  server::Answer refuse(int status);

 private:
  struct Call;  // one request on its way

  void dispatch(const server::Request& request, Call call);
  void answer_site(const server::Request& request, Call call);
  void answer_reactions(const server::Request& request, Call call);
  void answer_batch(const server::Request& request, Call call);
  void answer_change(const server::Request& request, Call call);
  void change(Call call, Change change);
  void answer_settled(const Call& call, const std::optional<Settled>& settled);
  void check_health(Call call);
  void done(const Call& call, server::Answer answer);

  Store& store_;
  const Sites& sites_;
  const ServiceOptions options_;
  Limits limits_;
  Metrics metrics_;
};

}  // namespace lectern::moods
