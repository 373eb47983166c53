#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/phase_vocabulary.hpp"
#include "support/catch.hpp"
#include "words/words.hpp"

#include <cmath>
#include <random>

using namespace fieldgap;

namespace {

std::string stages(const std::string& text)
{
    const Cell<PerStage<bool>> cell = stages_of(text);
    if (!cell.value) {
        return cell.problem == CellProblem::none ? "blank" : "?";
    }
    std::string letters;
    for (const Stage stage : all_stages) {
        letters += (*cell.value)[stage] ? name_of(stage).substr(0, 1) : "";
    }
    return letters;
}

} // namespace

TEST_CASE("whole numbers are read in the ways that planners write them", "[cells]")
{
    CHECK(whole_number_of("1250").value == 1250);
    CHECK(whole_number_of(" 1,250 ").value == 1250);
    CHECK(whole_number_of("1,234,567").value == 1234567);
    CHECK(whole_number_of("1 250").value == 1250);
    CHECK(whole_number_of("１２５０").value == 1250);
    CHECK(whole_number_of("１，２５０　人").value == 1250);
    CHECK(whole_number_of("600.0").value == 600);
    CHECK(whole_number_of("24个班").value == 24);
    CHECK(whole_number_of("1.2万").value == 12000);
    CHECK(whole_number_of("+5").value == 5);
    CHECK(whole_number_of("-0").value == 0);
    CHECK(whole_number_of("1e3").value == 1000);
}

TEST_CASE("what is no whole number has a reason", "[cells]")
{
    CHECK(whole_number_of("600.5").problem == CellProblem::not_whole);
    CHECK(whole_number_of("-3").problem == CellProblem::negative);
    CHECK(whole_number_of("−3").problem == CellProblem::negative);
    CHECK(whole_number_of("nan").problem == CellProblem::not_finite);
    CHECK(whole_number_of("inf").problem == CellProblem::not_finite);
    CHECK(whole_number_of("1e999").problem == CellProblem::not_finite);
    CHECK(whole_number_of("1e18").problem == CellProblem::too_large);
    for (const std::string text :
         {"abc", "12abc", "1,25", "1,2345", "12,34,567", "1.2.3", "0x10", "infant", "约600", "6OO", "5 6", "㎡", "+-5", "."}) {
        INFO(text);
        CHECK(whole_number_of(text).problem == CellProblem::not_a_number);
        CHECK_FALSE(whole_number_of(text).value.has_value());
    }
    CHECK(text_of(CellProblem::negative) == "is negative");
}

TEST_CASE("a blank cell has neither value nor problem", "[cells]")
{
    for (const std::string text : {"", "  ", "-", "/", "—", "NULL", "n/a", "　", "\t\r\n"}) {
        CHECK_FALSE(whole_number_of(text).value.has_value());
        CHECK(whole_number_of(text).problem == CellProblem::none);
        CHECK(stages_of(text).problem == CellProblem::none);
        CHECK(boolean_of(text).problem == CellProblem::none);
        CHECK(year_of(text).problem == CellProblem::none);
    }
    CHECK(area_m2_of(std::nullopt).problem == CellProblem::none);
}

TEST_CASE("areas come in square metres whatever their unit", "[cells]")
{
    CHECK(area_m2_of("8100").value == 8100.0);
    CHECK(area_m2_of("8,100.5").value == 8100.5);
    CHECK(area_m2_of("8100㎡").value == 8100.0);
    CHECK(area_m2_of("8100 m²").value == 8100.0);
    CHECK(area_m2_of("8100平方米").value == 8100.0);
    CHECK(area_m2_of("0.81万㎡").value == 8100.0);
    CHECK(area_m2_of("12 亩").value == 8000.0);
    CHECK(area_m2_of("1.5公顷").value == 15000.0);
    CHECK(area_m2_of("0.81", 10000.0).value == 8100.0);
    CHECK(area_m2_of("8100㎡", 10000.0).value == 8100.0);
    CHECK(area_m2_of("8100人").problem == CellProblem::not_a_number);
    CHECK(area_m2_of("-1").problem == CellProblem::negative);
    CHECK(area_m2_of("1e308", 10000.0).problem == CellProblem::not_finite);
}

TEST_CASE("prices and shares are read", "[cells]")
{
    CHECK(real_of("60元").value == 60.0);
    CHECK(real_of("12%").value == 0.12);
    CHECK(real_of("0.5").value == 0.5);
    CHECK(real_of("２.５").value == 2.5);
}

TEST_CASE("years are read from years and dates", "[cells]")
{
    CHECK(year_of("2021").value == 2021);
    CHECK(year_of("2021年").value == 2021);
    CHECK(year_of("2021-09-01").value == 2021);
    CHECK(year_of("2021/9").value == 2021);
    CHECK(year_of("2021.0").value == 2021);
    for (const std::string text : {"21", "20211231", "202", "0999", "3000", "-2021", "soon", "20a1"}) {
        INFO(text);
        CHECK(year_of(text).problem == CellProblem::not_a_year);
    }
}

TEST_CASE("booleans and rural codes are read", "[cells]")
{
    for (const std::string text : {"1", "yes", "TRUE", "是", "Y", "１", "1.0"}) {
        CHECK(boolean_of(text).value == true);
    }
    for (const std::string text : {"0", "no", "False", "否"}) {
        CHECK(boolean_of(text).value == false);
    }
    CHECK(boolean_of("2").problem == CellProblem::unknown_word);
    CHECK(rural_of("111").value == false);
    CHECK(rural_of("122").value == false);
    CHECK(rural_of("220").value == true);
    CHECK(rural_of("农村").value == true);
    CHECK(rural_of("1").value == true);
    CHECK(rural_of("999").problem == CellProblem::unknown_word);
    CHECK(rural_of("220 村庄").value == true);
    CHECK(rural_of("121-镇中心区").value == false);
    CHECK(rural_of("120223101201220").value == true); // behind 统计用区划代码
    CHECK(rural_of("120101001001111").value == false);
    CHECK(rural_of("220.0").value == true);
    CHECK(rural_of("0").value == false);
    CHECK(rural_of_code("220").value == true);
    CHECK(rural_of_code("210").value == true);
    CHECK(rural_of_code("123").value == false);
    CHECK(rural_of_code("22").value == true);
    CHECK(rural_of_code("1").problem == CellProblem::unknown_word);
    CHECK(rural_of_code("310").problem == CellProblem::unknown_word);
    CHECK(rural_of_code("村庄").value == true);
    CHECK(rural_of_code("").problem == CellProblem::none);
}

TEST_CASE("stages are read in words of both languages and as lists", "[cells]")
{
    CHECK(stages("primary") == "p");
    CHECK(stages("primary;junior") == "pj");
    CHECK(stages("Primary, Junior") == "pj");
    CHECK(stages("junior/senior") == "js");
    CHECK(stages("Junior High School") == "j");
    CHECK(stages("小学") == "p");
    CHECK(stages("初中") == "j");
    CHECK(stages("高中") == "s");
    CHECK(stages("小学、初中") == "pj");
    CHECK(stages("小学；初中") == "pj");
    CHECK(stages("九年一贯制") == "pj");
    CHECK(stages("九年一贯制学校") == "pj");
    CHECK(stages("十二年一贯制") == "pjs");
    CHECK(stages("完全中学") == "js");
    CHECK(stages("初级中学") == "j");
    CHECK(stages("312") == "pj");
    CHECK(stages("primary;") == "p");
    CHECK(stages(";") == "blank");
    CHECK(stages("幼儿园") == "?");
    CHECK(stages("primary;college") == "?");
    CHECK(stages("学校") == "?");
}

TEST_CASE("kinds, phases and owners are read in both languages", "[cells]")
{
    CHECK(school_kind_of("Teaching Point").value == SchoolKind::teaching_point);
    CHECK(school_kind_of("teaching_point").value == SchoolKind::teaching_point);
    CHECK(school_kind_of("教学点").value == SchoolKind::teaching_point);
    CHECK(school_kind_of("特殊教育学校").value == SchoolKind::special);
    CHECK(school_kind_of("中等职业学校").value == SchoolKind::vocational);
    CHECK(school_kind_of("regular").value == SchoolKind::regular);
    CHECK(school_kind_of("").problem == CellProblem::none);
    CHECK(school_kind_of("castle").problem == CellProblem::unknown_word);
    CHECK(register_phase_of("规划").value == RegisterPhase::planned);
    CHECK(register_phase_of("open").value == RegisterPhase::open);
    CHECK(estate_phase_of("planned").value == EstatePhase::planned);
    CHECK(estate_phase_of("现状").value == EstatePhase::existing);
    CHECK(field_kind_of("体育馆").value == FieldKind::indoor);
    CHECK(field_kind_of("outdoor").value == FieldKind::outdoor);
    CHECK(field_kind_of("Basement").value == FieldKind::special);
    CHECK(owner_kind_of("estate").value == OwnerKind::estate);
    CHECK(owner_kind_of("palace").problem == CellProblem::unknown_word);
}

TEST_CASE("no bytes make a reader of cells fall over, and no number read is negative or infinite", "[cells]")
{
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const std::string letters = "0123456789,.-+ eE%\xE4\xB8\x87\xE4\xBA\xA9\xEF\xBC\x91\xFFnaif;/";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t length = random() % 9; length > 0; --length) {
            text += letters[random() % letters.size()];
        }
        const Cell<double> area = area_m2_of(text);
        if (area.value && !(*area.value >= 0.0 && std::isfinite(*area.value))) {
            FAIL("'" << text << "' was read as " << *area.value);
        }
        const Cell<std::int64_t> whole = whole_number_of(text);
        if (whole.value && (whole.problem != CellProblem::none || *whole.value < 0 || *whole.value > 1000000000)) {
            FAIL("'" << text << "' was read as " << *whole.value);
        }
        stages_of(text);
        year_of(text);
        without_full_width(text);
    }
}
