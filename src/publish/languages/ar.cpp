// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kArabic{
    .skip = "انتقل إلى النص",
    .sections = "الأقسام",
    .front_page = "الصفحة الرئيسية",
    .more = "مقالات أخرى",
    .below = "الأقسام الفرعية",
    .nothing_here = "لا توجد مقالات في هذا القسم بعد.",
    .not_found = "هذه الصفحة غير موجودة",
    .not_found_text =
        "ربما سُحبت الصفحة أو كان في العنوان خطأ. "
        "يمكن الوصول إلى كل المقالات من هاتين الصفحتين.",
    .chosen = "من اختيار هيئة التحرير",
    .same_column = "القسم نفسه",
    .same_column_and_topic = "القسم نفسه والموضوع نفسه",
    .same_topic = "الموضوع نفسه",
    .same_column_about = "القسم نفسه، وكلاهما عن",
    .same_about = "كلاهما عن",
    .all_stories = "كل المقالات",
    .stories = {.one = "مقال واحد", .two = "مقالان", .few = "{n} مقالات", .many = "{n} مقالًا", .other = "{n} مقال"},
    .pages = "الصفحات",
    .count_page = "{stories}، الصفحة {page} من {pages}",
    .list_page = "{list}، الصفحة {page}",
    .newer = "→ مقالات أحدث",
    .older = "مقالات أقدم ←",
    .viewer = {"أفلت الملف هنا لقراءته. لن يُرسل إلى أي مكان.",
               "تعذّر فتح الصفحة: {why}.",
               "لم تستجب الشبكة",
               "استغرقت الشبكة وقتًا طويلًا",
               "أجاب الخادم بالرمز {n}",
               "وصل شيء آخر غير صفحة من هذا الموقع",
               "انقطعت الصفحة أثناء النقل",
               "حجم {name} أكبر من {n} ميبيبايت.",
               "تعذّرت قراءة {name}.",
               "ليس {name} مقالًا بصيغة JSON ولا بصيغة Markdown.",
               "تعذّر جلب {name}: {why}.",
               "لم يصل رد، أو لا يسمح هذا الموقع لصفحاته بالطلب من هناك",
               "تعذّر تحميل أداة فتح الملفات."},
};

}  // namespace lectern::publish
