#include "layers/input/read_sites.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/seats/estate_walks.hpp"
#include "gis/error.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/config/config_paths.hpp"
#include "layers/crs/layer_crs.hpp"
#include "layers/input/far_places.hpp"
#include "layers/input/site_text.hpp"
#include "layers/rows/read_estates.hpp"
#include "layers/table/table.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr const char* layer_name = "sites";

InputSpec spec_of(const std::string& path)
{
    InputSpec spec;
    spec.written_path = config::shown_path(path);
    spec.source.path = config::resolved(path, std::filesystem::current_path().string());
    spec.source.role = layer_name;
    spec.source.is_known_heading = is_known_heading;
    spec.source.find_coordinates = coordinate_columns_of;
    return spec;
}

/// Where the schools lie, in degrees: what coordinates without a CRS are tried against.
std::optional<gis::Box> extent_of_schools(const CityInput& input)
{
    gis::Box box;
    for (const School& school : input.city.schools) {
        box.add(input.plane.to_degrees(school.at));
    }
    return box.is_empty() ? std::nullopt : std::optional(box);
}

std::size_t left_out(const Findings& findings)
{
    std::size_t sum = 0;
    for (const Finding& finding : findings) {
        sum += finding.layer == layer_name ? finding.rows_left_out : 0U;
    }
    return sum;
}

/// `*` is the id of all sites together.
void tell_from_all_together(SitesInput& read)
{
    for (Estate& site : read.sites) {
        if (site.id == all_sites_id) {
            read.findings.push_back({IssueCode::id_repeated, layer_name, site.id, {}, {site.id, site.id + "#2"}});
            site.id += "#2";
        }
    }
}

/// The layer as written, through the same door as every input.
SitesInput sites_of(gis::VectorLayer& layer, const InputSpec& spec, const CityInput& input)
{
    SitesInput read;
    georeference(layer, spec, extent_of_schools(input), read.findings);
    const Table table(Role::residential, spec, layer, &input.plane, read.findings);
    read.sites = read_estates(table);
    for (Estate& site : read.sites) {
        site.phase = EstatePhase::planned;
    }
    tell_from_all_together(read);
    make_ids_unique(read.sites, layer_name, read.findings);
    const std::string& crs = layer.crs_authority.empty() ? layer.crs_name : layer.crs_authority;
    read.record = {Role::residential,
                   spec.written_path,
                   layer.name,
                   spec.source.crs.empty() ? crs : spec.source.crs,
                   layer.encoding,
                   layer.features.size(),
                   read.sites.size(),
                   left_out(read.findings),
                   {},
                   layer_name};
    return read;
}

/// From the site that is nearest to a school; infinite where there is no site.
double nearest_school_m(const std::vector<Estate>& sites, const CityInput& input)
{
    double nearest_m = std::numeric_limits<double>::infinity();
    for (const Estate& site : sites) {
        const gis::Point at = place_of(site);
        for (const School& school : input.city.schools) {
            nearest_m = std::min(nearest_m, gis::distance_m(at, school.at));
        }
    }
    return nearest_m;
}

/// Of sites that lie nowhere near a school.
constexpr double far_m = 50e3;

/// That is said, as of every layer, and the rest goes on: it may be of another city.
void report_far_away(SitesInput& read, const CityInput& input)
{
    const double nearest_m = nearest_school_m(read.sites, input);
    if (!read.sites.empty() && !input.city.schools.empty() && nearest_m > far_layer_m(input.city.schools)) {
        read.findings.push_back({IssueCode::layer_far_off, layer_name, "", {}, {read.sites.size(), nearest_m / 1000.0}});
    }
}

/// Latitude or north written first may be a place too, in another country.
void refuse_other_way_round(const gis::VectorLayer& written, InputSpec spec, const SiteText& given, const CityInput& input)
{
    spec.source.swap_xy = true;
    gis::VectorLayer exchanged = written;
    const double nearest_m = nearest_school_m(sites_of(exchanged, spec, input).sites, input);
    if (nearest_m <= far_m) {
        throw gis::UsageError(translate(Text::site_other_way_round, {shown_site(given.text), nearest_m / 1000.0}));
    }
}

void refuse_nothing(const SitesInput& read, const SiteText& given, const CityInput& input)
{
    if (read.sites.empty()) {
        throw gis::UsageError(
            translate(Text::site_without_ground, {shown_site(given.text), input.schools_crs.empty() ? "EPSG:4326" : input.schools_crs}));
    }
}

std::optional<std::string> number_text(const std::optional<double>& number)
{
    return number ? std::optional(words::fill("{:.0f}", {*number})) : std::nullopt;
}

} // namespace

SitesInput read_sites(const std::string& path, const CityInput& input)
{
    const InputSpec spec = spec_of(path);
    if (gis::is_osm_path(spec.source.path)) {
        throw gis::Error(translate(Text::sites_from_osm, {spec.written_path}));
    }
    gis::VectorLayer layer = gis::read_layer_as_written(spec.source);
    if (layer.features.empty()) {
        throw gis::Error(translate(Text::sites_none, {spec.written_path}));
    }
    SitesInput read = sites_of(layer, spec, input);
    read.record.digest = gis::file_digest(spec.source.path);
    report_far_away(read, input);
    return read;
}

SitesInput read_site(const SiteText& given, const CityInput& input)
{
    InputSpec spec = spec_of("--site");
    gis::VectorLayer layer = layer_of_site(given.text);
    layer.name = layer_name;
    layer.columns.insert(layer.columns.end(), {"id", "households", "population"});
    gis::VectorFeature& row = layer.features.front();
    row.values.insert(row.values.end(), {"site", number_text(given.households), number_text(given.population)});
    spec.written_path = "--site";
    spec.source.crs = crs_of_site(row.geometry, given.text, input.schools_crs);
    const gis::VectorLayer written = layer;
    SitesInput read = sites_of(layer, spec, input);
    if (nearest_school_m(read.sites, input) > far_m) {
        refuse_other_way_round(written, spec, given, input);
    }
    refuse_nothing(read, given, input);
    report_far_away(read, input);
    return read;
}

} // namespace fieldgap
