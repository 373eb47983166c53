// What users are told of shapes, roles and texts, in their language.
#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/columns/role.hpp"
#include "layers/table/geometry_words.hpp"
#include "layers/table/table_notes.hpp"
#include "support/catch.hpp"
#include "words/ascii.hpp"
#include "words/value.hpp"

#include <array>

using namespace fieldgap;

namespace {

/// Until the end of the test.
struct SpeakChinese
{
    SpeakChinese() { words::set_language(words::Language::zh); }
    ~SpeakChinese() { words::set_language(words::Language::en); }
    SpeakChinese(const SpeakChinese&) = delete;
    SpeakChinese& operator=(const SpeakChinese&) = delete;
};

std::string reason_of(const gis::Ring& ring)
{
    return gis::repaired(gis::MultiPolygon{gis::Polygon{ring, {}}}).reason;
}

} // namespace

TEST_CASE("the reasons why a polygon is invalid are told in Chinese", "[words]")
{
    const std::string bow_tie = reason_of({{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}});
    CHECK(repair_reason_in_words(bow_tie) == "Self-intersection");
    CHECK(geometry_problem_in_words("at_zero") == "at_zero");
    const SpeakChinese chinese;
    CHECK(repair_reason_in_words(bow_tie) == "自相交");
    CHECK(repair_reason_in_words("") == "没有面积");
    CHECK(repair_reason_in_words("Something new") == "Something new");
    CHECK(geometry_problem_in_words("at_zero") == "坐标为 0, 0");
    CHECK(geometry_problem_in_words("") == "无");
}

TEST_CASE("every role has a Chinese word beside its name in a config", "[words]")
{
    for (const Role role : all_roles) {
        CHECK(role_word(role) == name_of(role));
    }
    const SpeakChinese chinese;
    for (const Role role : all_roles) {
        CHECK_FALSE(words::is_ascii(role_word(role)));
        CHECK(role_word(role).find("（" + std::string(name_of(role)) + "）") != std::string::npos);
    }
}

TEST_CASE("texts that lost letters are told once for each file", "[table]")
{
    gis::VectorLayer layer;
    layer.columns = {"id", "name"};
    layer.features.resize(3);
    layer.features[0].values = {"1", "Hill"};
    layer.features[1].values = {"2", "东湖小\xEF\xBF\xBD"};
    layer.features[2].values = {"3", std::nullopt};
    layer.features[1].row = 2;
    InputSpec spec;
    spec.written_path = "a.csv";
    Findings findings;
    note_file("schools", spec, layer, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == IssueCode::text_damaged);
    layer.features[1].values = {"2", "东湖小学"};
    note_file("schools", spec, layer, findings);
    CHECK(findings.size() == 1);
}
