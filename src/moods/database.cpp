// SPDX-License-Identifier: MIT
#include "moods/database.hpp"


namespace lectern::moods {

bool Database::apply(const std::vector<Change>& changes, std::vector<Settled>& settled,
                     std::string& problem) {
  settled.clear();
  Group group;
  for (const Change& change : changes) {
    const ArticleKey key{change.site, change.article};
    group.articles[key];
    group.rows[{key, change.reader}];
  }
  if (!begin(problem)) return false;
  if (!load(group, problem)) return roll_back(), false;
  bool any = false;
  for (const Change& change : changes) {
    const ArticleKey key{change.site, change.article};
    ArticleRow& article = group.articles[key];
    ReaderRow& row = group.rows[{key, change.reader}];
    Settled result{Outcome::done, {article.counts, row.own}};
    result.outcome = settle(change.wanted, result.standing);
    if (result.outcome == Outcome::done) {
      article.counts = result.standing.counts;
      row.own = result.standing.mine;
      any = article.changed = row.changed = true;
    }
    settled.push_back(std::move(result));
  }
  if (!any) return roll_back(), true;
  if (save(group, problem) && commit(problem)) return true;
  roll_back();
  return false;
}

}  // namespace lectern::moods
