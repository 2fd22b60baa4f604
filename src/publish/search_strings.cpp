// SPDX-License-Identifier: MIT
#include "publish/search_strings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::publish {
namespace {

constexpr std::pair<std::string_view, SearchStrings> kLanguages[] = {
    {"en",
     {"Search", "Search all stories", "Section", "Author", "Time", "All sections", "All authors", "Any time", "Past week",
      "Past month", "Past year", "Searching …", "Nothing was found for “{query}”.", "Looked for {words} instead.",
      "No story has all of these words; these have most of them.", "Only the first {n} words were looked for.",
      "A part of the index could not be loaded, so something may be missing here.", "The search could not be loaded.",
      "There is no network: only the pages that this browser keeps were searched.", "Show more",
      "Search in this article", "Previous place", "Next place", "Close"}},
    {"de",
     {"Suche", "Alle Artikel durchsuchen", "Ressort", "Autor", "Zeit", "Alle Ressorts", "Alle Autoren", "Jederzeit",
      "Letzte Woche", "Letzter Monat", "Letztes Jahr", "Suche läuft …", "Zu „{query}“ wurde nichts gefunden.",
      "Stattdessen wurde nach {words} gesucht.",
      "Kein Artikel enthält alle diese Wörter; diese enthalten die meisten davon.",
      "Nur nach den ersten {n} Wörtern wurde gesucht.",
      "Ein Teil des Verzeichnisses konnte nicht geladen werden, deshalb kann hier etwas fehlen.",
      "Die Suche konnte nicht geladen werden.",
      "Es gibt gerade kein Netz: durchsucht wurden nur die Seiten, die dieser Browser gespeichert hat.",
      "Mehr zeigen",
      "In diesem Artikel suchen", "Vorige Stelle", "Nächste Stelle", "Schließen"}},
    {"es",
     {"Buscar", "Buscar en todos los artículos", "Sección", "Autor", "Fecha", "Todas las secciones", "Todos los autores",
      "Cualquier fecha", "Última semana", "Último mes", "Último año", "Buscando…",
      "No se encontró nada para «{query}».", "Se buscó {words} en su lugar.",
      "Ningún artículo tiene todas estas palabras; estos tienen la mayoría.",
      "Solo se buscaron las primeras {n} palabras.",
      "No se pudo cargar una parte del índice, así que puede faltar algo aquí.", "No se pudo cargar la búsqueda.",
      "No hay red: solo se buscó en las páginas que guarda este navegador.", "Mostrar más",
      "Buscar en este artículo", "Lugar anterior", "Lugar siguiente", "Cerrar"}},
    {"fr",
     {"Recherche", "Rechercher dans tous les articles", "Rubrique", "Auteur", "Date", "Toutes les rubriques",
      "Tous les auteurs", "Toutes les dates", "Semaine passée", "Mois passé", "Année passée", "Recherche…",
      "Rien n’a été trouvé pour « {query} ».", "Recherche faite avec {words} à la place.",
      "Aucun article ne contient tous ces mots ; ceux-ci en contiennent la plupart.",
      "Seuls les {n} premiers mots ont été recherchés.",
      "Une partie de l’index n’a pas pu être chargée : il peut manquer quelque chose ici.",
      "La recherche n’a pas pu être chargée.",
      "Pas de réseau : seules les pages gardées par ce navigateur ont été parcourues.", "Afficher plus",
      "Rechercher dans cet article", "Passage précédent", "Passage suivant", "Fermer"}},
    {"pt",
     {"Pesquisa", "Pesquisar em todos os artigos", "Secção", "Autor", "Data", "Todas as secções", "Todos os autores",
      "Qualquer data", "Última semana", "Último mês", "Último ano", "A pesquisar…",
      "Nada foi encontrado para “{query}”.", "Em vez disso, pesquisou-se {words}.",
      "Nenhum artigo tem todas estas palavras; estes têm a maioria.",
      "Só foram pesquisadas as primeiras {n} palavras.",
      "Não foi possível carregar uma parte do índice, por isso pode faltar algo aqui.",
      "Não foi possível carregar a pesquisa.",
      "Não há rede: só foram pesquisadas as páginas que este navegador guarda.", "Mostrar mais",
      "Pesquisar neste artigo", "Passagem anterior", "Passagem seguinte", "Fechar"}},
    {"ru",
     {"Поиск", "Поиск по всем материалам", "Раздел", "Автор", "Время", "Все разделы", "Все авторы", "За всё время",
      "За неделю", "За месяц", "За год", "Идёт поиск…", "По запросу «{query}» ничего не найдено.",
      "Вместо этого показано: {words}.", "Нет материала со всеми этими словами; здесь есть большинство из них.",
      "Поиск шёл только по первым словам: {n}.",
      "Часть указателя не удалось загрузить, поэтому здесь может чего-то не хватать.",
      "Поиск не удалось загрузить.", "Нет сети: поиск шёл только по страницам, сохранённым в этом браузере.",
      "Показать ещё",
      "Поиск в этом материале", "Предыдущее место", "Следующее место", "Закрыть"}},
    {"ar",
     {"بحث", "ابحث في كل المقالات", "القسم", "الكاتب", "الوقت", "كل الأقسام", "كل الكتّاب", "أي وقت", "الأسبوع الماضي",
      "الشهر الماضي", "السنة الماضية", "جارٍ البحث…", "لم يُعثر على شيء عن «{query}».", "جرى البحث عن {words} بدلًا من ذلك.",
      "لا مقال فيه كل هذه الكلمات؛ في هذه معظمها.", "جرى البحث عن أول {n} كلمة فقط.",
      "تعذّر تحميل جزء من الفهرس، فقد ينقص شيء هنا.", "تعذّر تحميل البحث.",
      "لا توجد شبكة: جرى البحث في الصفحات المحفوظة في هذا المتصفح فقط.", "عرض المزيد",
      "ابحث في هذا المقال", "الموضع السابق", "الموضع التالي", "إغلاق"}},
    {"hi",
     {"खोज", "सभी लेखों में खोजें", "अनुभाग", "लेखक", "समय", "सभी अनुभाग", "सभी लेखक", "कभी भी", "पिछला सप्ताह",
      "पिछला महीना", "पिछला साल", "खोज जारी है…", "“{query}” के लिए कुछ नहीं मिला।", "इसकी जगह {words} खोजा गया।",
      "किसी लेख में ये सारे शब्द नहीं हैं; इनमें अधिकतर हैं।", "केवल पहले {n} शब्द खोजे गए।",
      "सूची का एक हिस्सा लोड नहीं हो सका, इसलिए यहाँ कुछ छूट सकता है।", "खोज लोड नहीं हो सकी।",
      "नेटवर्क नहीं है: केवल इस ब्राउज़र में रखे पन्नों में खोजा गया।", "और दिखाएँ",
      "इस लेख में खोजें", "पिछली जगह", "अगली जगह", "बंद करें"}},
    {"ja",
     {"検索", "すべての記事を検索", "セクション", "著者", "期間", "すべてのセクション", "すべての著者", "全期間", "過去1週間",
      "過去1か月", "過去1年", "検索中…", "「{query}」に一致する記事はありません。", "代わりに{words}を検索しました。",
      "すべての語を含む記事はありません。多くを含む記事を表示しています。", "最初の{n}語だけを検索しました。",
      "索引の一部を読み込めなかったため、結果が欠けている可能性があります。", "検索を読み込めませんでした。",
      "ネットワークがありません。このブラウザーに保存されたページだけを検索しました。", "さらに表示",
      "この記事内を検索", "前の箇所", "次の箇所", "閉じる"}},
    {"zh",
     {"搜索", "搜索所有文章", "栏目", "作者", "时间", "所有栏目", "所有作者", "任何时间", "过去一周", "过去一个月", "过去一年",
      "正在搜索…", "没有找到与“{query}”相关的内容。", "改为搜索了{words}。", "没有文章包含所有这些词；以下文章包含其中大部分。",
      "只搜索了前{n}个词。", "索引的一部分无法加载，结果可能不完整。", "无法加载搜索。",
      "没有网络：只搜索了此浏览器保存的页面。", "显示更多",
      "在本文中搜索", "上一处", "下一处", "关闭"}},
};

}  // namespace

const SearchStrings& search_strings_for(std::string_view lang) {
  const std::string_view language = lang.substr(0, lang.find('-'));
  const auto* found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const auto& known) { return known.first == language; });
  return found == std::end(kLanguages) ? kLanguages[0].second : found->second;
}

}  // namespace lectern::publish
