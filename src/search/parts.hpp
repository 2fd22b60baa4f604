// SPDX-License-Identifier: MIT
// The parts of an index that are at hand. What is asked for and not here is wanted: the host loads it, and the
// question is put once more.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/root.hpp"

namespace lectern::search {

class Parts {
 public:
  explicit Parts(Root root) : root_(std::move(root)) {}
  const Root& root() const { return root_; }

  void put(std::string name, std::string bytes) {
    size_ += bytes.size();
    at_hand_.insert_or_assign(std::move(name), std::move(bytes));
  }
  // It can't be had, or is not what it should be: searching goes on without it.
  void give_up(std::string name) { put(std::move(name), ""); }

  // Null: it has to be loaded. Empty: there is nothing in it.
  const std::string* get(Kind kind, std::size_t number) {
    static const std::string none;
    if (number >= root_.of(kind).size() || root_.of(kind)[number].hash == 0) return &none;
    const std::string name = name_of(kind, root_.of(kind)[number]);
    const auto found = at_hand_.find(name);
    if (found == at_hand_.end()) {
      wanted_.push_back(name);
      return nullptr;
    }
    if (found->second.empty()) lacking_ = true;
    return &found->second;
  }
  void spoilt(Kind kind, std::size_t number) {
    give_up(name_of(kind, root_.of(kind)[number]));
    lacking_ = true;
  }

  // For each question: what it wants, and whether it had to do without something. What is at hand is let go when
  // it is too much.
  void begin() {
    wanted_.clear();
    lacking_ = false;
  }
  void make_room() {
    if (size_ < kMaxBytes) return;
    at_hand_.clear();
    size_ = 0;
  }
  const std::vector<std::string>& wanted() const { return wanted_; }
  bool lacking() const { return lacking_; }

 private:
  static constexpr std::size_t kMaxBytes = std::size_t{24} << 20;

  const Root root_;
  std::map<std::string, std::string> at_hand_;
  std::size_t size_ = 0;
  std::vector<std::string> wanted_;
  bool lacking_ = false;
};

}  // namespace lectern::search
