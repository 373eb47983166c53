#include "layers/crs/layer_crs.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/error.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/io/crs/crs_guess.hpp"
#include "gis/io/crs/crs_list.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "layers/crs/layer_datum.hpp"
#include "layers/places/likely_readings.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Data reach over the edge of the area for which their CRS was made, those of a plane by a zone or so.
constexpr double area_margin_deg = 3.0;
constexpr std::size_t most_candidates_named = 3;

/// A point for each feature with geometry, in the file's numbers.
struct Anchors
{
    std::vector<std::size_t> feature;
    std::vector<gis::Point> at;
};

Anchors anchors_of(const gis::VectorLayer& layer)
{
    Anchors anchors;
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        const gis::Box box = gis::bounds(layer.features[i].geometry);
        if (!box.is_empty()) {
            anchors.feature.push_back(i);
            anchors.at.push_back(gis::middle_of(box));
        }
    }
    return anchors;
}

gis::SourceCrs declared_reading(const gis::VectorLayer& layer, const gis::VectorSource& said)
{
    const gis::VectorSource source = with_datum_of_headings(layer, said);
    return {source.crs.empty() ? layer.crs_text : source.crs, source.datum, source.swap_xy, source.helmert};
}

bool is_at_zero(const gis::Point& point)
{
    return point.x == 0.0 && point.y == 0.0;
}

/// Which points a reading takes to where its CRS is used.
class Fit
{
public:
    Fit(const gis::SourceCrs& reading, std::span<const gis::Point> points)
    {
        const gis::Box area = gis::area_of_use(reading.crs).widened(area_margin_deg);
        degrees = gis::to_degrees(reading, points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            is_in.push_back(degrees[i] && gis::lies_in(area, *degrees[i]) && !is_at_zero(points[i]) ? 1 : 0);
            looked_at_ += is_at_zero(points[i]) ? 0U : 1U;
        }
        in_ = static_cast<std::size_t>(std::count(is_in.begin(), is_in.end(), 1));
    }

    bool is_most() const { return 2 * in_ > looked_at_; }
    bool is_nearly_all() const { return 10 * in_ >= 9 * looked_at_ && in_ > 0; }
    bool is_empty() const { return looked_at_ == 0; }

    std::vector<std::optional<gis::Point>> degrees;
    std::vector<char> is_in;

private:
    std::size_t in_ = 0;
    std::size_t looked_at_ = 0;
};

double at_share(std::vector<double> values, double share)
{
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

gis::Box most_of(const Fit& fit)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t i = 0; i < fit.is_in.size(); ++i) {
        if (fit.is_in[i] != 0) {
            xs.push_back(fit.degrees[i]->x);
            ys.push_back(fit.degrees[i]->y);
        }
    }
    return {at_share(xs, 0.05), at_share(ys, 0.05), at_share(xs, 0.95), at_share(ys, 0.95)};
}

/// The zone number (times a million) by which the eastings are off, if the CRS is a plane in zones and they all are.
std::optional<double> prefix_off_m(const gis::SourceCrs& reading, std::span<const gis::Point> points)
{
    const auto zone = gis::meridian_zone_of(reading.crs);
    if (!zone || reading.helmert || points.empty()) {
        return std::nullopt;
    }
    const auto millions = [&](const gis::Point& point) { return std::floor((reading.swap_xy ? point.y : point.x) / 1e6); };
    const double written = millions(points.front());
    const double declared = std::floor(zone->false_easting_m / 1e6);
    const double number = std::max(written, declared);
    const bool is_same_meridian = number * 3.0 == zone->meridian_deg || number * 6.0 - 3.0 == zone->meridian_deg;
    const auto agrees = [&](const gis::Point& point) { return is_at_zero(point) || millions(point) == written; };
    const bool is_mendable = written != declared && std::min(written, declared) == 0.0 && is_same_meridian;
    return is_mendable && std::all_of(points.begin(), points.end(), agrees) ? std::optional((declared - written) * 1e6) : std::nullopt;
}

/// The best candidates in one text, and the config lines of the first.
struct Advice
{
    std::string candidates;
    std::string lines;
};

std::optional<Advice> advice_for(const gis::VectorLayer& layer, const InputSpec& spec, std::span<const gis::Point> points,
                                 const std::optional<gis::Box>& extent)
{
    Advice advice;
    const NamedTable table{&layer, spec.source.path};
    const auto candidates =
        extent ? gis::possible_readings(points, extent) : likely_readings(points, place_evidence_of(std::span(&table, 1)));
    for (std::size_t i = 0; i < std::min(candidates.size(), most_candidates_named); ++i) {
        const auto& one = candidates[i];
        std::string name = one.name;
        if (!one.reading.crs.empty()) {
            name = one.reading.crs + " " + (one.name.empty() ? gis::crs_name(one.reading.crs) : one.name);
        }
        const std::string text = translate(Text::guess_one, {name, one.evidence});
        advice.candidates += i == 0 ? text : ", " + text;
    }
    if (candidates.empty()) {
        return std::nullopt;
    }
    advice.lines = candidates.front().needs_helmert ? "helmert" : gis::config_lines(candidates.front().reading);
    return advice;
}

std::string shown(const gis::Point& point)
{
    return translate(Text::fit_point, {point.x, point.y});
}

[[noreturn]] void fail_without_crs(const gis::VectorLayer& layer, const InputSpec& spec, const Anchors& anchors, const Advice& advice)
{
    throw gis::Error(translate(Text::source_without_crs_guess, {layer.name, spec.written_path, shown(anchors.at.front()), advice.candidates,
                                                                spec.source.role, advice.lines}));
}

/// False for a file of the command line: no key of the config mends what is wrong with it.
bool has_config_table(const InputSpec& spec)
{
    return std::any_of(all_roles.begin(), all_roles.end(), [&spec](Role role) { return name_of(role) == spec.source.role; });
}

[[noreturn]] void fail_without_crs_or_key(const gis::VectorLayer& layer, const InputSpec& spec, const Anchors& anchors,
                                          const std::optional<Advice>& advice)
{
    const std::string candidates = advice ? advice->candidates : translate(Text::guess_nothing);
    throw gis::Error(
        translate(Text::source_without_crs_candidates, {layer.name, spec.written_path, shown(anchors.at.front()), candidates}));
}

[[noreturn]] void fail_wrong_crs(const gis::VectorLayer& layer, const InputSpec& spec, const Anchors& anchors, const std::string& crs,
                                 const std::optional<Advice>& advice)
{
    const std::string numbers = shown(anchors.at.front());
    if (!advice || !has_config_table(spec)) {
        throw gis::Error(translate(Text::source_crs_wrong, {layer.name, spec.written_path, numbers, crs}));
    }
    throw gis::Error(translate(Text::source_crs_wrong_guess,
                               {layer.name, spec.written_path, numbers, crs, advice->candidates, spec.source.role, advice->lines}));
}

void swap_axes(gis::Geometry& geometry)
{
    const auto swap_path = [](std::vector<gis::Point>& path) {
        for (gis::Point& point : path) {
            std::swap(point.x, point.y);
        }
    };
    if (auto* point = std::get_if<gis::Point>(&geometry)) {
        std::swap(point->x, point->y);
    } else if (auto* lines = std::get_if<gis::MultiLine>(&geometry)) {
        std::for_each(lines->begin(), lines->end(), swap_path);
    } else if (auto* polygons = std::get_if<gis::MultiPolygon>(&geometry)) {
        for (gis::Polygon& polygon : *polygons) {
            swap_path(polygon.outer);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), swap_path);
        }
    }
}

/// Rows that do not lie where the rest lies: swapped back if that takes them there, else without place.
std::size_t mend_rows(gis::VectorLayer& layer, const gis::SourceCrs& reading, const Anchors& anchors, const Fit& fit)
{
    gis::SourceCrs other_way = reading;
    other_way.swap_xy = !reading.swap_xy;
    const Fit swapped(other_way, anchors.at);
    const gis::Box bulk = most_of(fit).widened(1.0);
    std::size_t rows_swapped = 0;
    for (std::size_t i = 0; i < anchors.at.size(); ++i) {
        gis::VectorFeature& feature = layer.features[anchors.feature[i]];
        if (is_at_zero(anchors.at[i])) {
            feature.geometry = {};
            feature.geometry_problem = "at_zero";
        } else if (fit.is_in[i] == 0 && swapped.is_in[i] != 0 && gis::lies_in(bulk, *swapped.degrees[i])) {
            swap_axes(feature.geometry);
            ++rows_swapped;
        } else if (fit.is_in[i] == 0) {
            feature.geometry = {};
            feature.geometry_problem = fit.degrees[i] ? "outside_crs" : "not_finite";
        }
    }
    return rows_swapped;
}

/// A reading of the whole layer that differs from the declared one in what can be mended for certain.
struct Mending
{
    gis::SourceCrs reading;
    std::optional<double> off_m = std::nullopt; ///< put before the eastings
    bool is_swapped = false;
};

Mending with_prefix(Mending mending, const Anchors& anchors)
{
    mending.off_m = prefix_off_m(mending.reading, anchors.at);
    if (mending.off_m) {
        mending.reading.helmert = gis::Helmert{*mending.off_m, 0.0, 1.0, 0.0};
    }
    return mending;
}

/// The declared reading where nothing mends it.
Mending mended(const gis::SourceCrs& declared, const Anchors& anchors)
{
    const Mending as_declared = with_prefix({declared}, anchors);
    if (as_declared.off_m) {
        return as_declared;
    }
    Mending swapped{declared, std::nullopt, true};
    swapped.reading.swap_xy = !declared.swap_xy;
    if (Fit(swapped.reading, anchors.at).is_nearly_all()) {
        return swapped;
    }
    swapped = with_prefix(swapped, anchors);
    return swapped.off_m ? swapped : as_declared;
}

/// Metres that were taken for degrees, or the reverse: no reading of the declared CRS is right.
bool is_of_other_kind(const gis::SourceCrs& reading, const Anchors& anchors)
{
    const auto looks_like_degrees = [](const gis::Point& point) { return std::fabs(point.x) <= 180.0 && std::fabs(point.y) <= 180.0; };
    const bool is_degrees = std::all_of(anchors.at.begin(), anchors.at.end(), looks_like_degrees);
    const bool has_numbers = std::any_of(anchors.at.begin(), anchors.at.end(),
                                         [](const gis::Point& point) { return std::fabs(point.x) > 1.0 || std::fabs(point.y) > 1.0; });
    return !reading.helmert && is_degrees && has_numbers && !gis::is_in_degrees(reading.crs);
}

void report_mending(const gis::VectorLayer& layer, const InputSpec& spec, const Mending& mending, std::size_t rows_swapped,
                    std::size_t rows, Findings& findings)
{
    const std::size_t swapped = mending.is_swapped ? rows - rows_swapped : rows_swapped;
    if (swapped > 0) {
        findings.push_back({IssueCode::axes_swapped, spec.source.role, "", {}, {}});
        findings.back().values.emplace_back(swapped);
        findings.back().values.emplace_back(rows);
    }
    if (mending.off_m) {
        const std::string done = translate(*mending.off_m > 0.0 ? Text::zone_added : Text::zone_removed);
        const std::string crs = layer.crs_authority.empty() ? layer.crs_name : layer.crs_authority;
        findings.push_back({IssueCode::zone_prefix_mended, spec.source.role, "", {}, {rows, crs, std::fabs(*mending.off_m) / 1e6, done}});
    }
}

} // namespace

std::optional<gis::Box> declared_extent(const gis::VectorLayer& as_written, const gis::VectorSource& source)
{
    const gis::SourceCrs reading = declared_reading(as_written, source);
    const Anchors anchors = anchors_of(as_written);
    if (reading.crs.empty() || anchors.at.empty() || is_of_other_kind(reading, anchors)) {
        return std::nullopt;
    }
    const Fit fit(reading, anchors.at);
    return fit.is_nearly_all() ? std::optional(most_of(fit)) : std::nullopt;
}

gis::SourceCrs georeference(gis::VectorLayer& layer, const InputSpec& spec, const std::optional<gis::Box>& extent, Findings& findings)
{
    const gis::SourceCrs declared = declared_reading(layer, spec.source);
    const Anchors anchors = anchors_of(layer);
    if (declared.crs.empty() && spec.source.needs_crs && !anchors.at.empty()) {
        const auto advice = advice_for(layer, spec, anchors.at, extent);
        if (!has_config_table(spec)) {
            fail_without_crs_or_key(layer, spec, anchors, advice);
        }
        if (advice) {
            fail_without_crs(layer, spec, anchors, *advice);
        }
    }
    gis::VectorSource source = with_datum_of_headings(layer, spec.source);
    if (!layer.has_geometry || declared.crs.empty() || anchors.at.empty()) {
        gis::bring_to_degrees(layer, source);
        return declared;
    }
    const std::string crs = source.crs.empty() ? layer.crs_name : source.crs;
    if (is_of_other_kind(declared, anchors)) {
        fail_wrong_crs(layer, spec, anchors, crs, advice_for(layer, spec, anchors.at, extent));
    }
    Mending mending{declared};
    Fit fit(declared, anchors.at);
    if (!fit.is_most() && !fit.is_empty()) {
        mending = mended(declared, anchors);
        fit = Fit(mending.reading, anchors.at);
        const bool is_somewhere = std::any_of(fit.degrees.begin(), fit.degrees.end(), [](const auto& point) { return point.has_value(); });
        if (!fit.is_most() && !is_somewhere) {
            fail_wrong_crs(layer, spec, anchors, crs, advice_for(layer, spec, anchors.at, extent));
        }
    }
    const std::size_t rows_swapped = fit.is_most() ? mend_rows(layer, mending.reading, anchors, fit) : 0;
    source.swap_xy = mending.reading.swap_xy;
    source.helmert = mending.reading.helmert;
    gis::bring_to_degrees(layer, source);
    report_mending(layer, spec, mending, rows_swapped, anchors.at.size(), findings);
    note_datum(layer, spec, findings);
    return mending.reading;
}

} // namespace fieldgap
