// SPDX-License-Identifier: MIT
#include "server/worker.hpp"

#include <exception>
#include <utility>
#include <vector>

#include <boost/asio/post.hpp>

#include "server/connection.hpp"

namespace lectern::server {
namespace asio = boost::asio;
namespace {

// Deadlines are of seconds; a stop wants to be quick.
constexpr auto kLookEvery = std::chrono::milliseconds(250);
constexpr auto kLookOftenEvery = std::chrono::milliseconds(10);

}  // namespace

Worker::Worker(const Handler& handler, const ServerOptions& options)
    : handler_(handler), options_(options) {}

void Worker::run() {
  look_round();
  for (;;) {
    try {
      context_.run();
      return;
    } catch (const std::exception&) {  // no memory for one client; the others go on
    }
  }
}

void Worker::take(Socket socket) {
  asio::post(context_, [this, socket = std::move(socket)]() mutable {
    if (!stopping_) std::make_shared<Connection>(std::move(socket), *this)->read();
  });
}

void Worker::stop() {
  asio::post(context_, [this] {
    if (std::exchange(stopping_, true)) return;
    deadline_ = now() + options_.grace;
    timer_.cancel();  // which looks round
  });
}

void Worker::add(Connection* connection) {
  connections_.insert(connection);
  ++count_;
}

void Worker::remove(Connection* connection) {
  connections_.erase(connection);
  --count_;
}

void Worker::look_round() {
  const Time time = now();
  // Closing one may end it, and so take it out of the set.
  const std::vector<Connection*> all(connections_.begin(), connections_.end());
  for (Connection* connection : all) {
    if (stopping_) connection->wind_up();
    connection->check_deadline(time);
  }
  if (stopping_ && (connections_.empty() || time >= deadline_)) return context_.stop();
  timer_.expires_after(stopping_ ? kLookOftenEvery : kLookEvery);
  timer_.async_wait([this](boost::system::error_code) { look_round(); });
}

}  // namespace lectern::server
