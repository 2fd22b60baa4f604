// SPDX-License-Identifier: MIT
#include "cli/mood_service.hpp"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>
#include <utility>

#include "cli/listening.hpp"

namespace lectern::cli {
namespace {

// Each takes a file descriptor and some 20 KiB.
constexpr std::uint64_t kMaxConnections = 10'000;
constexpr std::uint64_t kOtherFiles = 100;  // databases, logs, what libraries open

}  // namespace

MoodService::MoodService(const moods::Sites& sites, bool limits, bool behind_proxy)
    : sites_(sites), limits_(limits), behind_proxy_(behind_proxy), log_(STDERR_FILENO) {}

MoodService::~MoodService() = default;

bool MoodService::open(const std::string& address, std::string& problem) {
  auto kind = moods::open_database(address, problem);
  if (!kind) return false;
  store_ = std::make_unique<moods::Store>(std::move(*kind));
  return store_->start(problem);
}

int MoodService::serve(const std::string& command, const std::string& address, int port,
                       server::Handler others) {
  std::signal(SIGPIPE, SIG_IGN);  // a log that nobody reads any more is no end
  const server::HttpServer* running = nullptr;
  moods::ServiceOptions options;
  options.limits = limits_;
  options.behind_proxy = behind_proxy_;
  options.log = &log_;
  options.open_connections = [&running] { return running ? running->open_connections() : 0; };
  moods::Service service(*store_, sites_, options);

  server::ServerOptions http;
  http.address = address;
  http.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 2u, 8u));
  http.max_connections = static_cast<int>(
      std::min(kMaxConnections, std::max(server::raise_file_limit(), 2 * kOtherFiles) - kOtherFiles));
  http.patience = std::chrono::seconds(10);
  http.grace = std::chrono::seconds(10);
  if (!others) {
    http.max_header_bytes = moods::kMaxHeaderBytes;
    http.max_body_bytes = moods::kMaxBodyBytes;
    http.refuse = [&service](int status) { return service.refuse(status); };
  }
  server::HttpServer server(
      [&](const server::Request& request, server::Respond respond) {
        if (!others || moods::Service::owns(request.target)) {
          service.handle(request, std::move(respond));
        } else {
          others(request, std::move(respond));
        }
      },
      std::move(http));
  running = &server;
  const int code = listen_and_serve(server, command, address, port);
  store_->finish();  // its answers need the server's connections
  return code;
}

}  // namespace lectern::cli
