// What grounds are made of, in the words of those who write it down.
#include "layers/surface/surface_words.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

std::optional<bool> hard(const std::string& text)
{
    const Cell<bool> cell = hardness_of(text);
    CHECK(cell.problem == CellProblem::none);
    return cell.value;
}

bool is_unknown(const std::string& text)
{
    const Cell<bool> cell = hardness_of(text);
    return !cell.value && cell.problem == CellProblem::unknown_word;
}

} // namespace

TEST_CASE("hardened grounds are hard in any language", "[surfaces]")
{
    for (const std::string text : {"asphalt",        "Asphalt ",
                                   "concrete",       "concrete:plates",
                                   "cement",         "paved",
                                   "paving_stones",  "tarmac",
                                   "Porous macadam", "sett",
                                   "沥青",           "水泥",
                                   "混凝土",         "水泥混凝土",
                                   "硬化",           "硬化地面",
                                   "沥青（水泥）",   "水泥地面",
                                   "柏油",           "地砖",
                                   "瀝青",           "彩色沥青",
                                   "水泥砂浆",       "透水混凝土",
                                   "Béton",          "hormigón",
                                   "enrobé",         "Asphaltbelag",
                                   "асфальт",        "Асфальтобетон",
                                   "железобетон",    "コンクリート",
                                   "콘크리트",       "unhewn_cobblestone",
                                   "ＡＳＰＨＡＬＴ", "铺装"}) {
        INFO(text);
        CHECK(hard(text) == true);
    }
}

TEST_CASE("what the plan wants, and natural ground, is not hard", "[surfaces]")
{
    for (const std::string text : {"tartan",
                                   "acrylic",
                                   "artificial_turf",
                                   "grass",
                                   "rubber",
                                   "Artificial grass",
                                   "clay",
                                   "塑胶",
                                   "塑胶跑道",
                                   "人工草坪",
                                   "人造草坪",
                                   "天然草",
                                   "天然草坪",
                                   "草地",
                                   "橡胶",
                                   "混合型塑胶",
                                   "硅PU",
                                   "EPDM颗粒",
                                   "悬浮拼装地板",
                                   "木地板",
                                   "煤渣",
                                   "泥地",
                                   "土质",
                                   "沙地",
                                   "未硬化",
                                   "非硬化",
                                   "没有硬化",
                                   "塑膠",
                                   "丙烯酸",
                                   "unpaved",
                                   "ground",
                                   "wood",
                                   "hardwood",
                                   "Kunstrasen",
                                   "gazon synthétique",
                                   "césped",
                                   "резиновое покрытие",
                                   "искусственная трава",
                                   "人工芝",
                                   "인조잔디",
                                   "3G pitch",
                                   "pu",
                                   "人工草坪（天然草）"}) {
        INFO(text);
        CHECK(hard(text) == false);
    }
}

TEST_CASE("no word, and a word that says it is not known, is no surface and no fault", "[surfaces]")
{
    for (const std::string text : {"", " ", "-", "不适用", "未知", "unknown", "其他", "无"}) {
        INFO(text);
        CHECK_FALSE(hard(text));
    }
    CHECK_FALSE(hardness_of(std::nullopt).value);
}

TEST_CASE("words that nobody knows, and words of both kinds, are unknown and never hard", "[surfaces]")
{
    for (const std::string text : {"lava", "甲类", "水泥、塑胶", "asphalt;grass", "塑胶（水泥基层）", "public", "repaved?no", "yes"}) {
        INFO(text);
        CHECK(is_unknown(text));
    }
}
