// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kHindi{
    .skip = "सीधे लेख पर जाएँ",
    .sections = "अनुभाग",
    .front_page = "मुखपृष्ठ",
    .more = "और लेख",
    .below = "इस अनुभाग के उप-अनुभाग",
    .nothing_here = "इस अनुभाग में अभी कोई लेख नहीं है।",
    .not_found = "यह पेज यहाँ नहीं है",
    .not_found_text =
        "ह"
        "ो सकता है कि इसे हटा लिया गया हो या पते में कोई गलती हो। इन दो पेजों से हर लेख तक पहुँचा जा सकता है।",
    .chosen = "संपादकों की पसंद",
    .same_column = "वही अनुभाग",
    .same_column_and_topic = "वही अनुभाग और वही विषय",
    .same_topic = "वही विषय",
    .same_column_about = "वही अनुभाग, दोनों में चर्चा",
    .same_about = "दोनों में चर्चा",
    .all_stories = "सभी लेख",
    .stories = {.one = "{n} लेख", .other = "{n} लेख"},
    .pages = "पृष्ठ",
    .count_page = "{stories}, {pages} में से पृष्ठ {page}",
    .list_page = "{list}, पृष्ठ {page}",
    .newer = "← नए लेख",
    .older = "पुराने लेख →",
    .viewer = {"फ़ाइल को पढ़ने के लिए यहाँ छोड़ें। इसे कहीं नहीं भेजा जाता।",
               "पेज नहीं खुल सका: {why}।",
               "नेटवर्क से कोई जवाब नहीं आया",
               "नेटवर्क ने बहुत समय लिया",
               "सर्वर का जवाब {n} था",
               "इस प्रकाशन के पेज के बजाय कुछ और आया",
               "पेज रास्ते में ही कट गया",
               "{name} का आकार {n} MiB से ज़्यादा है।",
               "{name} को पढ़ा नहीं जा सका।",
               "{name} न तो JSON लेख है और न ही Markdown।",
               "{name} को लाया नहीं जा सका: {why}।",
               "कोई जवाब नहीं आया, या यह साइट अपने पेजों को वहाँ पूछने नहीं देती",
               "फ़ाइलें खोलने वाला हिस्सा लोड नहीं हो सका।"},
};

}  // namespace lectern::publish
