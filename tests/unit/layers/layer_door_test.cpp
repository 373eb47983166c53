#include "gis/error.hpp"
#include "layers/crs/layer_crs.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

gis::VectorLayer layer_of(const std::vector<gis::Point>& points)
{
    gis::VectorLayer layer;
    layer.name = "schools";
    layer.has_geometry = true;
    for (const gis::Point& point : points) {
        layer.features.emplace_back().geometry = point;
        layer.features.back().row = layer.features.size();
    }
    return layer;
}

InputSpec spec_of(const std::string& crs)
{
    InputSpec spec;
    spec.source.role = "schools";
    spec.source.crs = crs;
    return spec;
}

struct LetIn
{
    std::vector<gis::Geometry> degrees;
    std::vector<std::string> problems;
    std::string findings;
};

LetIn let_in_as(const std::string& crs, const std::vector<gis::Point>& points)
{
    gis::VectorLayer layer = layer_of(points);
    Findings findings;
    georeference(layer, spec_of(crs), std::nullopt, findings);
    LetIn result;
    for (const gis::VectorFeature& feature : layer.features) {
        result.degrees.push_back(feature.geometry);
        result.problems.push_back(feature.geometry_problem);
    }
    for (const Finding& finding : findings) {
        result.findings += std::string(code_of(finding.code)) + " ";
    }
    return result;
}

void check_in_tianjin(const LetIn& result)
{
    REQUIRE_FALSE(result.degrees.empty());
    for (const gis::Geometry& degrees : result.degrees) {
        REQUIRE(std::holds_alternative<gis::Point>(degrees));
        CHECK(std::get<gis::Point>(degrees).x == Approx(117.2).margin(1e-6));
        CHECK(std::get<gis::Point>(degrees).y == Approx(39.13).margin(1e-6));
    }
}

} // namespace

// docs/standards.md 5.1: the numbers of 117.20 E, 39.13 N
TEST_CASE("one place has the same degrees in every system it is written in", "[door]")
{
    const std::pair<const char*, gis::Point> written[] = {{"EPSG:4326", {117.2, 39.13}},
                                                          {"EPSG:4490", {117.2, 39.13}},
                                                          {"EPSG:4527", {39517293.540, 4332955.206}},
                                                          {"EPSG:4548", {517293.540, 4332955.206}},
                                                          {"EPSG:4549", {257870.728, 4336671.502}},
                                                          {"EPSG:4498", {20517293.540, 4332955.206}},
                                                          {"EPSG:32650", {517286.622, 4331222.025}}};
    for (const auto& [crs, point] : written) {
        INFO(crs);
        const LetIn result = let_in_as(crs, {point});
        check_in_tianjin(result);
        CHECK(result.findings.empty());
    }
}

TEST_CASE("northing first and a zone number too much or too little are mended and said", "[door]")
{
    const LetIn swapped = let_in_as("EPSG:4527", {{4332955.206, 39517293.540}, {4332955.206, 39517293.540}});
    check_in_tianjin(swapped);
    CHECK(swapped.findings == "axes_swapped ");
    const LetIn with_zone = let_in_as("EPSG:4548", {{39517293.540, 4332955.206}});
    check_in_tianjin(with_zone);
    CHECK(with_zone.findings == "zone_prefix_mended ");
    const LetIn without_zone = let_in_as("EPSG:4527", {{517293.540, 4332955.206}});
    check_in_tianjin(without_zone);
    CHECK(without_zone.findings == "zone_prefix_mended ");
}

TEST_CASE("latitude first is turned, and data outside China in EPSG:4490 are left as they are", "[door]")
{
    const LetIn swapped = let_in_as("EPSG:4326", {{39.13, 117.2}, {39.13, 117.2}});
    check_in_tianjin(swapped);
    CHECK(swapped.findings == "axes_swapped ");
    const LetIn vaduz = let_in_as("EPSG:4490", {{9.52, 47.14}, {9.53, 47.15}});
    CHECK(vaduz.findings.empty());
    CHECK(std::get<gis::Point>(vaduz.degrees[0]) == gis::Point{9.52, 47.14});
}

TEST_CASE("a row at zero has no place and the rest keep theirs", "[door]")
{
    const LetIn result = let_in_as("EPSG:4326", {{117.2, 39.13}, {0.0, 0.0}, {117.2, 39.13}});
    CHECK(result.problems == std::vector<std::string>{"", "at_zero", ""});
    CHECK(std::holds_alternative<std::monostate>(result.degrees[1]));
}

TEST_CASE("numbers without a system are refused with what they may be", "[door]")
{
    std::string said;
    try {
        let_in_as("", {{39517293.540, 4332955.206}});
    } catch (const gis::Error& error) {
        said = error.what();
    }
    CHECK(said.find("EPSG:4527") != std::string::npos);
}
