// SPDX-License-Identifier: MIT
// The languages: ISO 639-1, -3 and -5 of 2023 (Debian's iso-codes 4.15), without the codes of three
// letters that BCP 47 replaces by those of two, and with the withdrawn ones that its registry keeps.
#include "base/language_tag.hpp"

namespace lectern {
namespace {

constexpr std::string_view kTwo =
    "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifj"
    "fofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikinioisitiuiwjajijvjwkakgkikjkkklkmknkokrksku"
    "kvkwkylalblglilnloltlulvmgmhmimkmlmnmomrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurm"
    "rnrorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawo"
    "xhyiyozazhzu";

// By the first letter: the second and third of each.
constexpr std::string_view kThree[] = {
    // a
    "aaabacadaeafagahaiakalanaoapaqasatauavawaxazbabbbcbdbebfbgbhbibjblbmbnbobpbqbrbsbtbubvbwbxby"
    "bzcacbcdcecfchcickclcmcncpcqcrcsctcucvcwcxcyczdadbdddedfdgdhdidjdldndodqdrdsdtdudwdxdydzeaeb"
    "ecedeeekelemeneqereseueweyezfafbfdfefgfhfifkfnfofpfsftfufzgagbgcgdgegfggghgigjgkglgmgngogqgr"
    "gsgtgugvgwgxgygzhahbhghhhihkhlhmhnhohphrhshtiaibicidieifigihiiijikiliminioipiqiritiwixiyjajg"
    "jijnjpjsjujwjzkbkckdkekfkgkhkikjkkklkmkokpkqkrksktkukvkwkxkykzlalcldlelflglhliljlklllmlnlolp"
    "lqlrlsltlulvlwlxlylzmambmcmemfmgmimjmkmlmmmnmompmqmrmsmtmumvmwmxmymznanbncndnenfngnhninjnknl"
    "nmnnnonpnqnrnsntnunvnwnxnynzoaobocodoeofogoiojokolomonorosotouoxozpapbpcpdpepfpgphpipjpkplpm"
    "pnpopppqprpsptpupvpwpxpypzqaqcqdqgqkqlqmqnqpqrqtqzrbrcrdrerhrirjrkrlrnrorprqrrrsrtrurvrwrxry"
    "rzsasbscsesfsgshsisjskslsnsospsqsrssstsusvswsxsysztatbtctdtetgthtitjtktltmtntotptqtrtstttutv"
    "twtxtytzuaubucudufuguhuiujukulumunuoupuqurusutuuuwuxuyuzvbvdvivkvlvmvnvovsvtvuvvwawbwcwdwewg"
    "whwiwkwmwnwowrwswtwuwvwwwxwyxbxexgxkxlxmxxyaybycydyeygyhyiykylynyoypyqyrysytyuyzzazbzczdzgzj"
    "zmznzoztzz",
    // b
    "aaabacadaeafagahaiajalanaoaparasatauavawaxaybabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbx"
    "bycacbcccdcecfcgchcicjckclcmcncocpcqcrcsctcucvcwcyczdadbdcdddedfdgdhdidjdkdldmdndodpdqdrdsdt"
    "dudvdwdxdydzeaebecedeeefegeheiejekemeoepeqereseteuevewexeyezfafbfcfdfefffgfhfifjfkflfmfnfofp"
    "fqfrfsftfufwfxfyfzgagbgcgdgegfgggigjgkglgngogpgqgrgsgtgugvgwgxgygzhahbhchdhehfhghhhihjhlhmhn"
    "hohphqhrhshthuhvhwhxhyhziaibidieifigihikiliminioipiqiritiuiviwixiyizjajbjcjejfjgjhjijjjkjljm"
    "jnjojpjrjsjtjujvjwjxjyjzkakckdkfkgkhkikjkkklkmknkokpkqkrksktkukvkwkxkykzlalblcldlelflhliljlk"
    "lllmlnlolplqlrlsltlvlwlxlylzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmwmxmznanbncndnenfng"
    "ninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaoboeofogohoiojokolomonooopoqorotouovowoxoyozpapcpdpepg"
    "phpipjpkplpmpnpopppqprpsptpupvpwpxpypzqaqbqcqdqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqzrarb"
    "rcrdrfrgrhrirjrkrlrmrnrorprqrrrsrtrurvrwrxryrzsasbscsesfsgshsisjskslsmsnsospsqsrssstsusvswsx"
    "sytatctdtetftgthtitjtktmtntotptqtrtstttutvtwtxtytzuaubucudueufuguhuiujukumunuoupuqusutuuuvuw"
    "uxuyuzvavbvcvdvevfvgvhvivjvkvlvmvnvovpvqvrvtvuvvvwvxvyvzwawbwcwdwewfwgwhwiwjwkwlwmwnwowpwqwr"
    "wswtwuwwwxwywzxaxbxcxdxexfxgxhxixjxkxlxmxnxoxpxqxrxsxuxvxwxzyaybycydyeyfygyhyiyjykylymynyoyp"
    "yqyrysytyvywyxyzzazbzczdzezfzgzhzizjzkzlzmznzozpzqzrzsztzuzvzwzxzyzz",
    // c
    "aaabacadaeafagahaiajakalamanaoapaqarasauavawaxayazbabbbcbdbgbibjbkblbnbobqbrbsbtbubvbwbycccd"
    "cecgchcjclcmcncocpcrcsdadcdddedfdhdidjdmdndodrdsdydzeaebegekeleneteyfafdfgfmgagcgggkhbhchdhf"
    "hghhhjhkhlhmhnhohphqhrhthwhxhyhziaibicidieihikiminipiriwiyjajejhjijkjmjnjojpjsjvjykbkhklkmkn"
    "kokqkrksktkukvkxkykzlalcldlelhliljlklllmloltlulwlymamcmemgmimlmmmnmomrmsmtnanbncngnhninknlno"
    "npnqnrnsntnunwnxoaobocodoeofogohojokolomonooopoqotouovowoxozpapbpcpepfpgpipnpopppspupxpyqdra"
    "rbrcrdrfrgrhrirjrkrlrmrnrorprqrrrsrtrvrwrxryrzsasbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvsw"
    "sxsysztatctdtetgthtltmtntotptstttutytzuaubucuhuiujukuluoupuqurusutuuuvuwuxuyvgvnwawbwdwewgwt"
    "yaybyozhzkznzozt",
    // d
    "aaacadaeagahaiajakalamaoaqarasauavawaxayazbabbbdbebfbgbibjblbmbnbobpbqbrbtbubvbwbycccrdaddde"
    "dgdidjdndodrdsdwecedeeefegeheiekelemenepeqeresevezgagbgcgdgeggghgigkglgngogrgsgtgwgxgzhdhghi"
    "hlhmhnhohrhshuhvhwhxiaibicidifigihiiijikiliminioipiqirisiuiwixiyizjajbjcjdjejfjijjjkjmjnjojr"
    "jujwkakgkkkrkskxlglklmlnmambmcmdmemfmgmkmlmmmnmomrmsmumvmwmxmynandnengninjnknnnonrntnunvnwny"
    "oaobocoeofohoiokolonooopoqorosotovowoxoyozpprarbrcrdrergrirlrnrorqrsrtrurysbseshsislsnsosqsz"
    "tatbtdthtitktmtntotptrtstttutyuaubucueufuguhuiukulumunuoupuqurusuuuvuwuxuyuzvawawkwrwswuwwwy"
    "wzyaybydygyiymynyoyuyyzazezgzlzn",
    // e
    "aabcbgbkbobrbucrcscyeefafefigaglgmgogxgyhshuipitivjakakekgkikkklkmkokpkrkylelhlilklmlolulxma"
    "mbmemgmimkmmmnmpmqmsmumwmxmymznanbncndnfnhnlnmnnnonqnrnunvnwnxotpirargrhrirkrorrrsrtrwsesgsh"
    "siskslsmsnsosqsssusxsytbtcthtntotrtstttutxtzuqvevhvnwoxtyayozaze",
    // f
    "aaabadafagahaiajakalamanaparatauaxayazblcserfifmgriaieifilipiritiuiwkkkvlalhlilllnlrlympmunb"
    "ngniodoiomonorosoxpeqsrcrdrkrmrorprqrrrsrtseslssubucudueufuhuiujumunuqurutuuuvuyvrwawe",
    // g
    "aaabacadaeafagahaiajakalamanaoapaqarasatauawaxayazbabbbdbebfbgbhbibjbkblbmbnbobpbqbrbsbubvbw"
    "bxbybzcccdcecfclcncrctdadbdcdddedfdgdhdidjdkdldmdndodqdrdsdtdudxeaebecedefegeheiejekelemeqes"
    "evewexeyezfkftgagbgdgegggkglgtgugwhahchehhhkhlhnhohrhshtiaibicidieigihiiiliminipiqirisitiuiw"
    "ixiyizjkjmjnjrjukakdkeknkokpkulblcldlhljlklllolrlulwlymambmdmemgmhmlmmmnmqmrmumvmwmxmymznanb"
    "ncndnengnhninjnknlnmnnnonqnrntnunwnzoaobocodoeofogohoiojokolomonooopoqorosotouovowoxoyozpape"
    "pnqaqiqnqrqurarbrcrdrgrhrirjrkrmrorqrrrsrtrurvrwrxryrzsesgslsmsnsospssswtatuuaubucudueufuguh"
    "uiukulumunuoupuqurusutuuuwuxuzvavcvevfvjvlvmvnvovpvrvsvywawbwcwdwewfwgwiwjwmwnwrwtwuwwwxxxya"
    "ybydyeyfygyiylymynyoyryyyzzazizn",
    // h
    "aaabacadaeafagahaiajakalamanaoapaqarasavawaxayazbabbbnbobucachdndsdyeaedegeheiemgmgwhihrhyia"
    "ibidifigihiiijikilioiritiwixjikakekhkkknkslalbldleltlumambmcmdmemfmgmhmimjmkmlmmmnmpmqmrmsmt"
    "mumvmwmxmymznandnengnhninjnnnonsnuoaobocodoeohoiojokolomoooporosotovowoyozpopsrarcrerkrmrorp"
    "rtrurwrxrzsbshslsnsstitotstutxubucudueufuguhuiujukulumuoupuqurusutuuuvuwuxuyuzvcvevkvnvvwawc"
    "woyaywyx",
    // i
    "aianarbabbbdbebgbhblbmbnbrbubycachclcrdadbdcdddedidrdsdtdufafbfefffkfmfufygbgeggglgmgngogsgw"
    "hbhihphwinirjcjejjjnjojskekikkklkokpkrksktkvkwkxkzlalblglilklmlolplslulvmamimlmnmomrmsmtmynb"
    "ncnengnhnjnlnmnnnonpnsntnzorouowpipoquqwrarerhrirkrnrorrrurxrysascsdsesgshsisksmsnsosrstsutb"
    "tctdtetitktltmtotrtstttvtwtxtytzumvbvvwkwmwowsxcxlyayoyxzhzrzz",
    // j
    "aaabacadaeafahajakalamanaoaqasatauaxayazbebibjbkbmbnbobrbtbubwcsctdadgdtebeeeheiekelenereteu"
    "gbgegkgohihsiaibicidieigihiiilimioiqitiuiviyjejrkakmkokpkrkskulelsmambmcmdmimlmnmrmsmwmxnand"
    "ngninjnlnsobodogorosowpaprpxqrrarbrrrtrusluaubucuduhuiukulumunuoupurusutuuuwuyvdvnwiyayeyy",
    // k
    "aaabacadaeafagahaiajakamaoapaqaravawaxaybabbbcbdbebgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzca"
    "cbcccdcecfcgchcicjckclcmcncocpcqcrcsctcucvcwcxcyczdadcdddedfdgdhdidjdkdldmdndodpdqdrdtdudwdx"
    "dydzeaebecedeeefegeheiejekelemeneoepeqereseteuevewexeyezfafbfcfdfefffgfhfifjfkflfmfnfofpfqfr"
    "fsftfufvfwfxfyfzgagbgegfgggigjgkglgmgngogpgqgrgsgtgugvgwgxgyhahbhchdhehfhghhhihjhkhlhnhohphq"
    "hrhshthuhvhwhxhyhziaibicidieifigihiiijilimioipiqisitiuiviwixiyizjajbjcjdjejgjhjijjjkjljmjnjo"
    "jpjqjrjsjtjujvjxjyjzkakbkckdkekfkgkhkikjkkklkmknkokpkqkrksktkukvkwkxkykzlalblcldlelflglhlilj"
    "lklllmlnlolplqlrlsltlulvlwlxlylzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmwmxmymznanbncnd"
    "nenfngninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaocodoeofogohoiokolooopoqosotouovowoyozpapbpcpdpe"
    "pfpgphpipjpkplpmpnpopqprpsptpupvpwpxpypzqaqbqcqdqeqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqz"
    "rarbrcrdrerfrhrirjrkrlrnrorprrrsrtrurvrwrxryrzsasbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvsw"
    "sxsysztatbtctdtetftgthtitjtktltmtntotptqtstttutvtwtxtytzubucudueufuguhuiujukulumunuoupuqusut"
    "uuuvuwuxuyuzvavbvcvdvevfvgvhvivjvkvlvmvnvovpvqvrvtvuvvvwvxvyvzwawbwcwdwewfwgwhwiwjwkwlwmwnwo"
    "wpwrwswtwuwvwwwxwywzxaxbxcxdxfxhxixjxkxmxnxoxpxqxrxsxtxvxwxxxyxzyaybycydyeyfygyhyiyjykylymyn"
    "yoypyqyrysytyuyvywyxyyyzzazbzczdzezfzgzizkzlzmznzozpzqzrzszuzvzwzxzyzz",
    // l
    "aaabacadaeafagahaiajalamanapaqarasauawaxayazbbbcbebfbgbibjbkblbmbnbobqbrbsbtbubvbwbxbybzcccd"
    "cecfchclcmcpcqcsdadbdddgdhdidjdkdldmdndodpdqeaebecedeeefeheiejekelemeneoepeqereseteuevewexey"
    "ezfafngagbggghgigkglgmgngogqgrgtgugzhahhhihlhmhnhphshthuiaibicidieifigihijikilioipiqirisiuiv"
    "iwixiyizjajejijljpjwjxkakbkckdkekhkikjklkmknkokrksktkukylalblcldlelflglhliljlklllmlnlplqlslu"
    "lxmambmcmdmemfmgmhmimjmkmlmnmompmqmrmumvmwmxmynanbndngnhninjnlnmnnnsnunwnzoaobocoeofogohoioj"
    "okolomonooopoqorosotouovowoxoyozpapepnpopxqrrarcrergrirkrlrmrnrorrrtrvrzsasbscsdseshsislsmsn"
    "sospsrssstsvswsytctgthtitntotstuuaucudueufuiujukulumunuoupuqurusutuuuvuwuyuzvavivkvsvuwawewg"
    "whwlwmwowswtwuwwxmyaygynzhzlznzz",
    // m
    "aaabadaeafagaiajakamanapaqasatauavawaxazbabbbcbdbebfbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzca"
    "cbcccdcecfcgchcicjckclcmcncocpcqcrcsctcucvcwcxcyczdadbdcdddedfdgdhdidjdkdldmdndpdqdrdsdtdudv"
    "dwdxdydzeaebecedeeefeheiejekelemeneoepeqereseteueveweyezfafbfcfdfefffgfhfifjfkflfmfnfofpfqfr"
    "fsftfufvfwfxfyfzgagbgcgdgegfggghgigjgkglgmgngogpgqgrgsgtgugvgwgygzhahbhchdhehfhghihjhkhlhmhn"
    "hohphqhrhshthuhwhxhyhziaibicidieifigihiiijikiliminioipiqirisitiuiwixiyizjbjcjdjejgjhjijjjkjl"
    "jmjnjojpjqjrjsjtjujvjwjxjyjzkakbkckekfkgkhkikjkkklkmknkokpkqkrksktkukvkwkxkykzlalblclelflhli"
    "ljlklllmlnlolplqlrlslulvlwlxlzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmtmumvmwmxmymznanbncndnenf"
    "ngnhninjnknlnmnnnonpnqnrnsnunvnwnxnynzoaocodoeogohoiojokomooopoqorosotouovowoxoyozpapbpcpdpe"
    "pgphpipjpkplpmpnpopppqprpsptpupvpwpxpypzqaqbqcqeqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqzra"
    "rbrcrdrerfrgrhrjrkrlrmrnrorprqrrrsrtrurvrwrxryrzsbscsdsesfsgshsisjskslsmsnsospsqsrsssusvswsx"
    "sysztatbtctdtetftgthtitjtktltmtntotptqtrtstttutvtwtxtyuaubucudueuguhuiujukulumunuoupuqurusut"
    "uuuvuxuyuzvavbvdvevfvgvhvivkvlvnvovpvqvrvsvtvuvvvwvxvyvzwawbwcwewfwgwhwiwkwlwmwnwowpwqwrwswt"
    "wuwvwwwzxaxbxcxdxexfxgxhxixjxkxlxmxnxoxpxqxrxsxtxuxvxwxxxyxzybycyeyfygyhyjykylymynyoypyrysyu"
    "yvywyxyyyzzazbzczdzezgzhzizjzkzlzmznzozpzqzrzsztzuzvzwzxzyzz",
    // n
    "aaabacaeafagahaiajakalamanaoapaqarasatawaxayazbabbbcbdbebgbhbibjbkbmbnbobpbqbrbsbtbubvbwbyca"
    "cbcccdcecfcgchcicjckclcmcncocqcrcsctcucxczdadbdcdddfdgdhdidjdkdldmdndpdqdrdsdtdudvdwdxdydzea"
    "ebecedeeefegeheiejekemeneoeqereseteuevewexeyezfafdflfrfugagbgcgdgegfggghgigjgkglgmgngpgqgrgs"
    "gtgugvgwgxgygzhahbhchdhehfhghhhihkhmhnhohphqhrhthuhvhwhxhyhziaibicidieifigihiiijikiliminioiq"
    "irisitiuiviwixiyizjajbjdjhjijjjljmjnjojrjsjtjujxjyjzkakbkckdkekfkgkhkikjkkkmknkokpkqkrksktku"
    "kvkwkxkzlalclelgliljlklllmlolqlulvlwlxlylzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmwmxmy"
    "mznanbncndnenfngnhninjnknlnmnnnpnqnrntnunvnwnynzoaocodoeofogohoiojokolomonopoqosotouovowoyoz"
    "papbpgphpiplpnpopspupxpyqgqkqlqmqnqoqqqtqyrarbrcrerfrgrirkrlrmrnrprrrtrurxrzsasbscsdsesfsgsh"
    "siskslsmsnsospsqsrssstsusvswsxsysztdtetgtitjtktmtotptrtutwtxtytzuaubucudueufuguhuiujukulumun"
    "uoupuqurusutuuuvuwuxuyuzvhvmvowawbwcwewgwiwmwowrwwwxwyxaxdxexgxixkxlxmxnxoxqxrxxybycydyeyfyg"
    "yhyiyjykylymynyoypyqyrysytyuyvywyxyyzazbzdzizkzmzszuzyzz",
    // o
    "aaacaravbibkblbmbobrbtbucachcmcocudadkdtdufofsfugbgcgegggoguhthuiaieinjbjcjgjpjsjvjwkakbkckd"
    "kekgkhkikjkkklkmknkokrkskukvkxkzlaldlelklmlolrltlumambmcmgmimkmlmnmompmqmrmtmumvmwmxmynanbne"
    "ngninjnknnnonpnrnsntnunwnxodogonorospapkpmpoptpyrarcrergrhrnrorrrsrtrurvrwrxryrzsascsisnsosp"
    "stsusxtatbtdtetitktltmtntotqtrtstttutwtxtytzuaubueuiumvdwiwlybydymyyzm",
    // p
    "aaabacadaeafagahaiakalamaoapaqarasauavawaxayazbbbcbebfbgbhbiblbmbnbobpbrbsbtbubvbycacbcccdce"
    "cfcgchcicjckclcmcncpcwdadcdidndodtdueaebedeeefegeheiejekelemeoepeqesevexeyezfafeflgagdgggigk"
    "glgngsgugzhahdhghhhihjhkhlhmhnhohqhrhthuhvhwiaibicidieifigihijiliminioipirisitiuiviwixiyizjt"
    "kakbkckgkhknkokpkrksktkulalblcldlelflglhljlklllnlolqlrlsltlulvlwlylzmambmdmemfmhmimjmkmlmmmn"
    "momqmrmsmtmwmxmymznanbncndnengnhninjnknlnmnnnonpnqnrnsntnunvnwnxnynzocoeofogohoiokomonooopoq"
    "osotovowoxoyozpepipkplpmpnpopppqpsptpuqaqeqmqwrarcrdrerfrgrhrirkrlrmrnrorprqrrrsrtrurwrxrzsa"
    "scsdsesgshsislsmsnsospsqsrssstsuswsytathtitntotptqtrtttutvtwtyuaubucudueufuguiujumuoupuqurut"
    "uuuwuxuywawbwgwiwmwnwowrwwxmyeymynysyuyxyyzhzn",
    // q
    "uaubucudufuguhuiukulumunupuqurusuvuwuxuyuzvavcvevhvivjvlvmvnvovpvsvwvyvzwawcwewhwmwswtxaxcxh"
    "xlxnxoxpxqxrxsxtxuxwyayp",
    // r
    "aaabacadafagahaiajakalamanaoapaqarasatauavawaxayazbbbkblbpcfdbeaebeeegeiejelemenereseteygage"
    "gkgngrgsguhghpiaibifiliminiritiujgjijskakbkhkikmktkwmambmcmdmemfmgmhmimkmlmmmnmompmqmsmtmumv"
    "mwmxmymznbndngnlnnnpnrnwoaobocodoeofogolomoooporouowpnptrirortsbskslsmsntcthtmtstwubucueufug"
    "uhuiukuoupuqutuuuyuzwawkwlwmwowrxdxwynysyuzh",
    // s
    "aaabacadaeafahaiajakalamaoaqarasatauavawaxayazbabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbw"
    "bxbybzcbcecfcgchcickclcncocpcqcsctcucvcwcxdadbdcdedfdgdhdjdkdldndodpdqdrdsdtdudvdxdzeaebeced"
    "eeefegeheiejekelemeneoepeqereseteueveweyezfbfefmfsfwgagbgcgdgeggghgigjgkgmgngpgrgsgtgugwgxgy"
    "gzhahbhchdhehghhhihjhkhlhmhnhohphqhrhshthuhvhwhxhyhziaibidieifigihiiijikilimioipiqirisitiuiv"
    "iwixiyizjajbjdjejgjkjljmjnjojpjrjsjtjujwkakbkckdkekfkgkhkikjkmknkokpkqkrksktkukvkwkxkykzlalc"
    "ldlelflglhliljlllmlnlplqlrlsltlulwlxlylzmambmcmfmgmhmimjmkmlmmmnmpmqmrmsmtmumvmwmxmymzncnenf"
    "ngninjnknlnmnnnonpnqnrnsnunvnwnxnynzoaobocodoeogohoiojokolonooopoqorosouovowoxoyozpbpcpdpepg"
    "pipkplpmpnpopppqprpsptpupvpxpyqaqhqjqkqmqnqoqqqrqsqtquqxrarbrcrerfrgrhrirkrlrmrnrorqrrrsrtru"
    "rvrwrxryrzsasbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvsxsysztatbtdtetftgthtitjtktltmtntotptq"
    "trtstttutvtwtyuaubucueuguiujukuouqurusutuvuwuxuyuzvavbvcvevkvmvsvxwbwcwfwgwhwiwjwkwlwmwnwowp"
    "wqwrwswtwuwvwwwxwyxbxcxexgxkxlxmxnxoxrxsxuxwyaybycydyiykylymynyoyrysywyxyyzazbzczdzezgzlznzp"
    "zszvzwzy",
    // t
    "aaabacadaeafagaiajakalanaoapaqarasauavawaxayazbabcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbx"
    "bybzcacbcccdcecfcgchcickclcmcncocpcqcsctcucwcxcyczdadbdcdddedfdgdhdidjdkdldmdndodqdrdsdtdvdx"
    "dyeaebecedeeefegeheiekemeneoepeqereseteuevewexeyezfifnfofrftgagbgcgdgegfghgigjgngogpgqgrgsgt"
    "gugvgwgxgygzhdhehfhhhihkhlhmhnhphqhrhshthuhvhyhziaicifigihiiijikiliminioipiqisitiuiviwixiyiz"
    "jajgjijjjljmjnjojpjsjujwkakbkdkekfkgklkmknkpkqkrksktkukvkwkxkzlalblcldlflglhliljlklllmlnlolp"
    "lqlrlsltlulvlxlymambmcmdmemfmgmhmimjmkmlmmmnmomqmrmsmtmumvmwmymznanbncndngnhninknlnmnnnonpnq"
    "nrnsntnunvnwnxnynzobocodofogohoiojokolomooopoqorosouovowoxoyozpapcpepfpgpipjpkplpmpnpopppqpr"
    "ptpupvpwpxpypzqbqlqmqnqoqpqqqrqtquqwrarbrcrdrerfrgrhrirjrkrlrmrnrorprqrrrsrtrurvrwrxryrzsasb"
    "scsdsesgshsisjskslsmspsqsrssstsusvswsxsysztatbtctdtetftgthtitjtktltmtntotptqtrtstttutvtwtytz"
    "uaubucudueufuguhuiujulumunuoupuqusutuuuvuwuxuyuzvavdvevkvlvmvnvovsvtvuvwvxvywawbwcwdwewfwgwh"
    "wlwmwnwowpwqwrwtwuwwwxwyxaxbxcxexgxhxixjxmxnxoxqxrxsxtxuxxxyyayeyhyiyjylynypyrysytyuyvyxyyyz"
    "zazhzjzlzmznzozx",
    // u
    "amanarbabiblbrbubydadedgdidjdldmduesfigagbgeghgngogyhahnisivjikakgkhkikkklkpkqkskukvkwkylalb"
    "lclelflilklllmlnlulwmambmcmdmgmimmmnmompmrmsmunandnengninknmnnnrnunxnzonpipvrarbrcrerfrgrhri"
    "rjrkrlrmrnrorprrrtrurvrwrxryrzsashsiskspsssutatethtptrtuumuruuvevhvlwayaznzs",
    // v
    "aaaeafagahaiajalamanaoaparasauavaybbbkecedelemeoepergrgticidifigilinisitivkakjkkklkmknkokpkt"
    "kukzlplsmambmcmdmemfmgmhmimjmkmlmmmpmqmrmsmumvmwmxmymznknmnporotrarorsrtsislsvtoumunutwa",
    // w
    "aaabacadaeafagahaiajakalamanaoapaqarasatauavawaxayazbabbbebfbhbibjbkblbmbpbqbrbsbtbvbwcacidd"
    "dgdjdkdtdudyeaecedegeheiemeneoepereseteuewfggagbgggigogugyhahghkhuibicieifigihiiijikiliminir"
    "iuiviyjajikakbkdklkrkukwkylalclelglhlilklllmlolrlslulvlwlxlymambmcmdmemgmhmimmmnmomsmtmwmxnb"
    "ncndnengninknmnnnonpnunwnyoaobocodoeofogoiokomonooorosowoypcrbrgrhrirkrlrmrnrorprrrsrurvrwrx"
    "ryrzsasgsisksrsssusvtfthtitktmtwuaubuduhulumunurutuuuvuxuywawbwowrwwxaxwybyiymynyryy",
    // x
    "aaabacadaeagaiajakalamanaoapaqarasatauavawaybbbcbdbebgbibjbmbnbobpbrbwbycbcccecgchclcmcncocr"
    "ctcucvcwcydadcdkdmdodqdyebedegelemepereseteufagagbgdgfgggiglgmgngrgugwhahchdhehmhrhthuhvibii"
    "ilinirisiviyjbjtkakbkckdkekfkgkikjkkklknkokpkqkrksktkukvkwkxkykzlalblcldlelglilnlolplslulyma"
    "mbmcmdmemfmgmhmjmkmlmmmnmompmqmrmsmtmumvmwmxmymznanbndngnhninjnknmnnnonqnrnsntnunynzocodogoi"
    "okomonoooporowpapbpcpdpepfpgphpipjpkplpmpnpopppqprpsptpupvpwpxpypzqaqtrarbrdrergrirmrnrrrtru"
    "rwsasbscsdseshsisjslsmsnsospsqsrsssusvsytatbtctdtetgthtitjtltmtntotptqtrtstttutvtwtyuaubudug"
    "ujulumunuoupurutuuvevivnvovswawcwdwewgwjwkwlwowrwtwwxbxkxmxrxtyaybyjykylytyyzhzmzp",
    // y
    "aaabacadaeafagahaiajakalamanaoapaqarasatauavawaxayazbabbbebhbibjbkblbmbnbobxbychclcncpdaddde"
    "dgdkeaeceeeiejelereseteueveygagiglgmgpgrgsgugwhahdhlhsiaifigihiiijikiliminipiqirisitiuivixiz"
    "kakgkikkklkmknkokrktkukylalblelglilllmlnlolrlulymbmcmdmemgmhmimkmlmmmnmompmqmrmsmxmznandneng"
    "nknlnnnonqnsnuobogoiokolomonotoxoypapbpgphpkpmpnpopppzrarbrerkrlrmrnrorsrwryscsdsgslsmsnsosp"
    "srsssytatltptwtyuaubucudueufuguiujukulumunupuqurutuwuxuyuzvavtwawgwlwnwqwrwtwuwwxaxgxlxmxuxy"
    "yryuyzzgzk",
    // z
    "aaabacadaeafagahaiajakalamaoapaqarasatauavawaxayazbabcbeblbtbubwcacdchdjeaegehengagbghgmgngr"
    "hbhdhihnhwhxiaibikiliminiwizkakbkdkgkhkkknkokpkrktkukvkzlaleljlmlnlqlslwmambmcmdmemfmgmhmimj"
    "mkmlmmmnmompmqmrmsmtmumvmwmxmymznandnengnknsocohomoooqorospapbpcpdpepfpgphpipjpkplpmpnpopppq"
    "prpsptpupvpwpxpypzqerargrnrorprssaskslsmsrsutetgtltmtntptqtstttutxtyuauhumunuywaxxybygyjynyp"
    "zazj",
};

// Code of three letters, then that of two.
constexpr std::string_view kShorter =
    "aaraaabkabafrafakaakalbsqamhamaraararganarmhyasmasavaavaveaeaymayazeazbakbabambmbaqeubelbe"
    "benbnbisbibodbobosbsbrebrbulbgburmycatcacescschachchecechizhchucuchvcvcorkwcoscocrecrcymcy"
    "czecsdandadeudedivdvdutnldzodzellelengenepoeoesteteuseueweeefaofofasfafijfjfinfifrafrfrefr"
    "fryfyfulffgeokagerdeglagdglegaglgglglvgvgreelgrngngujguhaththauhahbsshhebheherhzhinhihmoho"
    "hrvhrhunhuhyehyiboigiceisidoioiiiiiikuiuileieinaiaindidipkikislisitaitjavjvjpnjakalklkankn"
    "kaskskatkakaukrkazkkkhmkmkikkikinrwkirkykomkvkonkgkorkokuakjkurkulaololatlalavlvlimlilinln"
    "litltltzlblubluluglgmacmkmahmhmalmlmaomimarmrmaymsmkdmkmlgmgmltmtmonmnmrimimsamsmyamynauna"
    "navnvnblnrndendndongnepnenldnlnnonnnobnbnornonyanyociocojiojoriorormomossospanpaperfaplipi"
    "polplporptpuspsquequrohrmronrorumrorunrnrusrusagsgsansasinsislksksloskslvslsmesesmosmsnasn"
    "sndsdsomsosotstspaessqisqsrdscsrpsrsswsssunsuswaswswesvtahtytamtatatttteltetgktgtgltlthath"
    "tibbotirtitontotsntntsotstuktkturtrtwitwuigugukrukurduruzbuzvenvevievivolvowelcywlnwawolwo"
    "xhoxhyidyiyoryozhazazhozhzulzu";

// Whether a text is one of the pieces of `size` letters that a list is made of.
bool is_piece(std::string_view list, std::string_view text, size_t size) {
  for (size_t i = 0; i < list.size(); i += size) {
    if (list.substr(i, size) == text) return true;
  }
  return false;
}

}  // namespace

bool is_language(std::string_view subtag) {
  if (subtag.size() == 2) return is_piece(kTwo, subtag, 2);
  if (subtag.size() != 3 || subtag[0] < 'a' || subtag[0] > 'z') return false;
  if (subtag >= "qaa" && subtag <= "qtz") return true;  // private use
  return is_piece(kThree[subtag[0] - 'a'], subtag.substr(1), 2);
}

std::string_view shorter_language(std::string_view code) {
  constexpr size_t kPiece = 5;
  if (code.size() != 3) return "";
  for (size_t i = 0; i < kShorter.size(); i += kPiece) {
    if (kShorter.substr(i, 3) == code) return kShorter.substr(i + 3, 2);
  }
  return "";
}

}  // namespace lectern
