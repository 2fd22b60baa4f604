// SPDX-License-Identifier: MIT
#include "publish/addresses.hpp"
#include "publish/feeds.hpp"
#include "publish/timestamp.hpp"
#include "publish/xml.hpp"

namespace lectern::publish {
namespace {

std::string write_item(const FeedItem& item) {
  std::string out = "<item>\n" + xml_element("title", item.title) + xml_element("link", item.url) +
                    "<guid isPermaLink=\"true\">" + escape_xml(item.url) + "</guid>\n";
  if (item.published_s) out += xml_element("pubDate", write_mail_date(*item.published_s));
  // RSS's own <author> wants an e-mail address.
  for (const model::Author& author : item.authors)
    out += xml_element("dc:creator", author.name);
  for (const std::string& category : item.categories)
    out += xml_element("category", category);
  return out + xml_element("description", item.summary) +
         xml_element("content:encoded", item.html) + "</item>\n";
}

}  // namespace

std::string write_rss(const Site& site, const std::vector<FeedItem>& items) {
  const model::Publication& publication = site.content.publication;
  std::string out(kXmlStart);
  out +=
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n";
  out += xml_element("title", publication.title) +
         xml_element("link", absolute_url(site.base_url, "")) + "<atom:link href=\"" +
         escape_xml(absolute_url(site.base_url, kRssPath)) +
         "\" rel=\"self\" type=\"application/rss+xml\"/>\n" +
         xml_element("description", publication.title) +  // it must have one
         xml_element("language", publication.lang);
  if (const auto changed = last_change(items)) {
    out += xml_element("lastBuildDate", write_mail_date(*changed));
  }
  for (const FeedItem& item : items)
    out += write_item(item);
  return out + "</channel>\n</rss>\n";
}

}  // namespace lectern::publish
