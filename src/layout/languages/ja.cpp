// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kJapanese{
    .breadcrumb = "パンくずリスト",
    .by = "文・{names}",
    .updated = "{date}更新",
    .related = "関連記事",
    .share = "このページを共有",
    .copy_link = "リンクをコピー",
    .share_sheet = "共有…",
    .email = "メール",
    .copied = "リンクをコピーしました。",
    .copy_failed = "ブラウザーがリンクのコピーを許可しませんでした。",
    .mood_question = "この記事を読んで、どう感じましたか？",
    .mood_kept = "このブラウザーにのみ保存されました。もう一度押すと取り消せます。",
    .mood_unsaved = "このブラウザーではページが選択を保存できません。",
    .column_map = "カテゴリー一覧",
    .headlines = "最新の見出し",
    .turn = "前後の記事",
    .prev = "← 前の記事",
    .next = "次の記事 →",
    .details = "詳細",
    .footnotes = "脚注",
    .back_to_reference = "本文に戻る",
    .corrections = "訂正",
    .open_file = "ファイルを開く…",
    .done = "完了",
    .to_do = "未完了",
    .languages = "他の言語",
    .topics = "トピック",
    .draft = "下書き",
    .future = "公開前",
    .read_at = "{site}で読む",
    .comma = "、",
    .colon = "：",
    .date = "{y}年{m}月{d}日",
    .first_day = "1",
    .months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    .moods = {"感動", "共感", "退屈", "怒り", "愉快", "悲しみ", "喜び", "ノーコメント"},
};

}  // namespace lectern::layout
