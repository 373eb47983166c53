#include "layers/columns/columns.hpp"
#include "layers/columns/heading.hpp"
#include "support/catch.hpp"

using namespace fieldgap;
using Strings = std::vector<std::string>;

TEST_CASE("accents, traditional letters, signs and case do not count in headings", "[columns]")
{
    CHECK(heading_key("學校名稱") == "学校名称");
    CHECK(heading_key("Schüler ") == "schuler");
    CHECK(heading_key("НАИМЕНОВАНИЕ") == "наименование");
    CHECK(heading_key("ÖĞRENCİ SAYISI") == "ogrencisayisi");
    CHECK(heading_key("Tên trường, Số học sinh") == "tentruong,sohocsinh");
    CHECK(heading_key("CO_ENTIDADE") == "coentidade");
    CHECK(heading_key("Números de alunos*") == "numerosdealunos");
    CHECK(heading_key("运动场地\n面积（平方米）") == "运动场地面积");
}

TEST_CASE("a bilingual heading has two halves, and a year before a heading can be left out", "[columns]")
{
    CHECK(heading_parts("School Name 學校名稱") == Strings{"schoolname", "学校名称"});
    CHECK(heading_parts("学校名称(Name)") == Strings{"学校名称", "name"});
    CHECK(heading_parts("2020年在校生数") == Strings{"在校生数"});
    CHECK(heading_parts("2020-2021学年班级数") == Strings{"班级数"});
    CHECK(heading_parts("name").empty());
    CHECK(heading_parts("学校a名称").empty());
    CHECK(heading_parts("").empty());
}

TEST_CASE("bilingual headings match by either half, but whole names go before halves", "[columns]")
{
    const MatchedColumns matched = matched_columns(Role::schools, {"School Name 學校名稱", "学校标识码(School ID)", "2020年班级数"}, {});
    CHECK(matched.position_of.at("name") == 0);
    CHECK(matched.position_of.at("id") == 1);
    CHECK(matched.position_of.at("classes_total") == 2);
    CHECK(matched.matched_by.at("name") == ColumnMatch::part);
    CHECK(matched_columns(Role::schools, {"学校名称 (old)", "学校名称"}, {}).position_of.at("name") == 1);
}

TEST_CASE("it is told how each column was matched", "[columns]")
{
    const MatchedColumns matched = matched_columns(Role::schools, {"ID", "学校名称", "体育馆", "title", "学段"}, {{"district", "title"}});
    CHECK(matched.matched_by.at("id") == ColumnMatch::own_name);
    CHECK(matched.matched_by.at("name") == ColumnMatch::alias);
    CHECK(matched.matched_by.at("indoor_m2") == ColumnMatch::cut_name);
    CHECK(matched.matched_by.at("district") == ColumnMatch::user);
    CHECK(matched.matched_by.size() == matched.position_of.size());
    CHECK(matched.doubtful.empty());
}

TEST_CASE("two columns that are equally good are doubtful, two scripts of one table are not", "[columns]")
{
    const MatchedColumns two = matched_columns(Role::schools, {"在校生数", "学生数"}, {});
    CHECK(two.doubtful.at("enrol_total") == Strings{two.position_of.at("enrol_total") == 0 ? "学生数" : "在校生数"});
    CHECK(matched_columns(Role::schools, {"School Name", "学校名称"}, {}).doubtful.empty());
    CHECK(matched_columns(Role::schools, {"name", "schoolname"}, {}).doubtful.empty());
    CHECK(matched_columns(Role::schools, {"a", "pupils", "students"}, {{"enrol_total", "a"}}).doubtful.empty());
}
