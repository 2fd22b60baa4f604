// SPDX-License-Identifier: MIT
#include "server/http_server.hpp"

#include <chrono>
#include <csignal>
#include <exception>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "server/connection.hpp"

namespace lectern::server {
namespace asio = boost::asio;
using tcp = asio::ip::tcp;
namespace {

constexpr int kThreads = 4;  // a slow disk holds up one of them, not all
constexpr int kMaxConnections = 256;

}  // namespace

struct HttpServer::State {
  explicit State(Handler h) : handler(std::move(h)) {}

  Handler handler;
  std::atomic<int> open{0};  // outlives the connections, which live in the context
  asio::io_context context{kThreads};
  tcp::acceptor acceptor{context};
  asio::steady_timer pause{context};
  asio::signal_set signals{context};

  void accept() {
    acceptor.async_accept(
        asio::make_strand(context), [this](boost::system::error_code error, tcp::socket socket) {
          if (error == asio::error::operation_aborted) return;
          // Above the limit the socket closes here, unanswered.
          if (!error && open < kMaxConnections) {
            std::make_shared<Connection>(std::move(socket), handler, open)->start();
          }
          error ? accept_later() : accept();
        });
  }

  // No more file descriptors, mostly: asking again at once would keep a processor busy.
  void accept_later() {
    pause.expires_after(std::chrono::milliseconds(100));
    pause.async_wait([this](boost::system::error_code error) {
      if (!error) accept();
    });
  }
};

HttpServer::HttpServer(Handler handler) : state_(std::make_unique<State>(std::move(handler))) {}
HttpServer::~HttpServer() = default;

bool HttpServer::listen(std::uint16_t port, std::string& problem) {
  boost::system::error_code error;
  tcp::acceptor& acceptor = state_->acceptor;
  acceptor.open(tcp::v4(), error);
  // A server that stopped a moment ago leaves its port in TIME_WAIT; a living one keeps it.
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind({asio::ip::address_v4::loopback(), port}, error);
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
    if (!error) stop();
  });
}

void HttpServer::run() {
  State& state = *state_;
  state.accept();
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
  for (int i = 1; i < kThreads; ++i)
    others.emplace_back(work);
  work();
  for (std::thread& thread : others)
    thread.join();
}

void HttpServer::stop() {
  state_->context.stop();
}

}  // namespace lectern::server
