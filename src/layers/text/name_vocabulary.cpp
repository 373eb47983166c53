#include "layers/text/name_vocabulary.hpp"

#include "words/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace fieldgap {
namespace {

constexpr std::array chinese_words = {
    NameWord{U"12年1贯制学校", true}, NameWord{U"12年1贯制", true}, NameWord{U"9年1贯制学校", true}, NameWord{U"9年1贯制", true},
    NameWord{U"完全中学", true},      NameWord{U"职业", true},      NameWord{U"特殊教育", true},     NameWord{U"幼儿园", true},
    NameWord{U"教学点", true},        NameWord{U"初中", true},      NameWord{U"高中", true},         NameWord{U"中学", true},
    NameWord{U"小学", true},          NameWord{U"学校", true},      NameWord{U"附属", true},
};

constexpr std::array latin_words = {
    NameWord{U"primary", true},        NameWord{U"elementary", true},     NameWord{U"secondary", true},
    NameWord{U"high", true},           NameWord{U"middle", true},         NameWord{U"junior", true},
    NameWord{U"senior", true},         NameWord{U"infant", true},         NameWord{U"infants", true},
    NameWord{U"nursery", true},        NameWord{U"preschool", true},      NameWord{U"kindergarten", true},
    NameWord{U"grammar", true},        NameWord{U"special", true},        NameWord{U"vocational", true},
    NameWord{U"academy", true},        NameWord{U"college", true},        NameWord{U"grundschule", true},
    NameWord{U"primarschule", true},   NameWord{U"volksschule", true},    NameWord{U"hauptschule", true},
    NameWord{U"werkrealschule", true}, NameWord{U"realschule", true},     NameWord{U"mittelschule", true},
    NameWord{U"oberschule", true},     NameWord{U"sekundarschule", true}, NameWord{U"gemeinschaftsschule", true},
    NameWord{U"gesamtschule", true},   NameWord{U"gymnasium", true},      NameWord{U"forderschule", true},
    NameWord{U"sonderschule", true},   NameWord{U"berufsschule", true},   NameWord{U"basisschool", true},
    NameWord{U"lyceum", true},         NameWord{U"lycee", true},          NameWord{U"maternelle", true},
    NameWord{U"elementaire", true},    NameWord{U"primaire", true},       NameWord{U"basica", true},
    NameWord{U"primaria", true},       NameWord{U"secundaria", true},     NameWord{U"liceo", true},
    NameWord{U"podstawowa", true},     NameWord{U"ilkokulu", true},       NameWord{U"ortaokulu", true},
    NameWord{U"lisesi", true},         NameWord{U"гимназия", true},       NameWord{U"лицеи", true},
    NameWord{U"лицей", true},          NameWord{U"школа", false},         NameWord{U"school", false},
    NameWord{U"schule", false},        NameWord{U"ecole", false},         NameWord{U"escola", false},
    NameWord{U"escuela", false},       NameWord{U"scuola", false},        NameWord{U"szkola", false},
    NameWord{U"skola", false},         NameWord{U"skole", false},
};

constexpr std::array<std::u32string_view, 34> contrasts = {
    U"north",    U"south",   U"east",    U"west", U"upper", U"lower", U"boys", U"girls", U"old",    U"new",   U"nord",  U"sud",
    U"ost",      U"west",    U"este",    U"sul",  U"norte", U"oeste", U"ober", U"unter", U"knaben", U"inner", U"outer", U"northern",
    U"southern", U"eastern", U"western", U"est",  U"ouest", U"ii",    U"iii",  U"iv",    U"vi",     U"vii",
};

constexpr std::u32string_view chinese_contrasts = U"东西南北男女新老";

const std::map<std::u32string, std::u32string>& spellings()
{
    static const std::map<std::u32string, std::u32string> words = {
        {U"st", U"saint"},   {U"ste", U"sainte"},     {U"sch", U"school"},     {U"mt", U"mount"},      {U"elem", U"elementary"},
        {U"jr", U"junior"},  {U"sr", U"senior"},      {U"prim", U"primary"},   {U"gym", U"gymnasium"}, {U"rd", U"road"},
        {U"ave", U"avenue"}, {U"schools", U"school"}, {U"infants", U"infant"}, {U"the", U""},          {U"nr", U""},
        {U"no", U""},        {U"and", U""},           {U"und", U""},
    };
    return words;
}

/// Traditional and simplified by turns: the most usual characters of school names.
constexpr std::u32string_view characters =
    U"學学國国區区東东實实驗验華华興兴縣县鎮镇鄉乡橋桥門门龍龙灣湾島岛陽阳陳陈黃黄劉刘張张楊杨馬马鳳凤麗丽慶庆廣广廈厦寧宁濟济"
    U"漢汉漁渔澤泽濱滨瀋沈營营壩坝塢坞堯尧園园圓圆場场塊块墾垦聖圣聯联職职業业藝艺術术體体師师範范屬属兒儿專专貫贯級级總总進进"
    U"達达遠远運运選选郵邮醫医電电雲云靈灵須须順顺風风飛飞館馆魯鲁鴻鸿鵬鹏齊齐齡龄義义禮礼樂乐榮荣樹树機机權权歲岁歷历淺浅漲涨"
    U"潔洁爾尔獅狮環环瑪玛產产畫画當当療疗發发監监盧卢眾众確确碼码禪禅種种積积穩稳競竞筆笔簡简糧粮紅红紀纪純纯統统經经維维綠绿"
    U"綫线線线編编縱纵織织繼继續续羅罗習习聞闻聰聪聲声腦脑萬万葉叶蔣蒋蓮莲藍蓝蘇苏蘭兰處处衛卫裡里裝装補补見见規规親亲觀观計计"
    U"訓训記记許许設设試试詩诗話话誠诚語语課课調调談谈論论諾诺謝谢證证識识護护讀读讓让豐丰財财貢贡貨货費费賀贺賓宾賢贤質质贊赞"
    U"趙赵車车軍军輝辉輪轮農农鄒邹鄭郑鄧邓釣钓鈞钧鋼钢錦锦鐘钟鐵铁長长閩闽閣阁關关陸陆陰阴隊队階阶際际隨随難难靜静韓韩響响項项"
    U"領领頭头願愿類类顧顾養养馮冯駐驻驛驿騰腾鮑鲍鯉鲤鶴鹤麥麦黨党會会來来倉仓個个倫伦偉伟傑杰傳传億亿優优兩两冊册別别創创動动"
    U"務务勝胜勞劳協协單单衝冲廠厂厲厉參参雙双變变啟启號号員员問问喬乔嚴严團团報报塵尘壓压壽寿夢梦奧奥婦妇孫孙宮宫寬宽寶宝將将"
    U"對对導导嶺岭嶽岳巖岩帥帅幹干庫库應应強强彈弹後后徑径從从復复徵征恆恒愛爱態态懷怀戰战戲戏戶户擇择據据揚扬敎教數数書书時时"
    U"曉晓曆历條条極极構构標标樓楼橫横歐欧";

const std::map<char32_t, char32_t>& simplified()
{
    static const std::map<char32_t, char32_t> pairs = [] {
        std::map<char32_t, char32_t> filled;
        for (std::size_t i = 0; i + 1 < characters.size(); i += 2) {
            filled.emplace(characters[i], characters[i + 1]);
        }
        return filled;
    }();
    return pairs;
}

constexpr std::array<std::u32string_view, 31> province_names = {
    U"北京", U"天津", U"上海", U"重庆", U"河北",   U"山西", U"辽宁", U"吉林", U"黑龙江", U"江苏", U"浙江",
    U"安徽", U"福建", U"江西", U"山东", U"河南",   U"湖北", U"湖南", U"广东", U"海南",   U"四川", U"贵州",
    U"云南", U"陕西", U"甘肃", U"青海", U"内蒙古", U"广西", U"西藏", U"宁夏", U"新疆",
};

} // namespace

std::span<const NameWord> chinese_kind_words()
{
    return chinese_words;
}

std::span<const NameWord> kind_words()
{
    return latin_words;
}

bool is_contrast(std::u32string_view word)
{
    return std::find(contrasts.begin(), contrasts.end(), word) != contrasts.end();
}

bool is_contrast(char32_t chinese)
{
    return chinese_contrasts.find(chinese) != std::u32string_view::npos;
}

std::u32string usual_word(const std::u32string& word)
{
    const auto it = spellings().find(word);
    return it == spellings().end() ? word : it->second;
}

std::u32string folded(char32_t c)
{
    const auto it = simplified().find(c);
    return it == simplified().end() ? words::folded(c) : std::u32string(1, it->second);
}

std::span<const std::u32string_view> provinces()
{
    return province_names;
}

} // namespace fieldgap
