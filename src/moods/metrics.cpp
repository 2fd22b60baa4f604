// SPDX-License-Identifier: MIT
#include "moods/metrics.hpp"

#include <algorithm>
#include <cstdio>

namespace lectern::moods {
namespace {

void family(std::string& out, const std::string& name, const std::string& type,
            const std::string& help) {
  out += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void single(std::string& out, const std::string& name, const std::string& type,
            const std::string& help, std::uint64_t value) {
  family(out, name, type, help);
  out += name + ' ' + std::to_string(value) + '\n';
}

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

}  // namespace

void Metrics::count(Route route, int status, std::chrono::nanoseconds took) {
  PerRoute& mine = routes_[static_cast<std::size_t>(route)];
  ++mine.statuses[static_cast<std::size_t>(std::clamp(status, 0, 599))];
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::lower_bound(kSeconds.begin(), kSeconds.end(), seconds);
  ++mine.buckets[static_cast<std::size_t>(bucket - kSeconds.begin())];
  mine.nanoseconds += static_cast<std::uint64_t>(took.count());
}

std::string Metrics::write(const Store::Figures& store, int open_connections) const {
  std::string out;
  family(out, "lectern_moods_requests_total", "counter", "Requests answered.");
  for (std::size_t route = 0; route < kRoutes; ++route) {
    const std::string label =
        "{route=\"" + std::string(name_of(static_cast<Route>(route))) + "\",status=\"";
    for (std::size_t status = 0; status < routes_[route].statuses.size(); ++status) {
      const std::uint64_t count = routes_[route].statuses[status];
      if (count == 0) continue;
      out += "lectern_moods_requests_total" + label + std::to_string(status) + "\"} " +
             std::to_string(count) + '\n';
    }
  }
  const std::string histogram = "lectern_moods_request_seconds";
  family(out, histogram, "histogram", "From the whole request to its answer.");
  for (std::size_t route = 0; route < kRoutes; ++route) {
    const std::string label = "route=\"" + std::string(name_of(static_cast<Route>(route))) + '"';
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i <= kSeconds.size(); ++i) {
      sum += routes_[route].buckets[i];
      out += histogram + "_bucket{" + label + ",le=\"" +
             (i < kSeconds.size() ? decimal(kSeconds[i]) : "+Inf") + "\"} " + std::to_string(sum) +
             '\n';
    }
    const auto nanoseconds = static_cast<double>(routes_[route].nanoseconds);
    out += histogram + "_sum{" + label + "} " + decimal(nanoseconds / 1e9) + '\n';
    out += histogram + "_count{" + label + "} " + std::to_string(sum) + '\n';
  }
  single(out, "lectern_moods_commits_total", "counter", "Transactions committed.", store.commits);
  single(out, "lectern_moods_changes_total", "counter", "Changes in them.", store.changes);
  single(out, "lectern_moods_store_failures_total", "counter", "Times the database failed.",
         store.failures);
  single(out, "lectern_moods_waiting", "gauge", "What waits for the database.", store.waiting);
  single(out, "lectern_moods_connections", "gauge", "Open connections.",
         static_cast<std::uint64_t>(std::max(open_connections, 0)));
  return out;
}

}  // namespace lectern::moods
