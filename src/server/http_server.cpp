// SPDX-License-Identifier: MIT
#include "server/http_server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include "server/worker.hpp"

namespace lectern::server {
namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace {

using Workers = std::vector<std::unique_ptr<Worker>>;

Workers make_workers(const Handler& handler, const ServerOptions& options) {
  Workers workers;
  for (int i = 0; i < std::max(options.threads, 1); ++i)
    workers.push_back(std::make_unique<Worker>(handler, options));
  return workers;
}

}  // namespace

// The first worker also accepts, and hands connections out in turn.
struct HttpServer::State {
  State(Handler h, ServerOptions o) : handler(std::move(h)), options(std::move(o)) {}

  Handler handler;
  ServerOptions options;
  const Workers workers = make_workers(handler, options);
  tcp::acceptor acceptor{workers[0]->context()};
  asio::steady_timer pause{workers[0]->context()};
  asio::signal_set signals{workers[0]->context()};
  std::size_t next = 0;

  int open() const {
    int sum = 0;
    for (const auto& worker : workers)
      sum += worker->count();
    return sum;
  }

  void accept() {
    Worker& worker = *workers[next++ % workers.size()];
    acceptor.async_accept(worker.context(),
                          [this, &worker](boost::system::error_code error, Socket socket) {
                            if (!acceptor.is_open()) return;
                            // Above the limit the socket closes here, unanswered.
                            if (!error && open() < options.max_connections) {
                              worker.take(std::move(socket));
                            }
                            error ? accept_later() : accept();
                          });
  }

  // No more file descriptors, mostly: asking again at once would keep a processor busy.
  void accept_later() {
    pause.expires_after(std::chrono::milliseconds(100));
    pause.async_wait([this](boost::system::error_code error) {
      if (!error && acceptor.is_open()) accept();
    });
  }

  void stop() {
    boost::system::error_code ignored;
    acceptor.close(ignored);
    pause.cancel();
    for (const auto& worker : workers)
      worker->stop();
  }
};

HttpServer::HttpServer(Handler handler, ServerOptions options)
    : state_(std::make_unique<State>(std::move(handler), std::move(options))) {}
HttpServer::~HttpServer() = default;

bool HttpServer::listen(std::uint16_t port, std::string& problem) {
  boost::system::error_code error;
  const auto address = asio::ip::make_address(state_->options.address, error);
  tcp::acceptor& acceptor = state_->acceptor;
  if (!error) acceptor.open(address.is_v6() ? tcp::v6() : tcp::v4(), error);
  // A server that stopped a moment ago leaves its port in TIME_WAIT; a living one keeps it.
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind({address, port}, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return true;
  problem = error.message();
  boost::system::error_code ignored;
  acceptor.close(ignored);
  return false;
}

std::uint16_t HttpServer::port() const {
  boost::system::error_code ignored;
  return state_->acceptor.local_endpoint(ignored).port();
}

void HttpServer::stop_on_signals() {
  state_->signals.add(SIGINT);
  state_->signals.add(SIGTERM);
  state_->signals.async_wait([this](boost::system::error_code error, int) {
    if (!error) state_->stop();
  });
}

void HttpServer::run() {
  const Workers& workers = state_->workers;
  asio::post(workers[0]->context(), [this] {
    if (state_->acceptor.is_open()) state_->accept();
  });
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < workers.size(); ++i)
    others.emplace_back([&worker = *workers[i]] { worker.run(); });
  workers[0]->run();
  for (std::thread& thread : others)
    thread.join();
}

void HttpServer::stop() {
  asio::post(state_->workers[0]->context(), [this] { state_->stop(); });
}

int HttpServer::open_connections() const {
  return state_->open();
}

std::uint64_t raise_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  rlimit raised = limit;
  raised.rlim_cur = raised.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

}  // namespace lectern::server
