// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kChinese{
    .breadcrumb = "导航路径",
    .by = "作者：{names}",
    .updated = "{date}更新",
    .related = "相关文章",
    .share = "分享本页",
    .copy_link = "复制链接",
    .share_sheet = "分享…",
    .email = "电子邮件",
    .copied = "链接已复制。",
    .copy_failed = "浏览器不允许复制链接。",
    .mood_question = "读完这篇文章，您有什么感受？",
    .mood_kept = "仅保存在此浏览器中。再按一次即可撤销。",
    .mood_unsaved = "此浏览器不允许本页保存您的选择。",
    .column_map = "栏目导航",
    .headlines = "最新标题",
    .turn = "上一篇和下一篇",
    .prev = "← 上一篇",
    .next = "下一篇 →",
    .details = "详情",
    .footnotes = "脚注",
    .back_to_reference = "返回正文",
    .corrections = "更正",
    .open_file = "打开文件…",
    .done = "已完成",
    .to_do = "待办",
    .languages = "其他语言",
    .topics = "话题",
    .draft = "草稿",
    .future = "尚未发布",
    .read_at = "在 {site} 阅读",
    .comma = "、",
    .colon = "：",
    .date = "{y}年{m}月{d}日",
    .first_day = "1",
    .months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    .moods = {"感动", "同情", "无聊", "愤怒", "有趣", "难过", "开心", "不予置评"},
};

}  // namespace lectern::layout
