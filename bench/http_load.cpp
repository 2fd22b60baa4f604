// SPDX-License-Identifier: MIT
#include "http_load.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace lectern::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Client {
  int socket = -1;
  bool busy = false;
  double due = 0;  // when its request was to be sent
  std::string got;
};

// The length of the whole answer that the text begins with; 0 while that is not known.
std::size_t answer_size(std::string_view text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  constexpr std::string_view kLength = "\r\nContent-Length: ";
  const std::size_t at = text.find(kLength);
  const std::size_t body = at < end ? std::strtoul(text.data() + at + kLength.size(), nullptr, 10) : 0;
  return end + 4 + body;
}

class Run {
 public:
  explicit Run(const Load& load) : load_(load), epoll_(::epoll_create1(0)) {}
  ~Run() {
    for (const Client& client : clients_)
      ::close(client.socket);
    ::close(epoll_);
  }

  LoadResult run() {
    if (!connect_all()) return result_;
    begin_ = Clock::now();
    const double end = load_.warm_up + load_.seconds;
    std::vector<epoll_event> events(clients_.size());
    for (double now = 0; (now = seconds_since(begin_)) < end;) {
      send_due(now);
      const int timeout = load_.rate > 0 ? 1 : 100;
      const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeout);
      for (int i = 0; i < count; ++i)
        receive(clients_[events[static_cast<std::size_t>(i)].data.u64]);
    }
    result_.seconds = load_.seconds;
    // Who has still no answer waits at least so long.
    for (const Client& client : clients_) {
      if (client.busy) result_.ms.push_back(1000 * (seconds_since(begin_) - client.due));
    }
    std::sort(result_.ms.begin(), result_.ms.end());
    return std::move(result_);
  }

 private:
  bool connect_all() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(load_.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    clients_.resize(static_cast<std::size_t>(load_.connections));
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
      clients_[i].socket = fd;
      if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return false;
      const int on = 1;
      ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      ::fcntl(fd, F_SETFL, O_NONBLOCK);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
      free_.push_back(i);
    }
    return true;
  }

  void send_due(double now) {
    while (!free_.empty()) {
      const double due = load_.rate > 0 ? static_cast<double>(next_) / load_.rate : now;
      if (due > now) return;
      Client& client = clients_[free_.back()];
      free_.pop_back();
      const std::string text = load_.request(next_++);
      client.busy = true;
      client.due = due;
      if (::send(client.socket, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) {
        ++result_.failed;  // and the connection is of no use any more
      }
    }
  }

  void receive(Client& client) {
    char buffer[65536];
    const ssize_t size = ::recv(client.socket, buffer, sizeof buffer, 0);
    if (size == 0) ::epoll_ctl(epoll_, EPOLL_CTL_DEL, client.socket, nullptr);
    if (size <= 0) return;
    client.got.append(buffer, static_cast<std::size_t>(size));
    const std::size_t whole = answer_size(client.got);
    if (whole == 0 || client.got.size() < whole) return;
    const double now = seconds_since(begin_);
    if (client.due >= load_.warm_up) {
      const bool fine = client.got.starts_with("HTTP/1.1 200");
      ++(fine ? result_.answered : result_.failed);
      result_.ms.push_back(1000 * (now - client.due));
    }
    client.got.clear();
    client.busy = false;
    free_.push_back(static_cast<std::size_t>(&client - clients_.data()));
  }

  const Load& load_;
  const int epoll_;
  std::vector<Client> clients_;
  std::vector<std::size_t> free_;
  std::uint64_t next_ = 0;
  Clock::time_point begin_;
  LoadResult result_;
};

}  // namespace

LoadResult run_load(const Load& load) {
  return Run(load).run();
}

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

}  // namespace lectern::bench
