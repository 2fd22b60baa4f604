// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kJapanese{
    .skip = "本文へ移動",
    .sections = "カテゴリー",
    .front_page = "トップページ",
    .more = "その他の記事",
    .below = "下位のカテゴリー",
    .nothing_here = "このカテゴリーにはまだ記事がありません。",
    .not_found = "ページが見つかりません",
    .not_found_text = "取り下げられたか、アドレスに誤りがある可能性があります。すべての記事は次の2つのページから探せます。",
    .chosen = "編集部のおすすめ",
    .same_column = "同じカテゴリー",
    .same_column_and_topic = "同じカテゴリー、同じテーマ",
    .same_topic = "同じテーマ",
    .same_column_about = "同じカテゴリー、共通の話題",
    .same_about = "共通の話題",
    .all_stories = "すべての記事",
    .stories = {.other = "{n}件の記事"},
    .pages = "ページ",
    .count_page = "{stories}（{pages}ページ中{page}ページ目）",
    .list_page = "{list}（{page}ページ目）",
    .newer = "← 新しい記事",
    .older = "古い記事 →",
    .viewer = {"ファイルをここにドロップすると読めます。どこにも送信されません。",
               "ページを開けませんでした（{why}）。",
               "ネットワークから応答がありません",
               "ネットワークの応答に時間がかかりすぎました",
               "サーバーの応答は{n}でした",
               "このサイトのページではないものが届きました",
               "通信が途中で切れました",
               "{name}は{n} MiBを超えています。",
               "{name}を読み込めませんでした。",
               "{name}は記事のJSONでもMarkdownでもありません。",
               "{name}を取得できませんでした（{why}）。",
               "応答がないか、このサイトのページからの接続が許可されていません",
               "ファイルを開く機能を読み込めませんでした。"},
};

}  // namespace lectern::publish
