#include "gis/io/crs/coordinate_text.hpp"
#include "gis/io/table/decimal_comma.hpp"
#include "gis/io/table/table_form.hpp"
#include "gis/io/table/text_table.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace gis;
using Strings = std::vector<std::string>;

namespace {

std::vector<TableRow> sheet(const std::vector<TableCells>& rows)
{
    std::vector<TableRow> numbered;
    for (const TableCells& cells : rows) {
        numbered.push_back({numbered.size() + 1, cells});
    }
    return numbered;
}

/// What src/layers knows, in small.
bool is_known(const std::string& heading)
{
    const Strings known = {"学校名称", "小学在校生数", "小学班级数", "在校生数", "班级数", "name", "id"};
    return std::find(known.begin(), known.end(), heading) != known.end();
}

TableWithHeader read(const std::vector<TableCells>& rows)
{
    const TableWithHeader blind = with_head(sheet(rows), {});
    const TableWithHeader helped = with_head(sheet(rows), {{}, {}, is_known});
    CHECK(blind.columns == helped.columns);
    return helped;
}

std::string written_with_point(const std::string& cell, const std::string& other = "1,5")
{
    std::vector<TableRow> rows = sheet({{cell, other}});
    use_decimal_points(rows);
    return rows[0].cells[0];
}

} // namespace

TEST_CASE("a table with its head in the first row is left as it is", "[table]")
{
    const TableWithHeader table = read({{"id", "name", "n"}, {"1", "A", "600"}, {"2", "B", ""}});
    CHECK(table.columns == Strings{"id", "name", "n"});
    CHECK(table.reading.is_plain());
    CHECK(table.rows.size() == 2);
    CHECK(read({{"id", "name", "kind"}, {"S1", "A", "hall"}, {"S2", "", "pool"}}).reading.is_plain());
    CHECK(read({{"id", "name", "", "kind"}, {"S1", "A", "x", "hall"}}).columns == Strings{"id", "name", "field_3", "kind"});
    CHECK(read({{"id", "2019", "2020"}, {"a", "5", "6"}}).columns == Strings{"id", "2019", "2020"});
    CHECK(read({{"a", "a", ""}, {"1", "2", ""}}).columns == Strings{"a", "a_2"});
}

TEST_CASE("titles, units and blank rows above the head are skipped and told", "[table]")
{
    const TableWithHeader table = read({{"天津市2020年义务教育学校情况统计表", "", "", ""},
                                        {"填报单位：河西区", "", "", "单位：平方米"},
                                        {"", "", "", ""},
                                        {"学校名称", "在校生数", "班级数", "运动场地面积"},
                                        {"甲", "1", "2", "3"},
                                        {"第一小学", "600", "15", "4500"},
                                        {"合计", "600", "15", "4500"},
                                        {"注：不含幼儿园。", "", "", ""}});
    CHECK(table.columns == Strings{"学校名称", "在校生数", "班级数", "运动场地面积"});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].number == 6);
    CHECK(table.reading.head_row == 4);
    CHECK(table.reading.rows_above == 5);
    CHECK(table.reading.skipped == Strings{"天津市2020年义务教育学校情况统计表", "填报单位：河西区 单位：平方米", "甲 1 2 3"});
    REQUIRE(table.reading.left_out.size() == 2);
    CHECK(table.reading.left_out[1].number == 8);
}

TEST_CASE("heads of several rows are joined through their merged cells", "[table]")
{
    const TableWithHeader two = read({{"学校名称", "小学", "", "占地面积", ""},
                                      {"", "在校生数", "班级数", "", "其中:运动场地面积"},
                                      {"第一小学", "600", "15", "9000", "4500"}});
    CHECK(two.columns == Strings{"学校名称", "小学在校生数", "小学班级数", "占地面积", "占地面积其中:运动场地面积"});
    CHECK(two.reading.head_rows == 2);
    const TableWithHeader three = read({{"Name", "Pupils", "", "", ""},
                                        {"", "Primary", "", "Junior", ""},
                                        {"", "boys", "girls", "boys", "girls"},
                                        {"A", "1", "2", "3", "4"}});
    CHECK(three.columns == Strings{"Name", "Pupils Primary boys", "Pupils Primary girls", "Pupils Junior boys", "Pupils Junior girls"});
    CHECK(read({{"学校名称", "面积"}, {"", "(㎡)"}, {"A", "5"}}).columns == Strings{"学校名称", "面积(㎡)"});
}

TEST_CASE("the user's word about the head goes before the guess", "[table]")
{
    const auto rows = sheet({{"id", "name"}, {"x", "y"}, {"1", "2"}});
    CHECK(with_head(rows, {2, {}, nullptr}).columns == Strings{"x", "y"});
    CHECK(with_head(rows, {{}, 2, nullptr}).columns == Strings{"id x", "name y"});
    CHECK(with_head(rows, {3, 9, nullptr}).rows.empty());
    CHECK(with_head({}, {}).columns.empty());
    CHECK(with_head(sheet({{"", ""}, {}}), {}).columns.empty());
}

TEST_CASE("totals and notes are told from schools", "[table]")
{
    for (const char* total : {"合计", "合 计", "全市总计", "河西区小计", "Total", "TOTAL:", "Итого"}) {
        CHECK(is_total_row({total, "5"}));
    }
    for (const char* school : {"第一小学", "合计路小学", "Totalschool", "Summerhill"}) {
        CHECK_FALSE(is_total_row({school, "5"}));
    }
    CHECK(is_note_row({"注：不含幼儿园", "", ""}, 3));
    CHECK(is_note_row({"制表人：张三", "", "", "审核人：李四"}, 4));
    CHECK_FALSE(is_note_row({"注册小学", "600", "3"}, 3));
    CHECK_FALSE(is_note_row({"第一小学", "", ""}, 3));
}

TEST_CASE("separators, quotes and line breaks in quotes are understood", "[table]")
{
    for (const char separator : {',', ';', '\t', '|'}) {
        std::string text = "id,name,note\n1,\"a\nb\",\"say \"\"so\"\"\"\r\n2,c,\n";
        std::replace(text.begin(), text.end(), ',', separator);
        const TextTable table = read_text_table(text, {});
        CHECK(table.separator == separator);
        REQUIRE(table.rows.size() == 3);
        CHECK(table.rows[1].cells == Strings{"1", "a\nb", "say \"so\""});
    }
    CHECK(read_text_table("sep=;\na;b\n", {}).rows[0].number == 2);
    CHECK(read_text_table("lat;lon\n1,5;2,5\n3,5;4,5\n", {}).separator == ';');
    CHECK(read_text_table("", {}).rows.empty());
    CHECK(read_text_table("\"a,b\n", {}).rows.size() == 1);
}

TEST_CASE("UTF-16 is known without its mark, and zeros are no text", "[table]")
{
    const std::string text = "id,name\n1,a\n2,b\n";
    for (const bool little : {true, false}) {
        std::string wide;
        for (const char letter : text) {
            wide += little ? std::string{letter, '\0'} : std::string{'\0', letter};
        }
        CHECK(read_text_table(wide, {}).rows[2].cells == Strings{"2", "b"});
    }
    CHECK_THROWS_WITH(read_text_table(std::string("id,name\n1,\0\n", 12), {}), Catch::Matchers::Contains("its byte 11 is zero"));
}

TEST_CASE("decimal commas become points where nothing contradicts", "[table]")
{
    CHECK(written_with_point("1.234,5") == "1234.5");
    CHECK(written_with_point("7,500") == "7.500");
    CHECK(written_with_point("7,500", "x") == "7,500");
    CHECK(written_with_point("7,500", "1.25") == "7,500");
    CHECK(written_with_point("1,234,567", "1,5") == "1,234,567");
    CHECK(written_with_point("01.02.2020") == "01.02.2020");
}

TEST_CASE("coordinates are read as people write them", "[table]")
{
    const double tianjin = 117.0 + 12.0 / 60 + 30.0 / 3600;
    for (const char* text : {"117°12'30\"E", "117° 12′ 30″", "117 12 30 E", "117度12分30秒", "东经117°12'30\"", "E117°12'30\""}) {
        INFO(text);
        CHECK(coordinate_of(text).value_or(0) == Approx(tianjin));
    }
    CHECK(coordinate_of("117.2E") == 117.2);
    CHECK(coordinate_of("117,2") == 117.2);
    CHECK(coordinate_of("33.5S") == -33.5);
    CHECK(coordinate_of("1.2E+02") == 120.0);
    CHECK(coordinate_of("517293.540") == 517293.540);
    for (const char* text : {"", "abc", "117°60'00\"", "E", "117E117W", "1 2 3 4", "nan", "-33.5S", "+-5"}) {
        INFO(text);
        CHECK_FALSE(coordinate_of(text).has_value());
    }
}
