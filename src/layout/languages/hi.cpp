// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kHindi{
    .breadcrumb = "पेज का पथ",
    .by = "लेखक: {names}",
    .updated = "{date} को अपडेट किया गया",
    .related = "संबंधित लेख",
    .share = "यह पेज शेयर करें",
    .copy_link = "लिंक कॉपी करें",
    .share_sheet = "शेयर करें…",
    .email = "ईमेल",
    .copied = "लिंक कॉपी हो गया।",
    .copy_failed = "ब्राउज़र ने लिंक कॉपी नहीं करने दिया।",
    .mood_question = "यह लेख पढ़कर आपको कैसा लगा?",
    .mood_kept = "केवल इसी ब्राउज़र में सहेजा गया। हटाने के लिए फिर से दबाएँ।",
    .mood_unsaved = "यह ब्राउज़र पेज को इसे सहेजने नहीं देता।",
    .column_map = "अनुभागों की सूची",
    .headlines = "सुर्खियाँ",
    .turn = "पिछला और अगला लेख",
    .prev = "← पिछला लेख",
    .next = "अगला लेख →",
    .details = "विवरण",
    .footnotes = "पाद टिप्पणियाँ",
    .back_to_reference = "संदर्भ पर वापस जाएँ",
    .corrections = "भूल-सुधार",
    .open_file = "फ़ाइल खोलें…",
    .done = "पूरा हुआ",
    .to_do = "बाकी है",
    .languages = "अन्य भाषाओं में",
    .topics = "विषय",
    .draft = "मसौदा",
    .future = "अभी प्रकाशित नहीं हुआ",
    .read_at = "{site} पर पढ़ें",
    .comma = ", ",
    .colon = ": ",
    .date = "{d} {month} {y}",
    .first_day = "1",
    .months = {"जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर",
               "अक्टूबर", "नवंबर", "दिसंबर"},
    .moods = {"भावुक", "सहानुभूति", "ऊब", "गुस्सा", "मज़ा", "दुख", "खुशी", "कोई टिप्पणी नहीं"},
};

}  // namespace lectern::layout
