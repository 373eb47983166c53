#include "gis/error.hpp"
#include "layers/columns/columns.hpp"
#include "support/catch.hpp"

using namespace fieldgap;
using Strings = std::vector<std::string>;

namespace {

/// `ours=position` for each match.
Strings matches(Role role, const Strings& headings, const std::map<std::string, std::string>& user = {})
{
    Strings list;
    for (const auto& [ours, position] : matched_columns(role, headings, user).position_of) {
        list.push_back(ours + "=" + std::to_string(position));
    }
    return list;
}

std::string refusal(const Strings& headings, const std::map<std::string, std::string>& user)
{
    try {
        matched_columns(Role::schools, headings, user);
    } catch (const gis::UsageError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("every column of every role matches its own name", "[columns]")
{
    for (const Role role : all_roles) {
        Strings headings;
        for (const std::string_view column : columns_of_role(role)) {
            headings.emplace_back(column);
        }
        const MatchedColumns matched = matched_columns(role, headings, {});
        CHECK(matched.unused.empty());
        for (std::size_t i = 0; i < headings.size(); ++i) {
            CHECK(matched.position_of.at(headings[i]) == i);
        }
    }
}

TEST_CASE("every column of every role matches its name as a DBF cuts it, unless two are cut alike", "[columns]")
{
    for (const Role role : all_roles) {
        for (const std::string_view column : columns_of_role(role)) {
            const Strings headings = {std::string(column.substr(0, 10))};
            INFO(headings[0]);
            CHECK(matches(role, headings) == Strings{std::string(column) + "=0"});
        }
    }
}

TEST_CASE("Chinese headings and pinyin codes match", "[columns]")
{
    CHECK(matches(Role::schools, {"学校名称", "学校(机构)标识码", "学段", "学生数", "班级数"}) ==
          Strings{"classes_total=4", "enrol_total=3", "id=1", "name=0", "stage=2"});
    CHECK(matches(Role::schools, {"XXDM", "XXMC", "XXLX", "ZXXSS", "BJS", "YDCDMJ", "SNTYYF", "CXFL", "QX"}) ==
          Strings{"classes_total=4", "district=8", "enrol_total=3", "id=0", "indoor_m2=6", "name=1", "outdoor_m2=5", "rural=7", "stage=2"});
    CHECK(matches(Role::enrolment, {"学校标识码", "小学在校生数", "初中在校生数", "在校生数（合计）"}) ==
          Strings{"enrol_junior=2", "enrol_primary=1", "enrol_total=3", "id=0"});
    CHECK(matches(Role::residential, {"小区名称", "户数", "人口"}) == Strings{"households=1", "name=0", "population=2"});
    CHECK(matches(Role::leases, {"学校代码", "场馆编号", "租赁面积", "到期日期"}) ==
          Strings{"m2=2", "school_id=0", "until=3", "venue_id=1"});
    CHECK(matches(Role::new_venues, {"地块编号", "地块名称", "拟建面积"}) == Strings{"area_m2=2", "id=0", "name=1"});
    CHECK(matches(Role::new_venues, {"candidate_id", "plot_name", "area"}) == Strings{"area_m2=2", "id=0", "name=1"});
    CHECK(matches(Role::network, {"fclass", "bridge"}) == Strings{"bridge=1", "highway=0"});
}

TEST_CASE("case, spaces, signs, full-width letters and units in brackets do not matter", "[columns]")
{
    CHECK(matches(Role::schools, {"School Name", "SCHOOL-ID", "Enrol_Primary", "Outdoor (m2)", "ｓｔａｇｅ"}) ==
          Strings{"enrol_primary=2", "id=1", "name=0", "outdoor_m2=3", "stage=4"});
    CHECK(matches(Role::schools, {"运动场地面积（平方米）", "体育馆面积(万㎡)"}) == Strings{"indoor_m2=1", "outdoor_m2=0"});
    CHECK(matches(Role::schools, {"运动场地面积㎡"}) == Strings{"outdoor_m2=0"});
    CHECK(matches(Role::schools, {"运动场地面积(室内)"}) == Strings{"indoor_m2=0"});
}

TEST_CASE("headings cut by a DBF match by their beginning, in both encodings", "[columns]")
{
    CHECK(matches(Role::schools, {"学校名", "学校标", "体育馆", "在校生数合"}) ==
          Strings{"enrol_total=3", "id=1", "indoor_m2=2", "name=0"});
    CHECK(matches(Role::schools, {"enrol"}) == Strings{"enrol_total=0"}); // an alias, not a cut name
    CHECK(matches(Role::schools, {"enro"}).empty());
}

TEST_CASE("a name goes before an alias, and one column serves once", "[columns]")
{
    const MatchedColumns matched = matched_columns(Role::schools, {"学校名称", "name", "NAME", "id"}, {});
    CHECK(matched.position_of.at("name") == 1);
    CHECK(matched.unused == Strings{"学校名称", "NAME"});
}

TEST_CASE("the user's word goes before everything", "[columns]")
{
    const MatchedColumns matched = matched_columns(Role::schools, {"name", "title", "XXSRS", "lon"},
                                                   {{"name", "title"}, {"enrol_primary", "xxsrs"}, {"x", "lon"}, {"y", "lat"}});
    CHECK(matched.position_of.at("name") == 1);
    CHECK(matched.position_of.at("enrol_primary") == 2);
    CHECK(matched.unused == Strings{"name"});
}

TEST_CASE("a column that is not there is refused with what there is", "[columns]")
{
    CHECK(refusal({"title", "pupils"}, {{"name", "titel"}}) ==
          "[inputs.schools] columns: name = 'titel' is no column of the file; the nearest is 'title' of title, pupils");
    CHECK(refusal({"a"}, {{"name", "zzzzzzzz"}}) == "[inputs.schools] columns: name = 'zzzzzzzz' is no column of the file; there are a");
    CHECK(refusal({}, {{"name", "x"}}) == "[inputs.schools] columns: name = 'x' is no column of the file; there are none");
    CHECK(refusal({"a"}, {{"enrol_primery", "a"}}).find("the nearest is 'enrol_primary'") != std::string::npos);
}

TEST_CASE("a file without columns or with odd ones matches nothing and survives", "[columns]")
{
    CHECK(matches(Role::schools, {}).empty());
    CHECK(matched_columns(Role::schools, {"", " ", "()", "---------", "\xff\xfe", "㎡", "(㎡)"}, {}).unused.size() == 7);
    CHECK(matches(Role::buildings, {"id"}).empty());
}

TEST_CASE("the unit of an area heading is known", "[columns]")
{
    CHECK(m2_per_unit_of_heading("运动场地面积(平方米)") == 1.0);
    CHECK(m2_per_unit_of_heading("运动场地面积（万㎡）") == 10000.0);
    CHECK(m2_per_unit_of_heading("运动场地面积(亩)") == Approx(666.6667));
    CHECK(m2_per_unit_of_heading("area (ha)") == 10000.0);
    CHECK(m2_per_unit_of_heading("outdoor_m2") == 1.0);
    CHECK(m2_per_unit_of_heading("在校生数(人)") == 1.0);
}
