#include "gis/geometry/overlay.hpp"
#include "osm_support.hpp"
#include "support/catch.hpp"

using namespace fieldgap;
using namespace fieldgap::test;
using Strings = std::vector<std::string>;

namespace {

std::vector<School> schools_of(const std::vector<gis::OsmFeature>& features, Findings& findings)
{
    return schools_of_osm(features, plane(), findings);
}

School only_school(Tags tags)
{
    tags.emplace_back("amenity", "school");
    Findings findings;
    const std::vector<School> schools = schools_of({way(1, std::move(tags), rectangle(0, 0, 100, 80))}, findings);
    REQUIRE(schools.size() == 1);
    return schools.front();
}

std::string stages_of(const Tags& tags)
{
    const School school = only_school(tags);
    std::string stages;
    for (const Stage stage : all_stages) {
        stages += school.has_stage[stage] ? name_of(stage).substr(0, 1) : "";
    }
    return stages;
}

} // namespace

TEST_CASE("a school polygon keeps its ground, and its point lies in it", "[osm][schools]")
{
    const School school = only_school({{"name", "Heping No. 1 Primary School"}});
    CHECK(school.id == "way/1");
    CHECK(school.name == "Heping No. 1 Primary School");
    CHECK(gis::area(school.ground).square_metres() == Approx(8000.0).epsilon(1e-5));
    CHECK(gis::contains(school.ground, school.at));
    CHECK_FALSE(school.pupils[Stage::primary].has_value());
}

TEST_CASE("stages come from isced:level, then grades, then school, then the name", "[osm][schools]")
{
    CHECK(stages_of({{"isced:level", "1"}, {"grades", "7-9"}, {"name", "第一高级中学"}}) == "p");
    CHECK(stages_of({{"isced:level", "1;2"}}) == "pj");
    CHECK(stages_of({{"isced:level", "1-3"}}) == "pjs");
    CHECK(stages_of({{"isced:level", "0-1"}}) == "p");
    CHECK(stages_of({{"isced:level", "2, 3"}}) == "js");
    CHECK(stages_of({{"grades", "1-6"}, {"school", "secondary"}}) == "p");
    CHECK(stages_of({{"grades", "7-9"}}) == "j");
    CHECK(stages_of({{"grades", "1-9"}}) == "pj");
    CHECK(stages_of({{"grades", "7-12"}}) == "js");
    CHECK(stages_of({{"grades", "K-5"}}) == "p");
    CHECK(stages_of({{"school", "primary"}, {"name", "第一中学"}}) == "p");
    CHECK(stages_of({{"school", "primary;secondary"}}) == "pjs");
    CHECK(stages_of({{"isced:level", "nonsense"}, {"name", "实验小学"}}) == "p");
    CHECK(stages_of({{"isced:level", "99999999999999999999"}, {"name", "实验小学"}}) == "p");
}

TEST_CASE("names tell the stage in several languages", "[osm][schools]")
{
    CHECK(stages_of({{"name", "和平区中心小学"}}) == "p");
    CHECK(stages_of({{"name", "天津大学附属小学"}}) == "p");
    CHECK(stages_of({{"name", "天津师范大学附属中学"}}) == "j");
    CHECK(stages_of({{"name", "第九初级中学"}}) == "j");
    CHECK(stages_of({{"name", "南开中学"}}) == "j");
    CHECK(stages_of({{"name", "实验高级中学"}}) == "s");
    CHECK(stages_of({{"name", "育才九年一贯制学校"}}) == "pj");
    CHECK(stages_of({{"name", "新华十二年一贯制学校"}}) == "pjs");
    CHECK(stages_of({{"name", "第三完全中学"}}) == "js");
    CHECK(stages_of({{"name", "逸阳学校"}}) == "pj");
    CHECK(stages_of({{"name", "St Mary's Primary School"}}) == "p");
    CHECK(stages_of({{"name", "Lincoln Junior High School"}}) == "j");
    CHECK(stages_of({{"name", "Nordgrundschule"}}) == "p");
    CHECK(stages_of({{"name", "Goethe-Gymnasium"}}) == "js");
    CHECK(stages_of({{"name", "Grund- und Mittelschule Aue"}}) == "pj");
    CHECK(stages_of({{"name", "Escola Secundária de Gaia"}}) == "js");
    CHECK(stages_of({{"name", "Escola Básica e Secundária do Cerco"}}) == "pjs");
    CHECK(stages_of({{"name", "Hogwarts"}}).empty());
    CHECK(stages_of({}).empty());
}

TEST_CASE("special and vocational schools are known by tag or name", "[osm][schools]")
{
    CHECK(only_school({{"name", "和平区特殊教育学校"}}).kind == SchoolKind::special);
    CHECK(only_school({{"school", "special_education_needs"}}).kind == SchoolKind::special);
    CHECK(only_school({{"name", "第一职业中学"}}).kind == SchoolKind::vocational);
    CHECK(only_school({{"name", "劳动技校"}}).kind == SchoolKind::vocational);
    CHECK(only_school({{"name", "李家村教学点"}}).kind == SchoolKind::teaching_point);
    CHECK(only_school({{"name", "和平小学"}}).kind == SchoolKind::regular);
}

TEST_CASE("kindergartens, training centres and universities tagged as schools leave a row instead", "[osm][schools]")
{
    const Tags school = {{"amenity", "school"}};
    for (const std::string name : {"蓝天幼儿园", "实验小学幼儿园", "新东方培训学校", "天津大学", "Kita Kindergarten Sonne"}) {
        Findings findings;
        CHECK(schools_of({node(1, {{"amenity", "school"}, {"name", name}}, 0, 0)}, findings).empty());
        CHECK(told(findings) == Strings{"osm_no_such_school schools node/1"});
    }
    Findings findings;
    CHECK(schools_of({node(1, {{"amenity", "school"}, {"isced:level", "0"}}, 0, 0)}, findings).empty());
    CHECK(schools_of({node(2, {{"amenity", "school"}, {"name", "大学城中学"}}, 0, 0)}, findings).size() == 1);
    CHECK(campuses_of_osm(std::vector{way(3, {{"amenity", "school"}, {"name", "蓝天幼儿园"}}, rectangle(0, 0, 9, 9))}, plane(), true,
                          findings)
              .empty());
}

TEST_CASE("a node in a polygon of the same name is that school, and its id an alias", "[osm][schools]")
{
    Findings findings;
    const auto schools = schools_of({node(5, {{"amenity", "school"}, {"name", "和平小学"}}, 10, 10),
                                     way(1, {{"amenity", "school"}, {"name", "和平小学"}}, rectangle(0, 0, 100, 80))},
                                    findings);
    REQUIRE(schools.size() == 1);
    CHECK(schools[0].id == "way/1");
    CHECK(schools[0].aliases == Strings{"node/5"});
    CHECK(told(findings) == Strings{"osm_node_is_school schools node/5"});
    CHECK(message_of(findings[0]).find("way/1") != std::string::npos);
}

TEST_CASE("where node or polygon has no name they are one school, which takes name and stage from either", "[osm][schools]")
{
    Findings findings;
    const auto by_node = schools_of(
        {node(5, {{"amenity", "school"}, {"name", "和平小学"}}, 10, 10), way(1, {{"amenity", "school"}}, rectangle(0, 0, 100, 80))},
        findings);
    REQUIRE(by_node.size() == 1);
    CHECK(by_node[0].name == "和平小学");
    CHECK(by_node[0].has_stage[Stage::primary]);
    const auto by_way = schools_of(
        {node(5, {{"amenity", "school"}}, 10, 10), way(1, {{"amenity", "school"}, {"name", "和平小学"}}, rectangle(0, 0, 100, 80))},
        findings);
    CHECK(by_way.size() == 1);
}

TEST_CASE("a node of another name, or outside, is a school of its own", "[osm][schools]")
{
    Findings findings;
    const auto schools = schools_of({node(5, {{"amenity", "school"}, {"name", "第二小学"}}, 10, 10),
                                     node(6, {{"amenity", "school"}, {"name", "和平小学"}}, 110, 10),
                                     way(1, {{"amenity", "school"}, {"name", "和平小学"}}, rectangle(0, 0, 100, 80))},
                                    findings);
    REQUIRE(schools.size() == 3);
    CHECK(schools[0].id == "node/5");
    CHECK(schools[0].ground.empty());
    CHECK(schools[1].id == "node/6");
    CHECK(schools[2].aliases.empty());
}

TEST_CASE("of several polygons around a node the one of its name is meant, then the smallest", "[osm][schools]")
{
    Findings findings;
    const std::vector<gis::OsmFeature> sites = {way(1, {{"amenity", "school"}, {"name", "和平小学"}}, rectangle(0, 0, 100, 80)),
                                                way(2, {{"amenity", "school"}}, rectangle(5, 5, 20, 20)),
                                                way(3, {{"amenity", "school"}}, rectangle(5, 5, 10, 10))};
    auto named = sites;
    named.push_back(node(9, {{"amenity", "school"}, {"name", "和平小学"}}, 10, 10));
    CHECK(schools_of(named, findings)[0].aliases == Strings{"node/9"});
    auto nameless = sites;
    nameless.push_back(node(9, {{"amenity", "school"}}, 10, 10));
    CHECK(schools_of(nameless, findings)[2].aliases == Strings{"node/9"});
}

TEST_CASE("an incomplete school stays on the map without ground, and one that lies nowhere is reported", "[osm][schools]")
{
    Findings findings;
    gis::OsmFeature nowhere = broken(8, {{"amenity", "school"}}, "incomplete", 0, 0);
    nowhere.near = {};
    const auto schools =
        schools_of({broken(7, {{"amenity", "school"}}, "incomplete", 30, 40), nowhere, broken(9, {{"amenity", "school"}}, "ring", 50, 40),
                    feature(gis::OsmKind::way, 10, {{"amenity", "school"}}, gis::MultiLine{{{0, 0}, {10, 0}}})},
                   findings);
    REQUIRE(schools.size() == 3);
    CHECK(schools[0].id == "relation/7");
    CHECK(schools[0].ground.empty());
    CHECK(schools[0].at.x == Approx(30.0));
    CHECK(told(findings) == Strings{"osm_incomplete schools relation/7", "osm_incomplete schools relation/8",
                                    "osm_nowhere schools relation/8", "osm_ring_broken schools relation/9",
                                    "osm_open_line schools way/10"});
}

TEST_CASE("a crossed outline is mended and said, one without area is lost and said", "[osm][schools]")
{
    Findings findings;
    const auto schools = schools_of({way(1, {{"amenity", "school"}}, {{0, 0}, {100, 100}, {100, 0}, {0, 100}, {0, 0}}),
                                     way(2, {{"amenity", "school"}}, {{0, 0}, {100, 0}, {0, 0}, {0, 0}})},
                                    findings);
    REQUIRE(schools.size() == 2);
    CHECK(gis::area(schools[0].ground).square_metres() == Approx(5000.0).epsilon(1e-4));
    CHECK(schools[1].ground.empty());
    CHECK(told(findings) == Strings{"osm_outline_mended schools way/1", "osm_outline_lost schools way/2"});
}

TEST_CASE("campuses are the grounds of the schools, named only where the schools are of the same file", "[osm][campuses]")
{
    const std::vector<gis::OsmFeature> features = {node(5, {{"amenity", "school"}}, 500, 10),
                                                   way(1, {{"amenity", "school"}, {"name", "A"}}, rectangle(0, 0, 100, 80)),
                                                   broken(3, {{"amenity", "school"}}, "incomplete", 0, 0)};
    Findings findings;
    const auto own = campuses_of_osm(features, plane(), true, findings);
    REQUIRE(own.size() == 1);
    CHECK(own[0].id == "way/1");
    CHECK(own[0].school_id == "way/1");
    CHECK(own[0].from_osm);
    CHECK(findings.empty()); // schools_of_osm says it
    CHECK(campuses_of_osm(features, plane(), false, findings)[0].school_id.empty());
    CHECK(told(findings) == Strings{"osm_incomplete campuses relation/3"});
}

TEST_CASE("a stage guessed from a name that allows others is said, a plain one is not", "[osm][schools]")
{
    Findings findings;
    schools_of({node(1, {{"amenity", "school"}, {"name", "南开中学"}}, 0, 0), node(2, {{"amenity", "school"}, {"name", "和平小学"}}, 0, 0)},
               findings);
    CHECK(told(findings) == Strings{"osm_stage_guessed schools node/1"});
    CHECK(message_of(findings[0]) == "the stage (junior) is guessed from the name '南开中学'");
}

TEST_CASE("positions of schools are given in degrees and leave out what lies nowhere", "[osm][schools]")
{
    gis::OsmFeature nowhere = broken(8, {{"amenity", "school"}}, "incomplete", 0, 0);
    nowhere.near = {};
    const std::vector<gis::OsmFeature> features = {node(5, {{"amenity", "school"}}, 0, 0), nowhere,
                                                   way(1, {{"amenity", "school"}}, rectangle(-50, -40, 100, 80)),
                                                   way(2, {{"leisure", "pitch"}}, rectangle(0, 0, 9, 9))};
    const auto positions = osm_school_positions(features);
    REQUIRE(positions.size() == 2);
    CHECK(positions[0].x == Approx(117.2));
    CHECK(positions[1].y == Approx(39.1).margin(1e-6));
}

TEST_CASE("landuse=education is the campus of the school nodes in it that stand in no school's outline", "[osm][schools]")
{
    const std::vector features = {node(1, {{"amenity", "school"}, {"name", "Alpha Primary"}}, 10, 10),
                                  node(2, {{"amenity", "school"}, {"name", "Beta Primary"}}, 90, 10),
                                  way(3, {{"landuse", "education"}}, rectangle(0, 0, 100, 80)),
                                  way(4, {{"landuse", "education"}}, rectangle(500, 0, 100, 80)),
                                  way(5, {{"landuse", "education"}, {"amenity", "university"}}, rectangle(900, 0, 100, 80))};
    Findings findings;
    const auto campuses = campuses_of_osm(features, plane(), true, findings);
    REQUIRE(campuses.size() == 1);
    CHECK(campuses[0].id == "way/3");
    CHECK(campuses[0].school_id.empty());
    CHECK(told(findings) == Strings{"osm_education_unused campuses way/4"});
}

TEST_CASE("a relation type=site is a school, and its members of the same name or of none are it", "[osm][schools]")
{
    gis::OsmFeature site = relation(9, {{"type", "site"}, {"site", "school"}, {"name", "和平小学"}}, {});
    site.geometry = {};
    site.members = {"way/1", "way/2", "node/5", "way/7"};
    Findings findings;
    const auto schools = schools_of({node(5, {{"amenity", "school"}, {"name", "和平小学"}}, 300, 10),
                                     way(1, {{"amenity", "school"}, {"name", "和平小学"}}, rectangle(0, 0, 100, 80)),
                                     way(2, {{"amenity", "school"}}, rectangle(200, 0, 50, 80)),
                                     way(7, {{"amenity", "school"}, {"name", "第二初级中学"}}, rectangle(400, 0, 50, 80)), site},
                                    findings);
    REQUIRE(schools.size() == 2);
    CHECK(schools[0].id == "relation/9");
    CHECK(schools[0].aliases == Strings{"way/1", "way/2", "node/5"});
    CHECK(schools[0].ground.size() == 2);
    CHECK(schools[0].has_stage[Stage::primary]);
    CHECK(schools[1].id == "way/7");
}
