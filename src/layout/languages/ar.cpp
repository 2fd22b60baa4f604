// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kArabic{
    .breadcrumb = "مسار التنقل",
    .by = "بقلم {names}",
    .updated = "حُدِّث في {date}",
    .related = "مقالات ذات صلة",
    .share = "شارك هذه الصفحة",
    .copy_link = "نسخ الرابط",
    .share_sheet = "مشاركة…",
    .email = "البريد الإلكتروني",
    .copied = "نُسخ الرابط.",
    .copy_failed = "لم يسمح المتصفح بنسخ الرابط.",
    .mood_question = "ما شعورك بعد قراءة هذا المقال؟",
    .mood_kept = "محفوظ في هذا المتصفح فقط. اضغط مرة أخرى للتراجع.",
    .mood_unsaved = "لا يسمح هذا المتصفح للصفحة بحفظ اختيارك.",
    .column_map = "خريطة الأقسام",
    .headlines = "العناوين",
    .turn = "المقال السابق والمقال التالي",
    .prev = "→ المقال السابق",
    .next = "المقال التالي ←",
    .details = "التفاصيل",
    .footnotes = "الحواشي",
    .back_to_reference = "العودة إلى موضع الحاشية",
    .corrections = "تصويبات",
    .open_file = "فتح ملف…",
    .done = "أُنجز",
    .to_do = "لم يُنجز بعد",
    .languages = "بلغات أخرى",
    .topics = "المواضيع",
    .draft = "مسودة",
    .future = "لم يُنشر بعد",
    .read_at = "اقرأ المقال على {site}",
    .comma = "، ",
    .colon = ": ",
    .date = "{d} {month} {y}",
    .first_day = "1",
    .months = {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
               "أكتوبر", "نوفمبر", "ديسمبر"},
    .moods = {"تأثُّر", "تعاطف", "ملل", "غضب", "تسلية", "حزن", "سعادة", "بلا تعليق"},
};

}  // namespace lectern::layout
