// SPDX-License-Identifier: MIT
#include "publish/withdrawn.hpp"

#include "ingest/json_writer.hpp"

namespace lectern::publish {

std::string write_withdrawn(const Content& content) {
  ingest::JsonWriter out;
  out.begin_object();
  out.key("withdrawn");
  out.begin_list();
  for (const Withdrawn& article : content.withdrawn) {
    out.begin_object();
    out.text("id", article.id);
    out.some_text("date", article.date);
    out.end_object();
  }
  out.end_list();
  out.end_object();
  return out.take();
}

}  // namespace lectern::publish
