// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kChinese{
    .skip = "跳到正文",
    .sections = "栏目",
    .front_page = "首页",
    .more = "更多文章",
    .below = "下级栏目",
    .nothing_here = "此栏目还没有文章。",
    .not_found = "此处没有这个页面",
    .not_found_text = "该页面可能已被撤下，或者网址有误。所有文章都可以从以下两个页面找到。",
    .chosen = "编辑推荐",
    .same_column = "同一栏目",
    .same_column_and_topic = "同一栏目，同一话题",
    .same_topic = "同一话题",
    .same_column_about = "同一栏目，都谈到",
    .same_about = "都谈到",
    .all_stories = "全部文章",
    .stories = {.other = "{n}篇文章"},
    .pages = "页码",
    .count_page = "{stories}，第{page}页，共{pages}页",
    .list_page = "{list}（第{page}页）",
    .newer = "← 较新的文章",
    .older = "较早的文章 →",
    .viewer = {"将文件拖放到此处即可阅读。文件不会发送到任何地方。",
               "无法打开页面：{why}。",
               "网络没有响应",
               "网络响应时间过长",
               "服务器返回{n}",
               "收到的不是本站的页面",
               "传输中途断开",
               "{name}超过{n} MiB。",
               "无法读取{name}。",
               "{name}既不是JSON文章也不是Markdown。",
               "无法获取{name}：{why}。",
               "没有收到响应，或者本站不允许其页面访问该地址",
               "无法加载打开文件的功能。"},
};

}  // namespace lectern::publish
