// Words of registers and of map services: types, what is no school by its name, and what is open.
#include "layers/columns/stage_column.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/phase_vocabulary.hpp"
#include "layers/text/place_name.hpp"
#include "layers/text/school_type.hpp"
#include "layers/text/school_vocabulary.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

/// `pjs` for all stages, `j?` for junior and perhaps senior, `-` for no school, `x` for special, `v` for vocational; `!` unknown.
std::string said_by(const std::string& text)
{
    const Cell<TypeSign> type = school_type_of(text);
    if (!type.value) {
        return type.problem == CellProblem::none ? "" : "!";
    }
    std::string said;
    for (const Stage stage : all_stages) {
        said += type.value->stages[stage] ? std::string(1, name_of(stage)[0]) : "";
    }
    said += type.value->or_senior ? "?" : "";
    said += type.value->is_no_school ? "-" : "";
    said += type.value->kind == SchoolKind::special ? "x" : type.value->kind == SchoolKind::vocational ? "v" : "";
    return said;
}

MatchedColumns settled(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& columns)
{
    const auto value_of = [&](std::size_t row, std::size_t column) { return std::optional(columns[column][row]); };
    return matched_columns(Role::schools, headings, {}, facts_of_columns(columns.size(), columns.front().size(), value_of));
}

} // namespace

TEST_CASE("type texts of map services are read by their last part", "[type]")
{
    CHECK(said_by("科教文化服务;学校;小学") == "p");
    CHECK(said_by("科教文化服务;学校;中学") == "j?");
    CHECK(said_by("科教文化服务;学校;高等院校") == "-");
    CHECK(said_by("科教文化服务;学校;幼儿园") == "-");
    CHECK(said_by("科教文化服务;学校;学校内部设施") == "-");
    CHECK(said_by("科教文化服务;学校;职业技术学校") == "v");
    CHECK(said_by("科教文化服务;学校;学校").empty());
    CHECK(said_by("科教文化服务;培训机构;培训机构") == "-");
    CHECK(said_by("餐饮服务;中餐厅;中餐厅") == "-");
    CHECK(said_by("教育培训;小学") == "p");
    CHECK(said_by("教育培训;成人教育") == "-");
    CHECK(said_by("教育学校:中学") == "j?");
    CHECK(said_by("科教文化服务;学校;小学|科教文化服务;学校;中学") == "pj?");
    CHECK(said_by("科教文化服务;学校;小学|科教文化服务;学校;幼儿园") == "p");
}

TEST_CASE("codes of Amap and of Japan are types", "[type]")
{
    CHECK(said_by("141203") == "p");
    CHECK(said_by("141202") == "j?");
    CHECK(said_by("141201") == "-");
    CHECK(said_by("141203|141202") == "pj?");
    CHECK(said_by("050100") == "-");
    CHECK(said_by("16001") == "p");
    CHECK(said_by("210000") == "!");
}

TEST_CASE("words of registers in several languages are types", "[type]")
{
    CHECK(said_by("九年一贯制学校") == "pj");
    CHECK(said_by("完全中学") == "js");
    CHECK(said_by("高级中学") == "s");
    CHECK(said_by("All-through") == "pjs");
    CHECK(said_by("Middle deemed primary") == "p");
    CHECK(said_by("16 plus") == "s");
    CHECK(said_by("Nursery") == "-");
    CHECK(said_by("Not applicable").empty());
    CHECK(said_by("Community special school") == "x");
    CHECK(said_by("Academy converter").empty());
    CHECK(said_by("Further education") == "-");
    CHECK(said_by("Grundschule") == "p");
    CHECK(said_by("Integrierte Gesamtschule") == "js");
    CHECK(said_by("Förderschule") == "x");
    CHECK(said_by("Berufskolleg") == "v");
    CHECK(said_by("École maternelle") == "-");
    CHECK(said_by("Lycée professionnel") == "v");
    CHECK(said_by("小学校") == "p");
    CHECK(said_by("特別支援学校") == "x");
    CHECK(said_by("castle") == "!");
}

TEST_CASE("what a register says of open, planned and closed", "[type]")
{
    const auto phase = [](const std::string& text) { return register_phase_of(text).value; };
    for (const std::string open :
         {"正常", "在办", "Open", "Open, but proposed to close", "geöffnet", "OUVERT", "Abierto", "Em Atividade", "開校"}) {
        CHECK(phase(open) == RegisterPhase::open);
    }
    for (const std::string planned : {"筹建", "在建", "Proposed to open", "Future", "geplant"}) {
        CHECK(phase(planned) == RegisterPhase::planned);
    }
    for (const std::string closed : {"停办", "已撤并", "撤销", "停办（2019年）", "Closed", "geschlossen", "aufgehoben", "FERME", "fermé",
                                     "Cerrado", "Extinta", "Paralisada", "休校", "廃校"}) {
        CAPTURE(closed);
        CHECK(phase(closed) == RegisterPhase::closed);
    }
    CHECK(register_phase_of("castle").problem == CellProblem::unknown_word);
}

TEST_CASE("gates, halls, departments and colleges are known by the end of their names", "[type]")
{
    for (const std::string name : {"东湖中学南门", "东湖中学2号门", "东湖中学-体育馆", "东湖中学(图书馆)", "东湖中学（东门）",
                                   "东湖电力学院(南校区)", "东湖理工大学信息楼", "阳光托儿所", "聪明豆早教中心", "第一小学食堂",
                                   "Hillside School - Main Gate", "Grundschule Aue Turnhalle"}) {
        CAPTURE(name);
        CHECK(ends_as_no_school(name));
    }
    for (const std::string name : {"东湖中学", "南门小学", "东湖学院附属中学", "华东师范大学东湖实验学校", "Highgate Primary School",
                                   "Gate", "虎门中学(高中部)", "学院路小学"}) {
        CAPTURE(name);
        CHECK_FALSE(ends_as_no_school(name));
    }
}

TEST_CASE("a school whose name begins with a university's is one", "[type]")
{
    for (const std::string name : {"上海外国语大学尚阳外国语学校", "华东师范大学宝山实验学校", "天津大学附属小学", "东湖大学实验中学"}) {
        CAPTURE(name);
        CHECK_FALSE(sign_of_name(name).is_no_school);
    }
    for (const std::string name : {"天津大学", "东湖大学(南校区)", "东湖大学培训学校"}) {
        CAPTURE(name);
        CHECK(sign_of_name(name).is_no_school);
    }
}

TEST_CASE("a sure word of a stage goes before 中学, which may be senior too", "[type]")
{
    const auto stages = [](const std::string& name) { return sign_of_name(name).stages; };
    CHECK(stages("东湖中学(高中部)") == PerStage<bool>{{false, false, true}});
    CHECK(stages("东湖中学初中部") == PerStage<bool>{{false, true, false}});
    CHECK(stages("东湖中学") == PerStage<bool>{{false, true, false}});
    CHECK(sign_of_name("东湖中学").or_senior);
    CHECK_FALSE(sign_of_name("东湖初级中学").or_senior);
}

TEST_CASE("a column all of whose words are types of schools is the stage whatever its heading", "[columns]")
{
    const MatchedColumns by_kind = settled({"学校名称", "学校类别"}, {{"甲小学", "乙中学"}, {"小学", "初中"}});
    CHECK(by_kind.position_of.at("stage") == 1);
    CHECK_FALSE(by_kind.position_of.contains("kind"));
    CHECK(settled({"name", "type"}, {{"甲", "乙"}, {"科教文化服务;学校;小学", "科教文化服务;学校;幼儿园"}}).position_of.at("stage") == 1);
    CHECK(settled({"name", "typecode"}, {{"甲"}, {"141203"}}).position_of.at("stage") == 1);
    CHECK(settled({"name", "学校类型", "类别"}, {{"甲"}, {"公办"}, {"小学"}}).position_of.at("stage") == 2);
    CHECK_FALSE(settled({"学校名称", "学校性质"}, {{"甲小学"}, {"民办"}}).position_of.contains("stage"));
    CHECK_FALSE(settled({"学校名称", "班级"}, {{"甲小学"}, {"312"}}).position_of.contains("stage"));
    CHECK_FALSE(settled({"学校名称", "别名"}, {{"甲小学"}, {"甲第一小学"}}).position_of.contains("stage"));
}
