#include "gis/io/base/everyday_text.hpp"

#include "words/utf8.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace gis {
namespace {

// Beginnings of the usual lists of characters by frequency, and what stands in names of schools, places and columns.
constexpr std::string_view chinese =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之"
    "进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关"
    "各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保"
    "治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积"
    "示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断"
    "深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层"
    "片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严校园街镇乡村幼附师范职业民办实验中心班址话编码邮纬经度积馆场操河桥东湖沙庄寺"
    "泰祥福永兴宁和德仁义礼智信康乐昌盛丰荣阳春夏秋冬苑庭居阁楼栋幢巷弄里坊"
    "學校國區縣鄉鎮臺灣灣門東車馬長風飛龍鳥魚麗齊電話號碼園實驗師範職業華語興寧樂義禮陽濟們個這來時為會對說產種過發動經當點應開還問無後從兩"
    "機關線數與總設級資邊圖統組見計別運農幾強處隊給規熱領導壓爭階術極聯認權證轉單帶場務達積議聲報鬥類離確張節話況傳許廣記須際連難礦備辦習"
    "響約劉陳吳趙孫楊黃鄭謝許蘇葉盧蔣賈顧嚴錢湯";
constexpr std::string_view japanese = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひ"
                                      "びぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろ"
                                      "わをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハ"
                                      "バパヒビピフブプヘベペホボポマミムメモャヤュユョヨラ"
                                      "リルレロワヲンヴヶー学校小中高等立市区町村県府都道名称番号所在地住設置者児童生徒数分類本東西南北大一"
                                      "二三四五六七八九十第丁目字上下川山田野原島崎井木"
                                      "林森松竹梅桜橋岡谷池沼浜浦津港坂沢石岩金白黒赤青緑新古長広平安和明光花園幼稚保育養護特別支援聾盲盟専"
                                      "修各種短期公私国附属付分年月日電話郵便面積体"
                                      "館場運動前後内外間宮神寺社城戸門口水海空風春夏秋冬福富吉永久美喜愛徳仁義千百万円";
constexpr std::string_view korean = "초등학교중고유치원대명주소시도군구읍면동로길가번호지역관할청교육지원설립구분공사국병설분본전화우편위경"
                                    "도면적학생수체장운동강당건물년월일이다의에는은을를"
                                    "고하기리어여인나라서울부산대인천광주울세종경충전남북제양성신수원안천상평현정진영명덕봉송금문한민만용화"
                                    "순호태창흥해목포여순목강릉삼척춘속홍횡영월"
                                    "백암산내외상하좌우동서남북대소신구일이삼사오육칠팔구십백천제";

std::set<char32_t> characters_of(std::string_view text)
{
    const std::u32string codes = words::code_points(text);
    return {codes.begin(), codes.end()};
}

/// A language that is written in one byte a letter.
struct Language
{
    std::string_view encoding;
    std::string_view letters; ///< those that ASCII lacks
    std::string_view words;   ///< beginnings of words, in which ASCII alone may already tell the language
};

constexpr std::array languages = {
    Language{"CP1252", "àâæçèéêëîïôœùûüÿ", "école ecole collège lycée lycee maternelle primaire élémentaire rue commune adresse nom"},
    Language{"CP1252", "äöüßé", "schule grundschule straße strasse bezirk gemeinde hauptschule realschule gesamtschule schulname plz"},
    Language{"CP1252", "áéíñóúü", "escuela colegio instituto calle avenida nombre municipio dirección educación"},
    Language{"CP1252", "áàâãçéêíóôõúü", "escola rua concelho agrupamento básica nome município"},
    Language{"CP1252", "àèéìíîòóùú", "scuola istituto comune provincia elementare primaria secondaria denominazione"},
    Language{"CP1252", "åäöæøéü", "skole skola gatan gade vej kommun grundskola koulu katu folkeskole barnehage"},
    Language{"CP1252", "éèëïóöü", "basisschool straat openbare gemeentenaam"},
    Language{"CP1252", "áðéíóúýþæö", "skóli leikskóli grunnskóli"},
    Language{"CP1252", "àçèéíïòóúü", "col·legi carrer"},
    Language{"CP1252", "é", "street road academy infants"},
    Language{"CP1250", "ąćęłńóśźż",
             "szkoł szkol podstawow gimnazj liceum przedszkol nazwa powiat gmina miejscowo województw wojewodz zespół"},
    Language{"CP1250", "áčďéěíňóřšťúůýž", "škol základn zakladn střední mateřská gymnázi ulice název nazev obec okres kraj město"},
    Language{"CP1250", "áäčďéíĺľňóôŕšťúýž", "základn stredn ulica názov mesto"},
    Language{"CP1250", "áéíóöőúüű", "iskol általános altalanos gimnázi óvod utca megnevez kerület"},
    Language{"CP1250", "ăâîşţșț", "şcoal scoal liceul gimnazial strada judeţ judet denumire"},
    Language{"CP1250", "čćđšž", "osnovn srednj šol naziv općin opštin županij dječj vrtec grad"},
    Language{"CP1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
             "школ средн общеобразоват гимнази лице улиц город район назван наимен адрес училищ основн детск муницип област мбоу"},
    Language{"CP1251", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "загальноосв вулиц гімназ ліцей назва адреса"},
    Language{"CP1251", "абвгдђежзијклљмнњопрстћуфхцчџш", "основна школа општин улица"},
    Language{"CP1253", "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", "σχολεί δημοτικ γυμνάσι λύκει οδός δήμος όνομα"},
    Language{"CP1254", "çğıöşüâîû", "okul ilkokul ortaokul ilköğretim lise mahalle cadde sokak ilçe"}};

/// The parts of a list that blanks separate.
std::vector<std::string_view> parts_of(std::string_view list)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        parts.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::vector<std::string_view> beginnings_in(std::string_view encoding)
{
    std::vector<std::string_view> all;
    for (const Language& language : languages) {
        const auto parts = language.encoding == encoding ? parts_of(language.words) : std::vector<std::string_view>();
        all.insert(all.end(), parts.begin(), parts.end());
    }
    return all;
}

bool holds_only(std::string_view word, const std::set<char32_t>& letters)
{
    const std::u32string codes = words::code_points(word);
    return std::all_of(codes.begin(), codes.end(), [&](char32_t code) { return code < 0x80 || letters.contains(code); });
}

bool is_part_of_word(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= 'a' && code <= 'z');
}

} // namespace

bool is_everyday_character(char32_t character, std::string_view encoding)
{
    static const std::set<char32_t> chinese_characters = characters_of(chinese);
    static const std::set<char32_t> japanese_characters = characters_of(japanese);
    static const std::set<char32_t> korean_characters = characters_of(korean);
    if (encoding == "CP932" || encoding == "EUC-JP") {
        return japanese_characters.contains(character);
    }
    return encoding == "CP949" ? korean_characters.contains(character) : chinese_characters.contains(character);
}

std::size_t everyday_words(std::string_view text, std::string_view encoding)
{
    const std::vector<std::string_view> beginnings = beginnings_in(encoding);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        while (at < text.size() && is_part_of_word(text[at])) {
            ++at;
        }
        const std::string_view word = text.substr(start, at - start);
        const auto begins_so = [&](std::string_view beginning) { return word.starts_with(beginning); };
        count += !word.empty() && std::any_of(beginnings.begin(), beginnings.end(), begins_so) ? 1U : 0U;
        at += at == start ? 1 : 0;
    }
    return count;
}

std::size_t words_of_one_language(const std::vector<std::string>& words, std::string_view encoding)
{
    std::size_t most = 0;
    for (const Language& language : languages) {
        if (language.encoding == encoding) {
            const std::set<char32_t> letters = characters_of(language.letters);
            const auto count =
                std::count_if(words.begin(), words.end(), [&](const std::string& word) { return holds_only(word, letters); });
            most = std::max(most, static_cast<std::size_t>(count));
        }
    }
    return most;
}

} // namespace gis
