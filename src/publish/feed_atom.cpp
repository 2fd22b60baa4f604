// SPDX-License-Identifier: MIT
#include "publish/addresses.hpp"
#include "publish/feeds.hpp"
#include "publish/timestamp.hpp"
#include "publish/xml.hpp"

namespace lectern::publish {
namespace {

// RFC 4287 wants one on every entry (4.2.15): what has no date is older than all that have one.
std::string updated(std::optional<std::int64_t> seconds) {
  return xml_element("updated", write_timestamp(seconds.value_or(0)));
}

std::string link(std::string_view rel, std::string_view type, const std::string& url) {
  return "<link rel=\"" + std::string(rel) + "\" type=\"" + std::string(type) + "\" href=\"" +
         escape_xml(url) + "\"/>\n";
}

std::string write_entry(const FeedItem& item) {
  std::string out = "<entry xml:lang=\"" + escape_xml(item.lang) + "\">\n" +
                    xml_element("id", item.url) + "<title>" + escape_xml(item.title) +
                    "</title>\n" + link("alternate", "text/html", item.url);
  if (item.published_s) out += xml_element("published", write_timestamp(*item.published_s));
  out += updated(item.updated_s);
  for (const model::Author& author : item.authors) {
    out += "<author>\n" + xml_element("name", author.name) + xml_element("uri", author.url) +
           "</author>\n";
  }
  for (const std::string& category : item.categories)
    out += "<category term=\"" + escape_xml(category) + "\"/>\n";
  return out + xml_element("summary", item.summary) + "<content type=\"html\">" +
         escape_xml(item.html) + "</content>\n</entry>\n";
}

}  // namespace

std::string write_atom(const Site& site, const std::vector<FeedItem>& items) {
  const model::Publication& publication = site.content.publication;
  const std::string own = absolute_url(site.base_url, kAtomPath);
  std::string out(kXmlStart);
  out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + escape_xml(publication.lang) +
         "\">\n" + xml_element("id", own) + "<title>" + escape_xml(publication.title) +
         "</title>\n" + link("self", "application/atom+xml", own) +
         link("alternate", "text/html", absolute_url(site.base_url, "")) +
         updated(last_change(items)) +
         // Of entries that name no author (4.1.1).
         "<author>\n<name>" + escape_xml(publication.title) + "</name>\n</author>\n";
  for (const FeedItem& item : items)
    out += write_entry(item);
  return out + "</feed>\n";
}

}  // namespace lectern::publish
