// SPDX-License-Identifier: MIT
// The parts of a running mood service put together, for `lectern moods` and `lectern serve --moods`.
#pragma once

#include <memory>
#include <string>

#include "moods/log.hpp"
#include "moods/service.hpp"
#include "moods/sites.hpp"
#include "server/http_server.hpp"

namespace lectern::cli {

class MoodService {
 public:
  // `sites` outlives this.
  MoodService(const moods::Sites& sites, bool limits, bool behind_proxy);
  ~MoodService();

  // The database, as --db names it. False, and a sentence, when it can't be had.
  bool open(const std::string& address, std::string& problem);

  // Serves until a signal; what is not the service's goes to `others`, if that is given. Answers
  // what is under way first. The exit code.
  int serve(const std::string& command, const std::string& address, int port,
            server::Handler others = nullptr);

 private:
  const moods::Sites& sites_;
  const bool limits_, behind_proxy_;
  moods::Log log_;
  std::unique_ptr<moods::Store> store_;
};

}  // namespace lectern::cli
