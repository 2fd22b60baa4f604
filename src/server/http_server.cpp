// SPDX-License-Identifier: MIT
#include "server/http_server.hpp"

#include <sys/resource.h>

#include <csignal>
#include <exception>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "server/connection.hpp"

namespace lectern::server {
namespace asio = boost::asio;
using tcp = asio::ip::tcp;

struct HttpServer::State {
  State(Handler h, ServerOptions o)
      : handler(std::move(h)), options(std::move(o)), context(options.threads) {}

  Handler handler;
  ServerOptions options;
  OpenConnections open;  // outlives the connections, which live in the context
  asio::io_context context;
  asio::strand<asio::io_context::executor_type> control = asio::make_strand(context);
  tcp::acceptor acceptor{control};
  asio::steady_timer timer{control};  // the next try to accept; after stop(), the next look round
  asio::signal_set signals{control};
  std::chrono::steady_clock::time_point deadline;

  void accept() {
    acceptor.async_accept(
        asio::make_strand(context), [this](boost::system::error_code error, tcp::socket socket) {
          if (open.stopping() || error == asio::error::operation_aborted) return;
          // Above the limit the socket closes here, unanswered.
          if (!error && open.count() < options.max_connections) {
            std::make_shared<Connection>(std::move(socket), handler, options, open)->start();
          }
          error ? accept_later() : accept();
        });
  }

  // No more file descriptors, mostly: asking again at once would keep a processor busy.
  void accept_later() {
    timer.expires_after(std::chrono::milliseconds(100));
    timer.async_wait([this](boost::system::error_code error) {
      if (!error && !open.stopping()) accept();
    });
  }

  void begin_to_stop() {
    if (open.stopping()) return;
    open.stop();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    deadline = std::chrono::steady_clock::now() + options.grace;
    look_round();
  }

  void look_round() {
    for (const auto& connection : open.living())
      connection->wind_up();
    if (open.count() == 0 || std::chrono::steady_clock::now() >= deadline) return context.stop();
    timer.expires_after(std::chrono::milliseconds(20));
    timer.async_wait([this](boost::system::error_code) { look_round(); });
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
    if (!error) state_->begin_to_stop();
  });
}

void HttpServer::run() {
  State& state = *state_;
  asio::post(state.control, [&state] {
    if (!state.open.stopping()) state.accept();
  });
  const auto work = [&state] {
    for (;;) {
      try {
        state.context.run();
        return;
      } catch (const std::exception&) {  // no memory for one client; the others go on
      }
    }
  };
  std::vector<std::thread> others;
  for (int i = 1; i < state.options.threads; ++i)
    others.emplace_back(work);
  work();
  for (std::thread& thread : others)
    thread.join();
}

void HttpServer::stop() {
  asio::post(state_->control, [this] { state_->begin_to_stop(); });
}

int HttpServer::open_connections() const {
  return state_->open.count();
}

std::uint64_t raise_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  rlimit raised = limit;
  raised.rlim_cur = raised.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

}  // namespace lectern::server
