#include "layers/columns/coordinate_pairs.hpp"

#include "gis/geometry/datum.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/io/crs/coordinate_text.hpp"
#include "layers/columns/coordinate_heading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace fieldgap {
namespace {

using gis::WebDatum;

constexpr std::array datums = {WebDatum::none, WebDatum::gcj02, WebDatum::bd09};
constexpr double same_m = 40.0;   ///< coordinates of five decimals, and of other programs' formulas
constexpr double other_m = 150.0; ///< so far off every other explanation is
constexpr std::size_t least_rows = 2;
constexpr std::size_t least_decimals = 3;

const std::optional<std::string>& cell(const gis::TableSample& table, std::size_t row, std::size_t column)
{
    return table.rows[row][column];
}

std::size_t decimals_of(std::string_view number)
{
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : number.find_last_of("0123456789") - point;
}

/// As a heading may say `location` of an address, or nothing at all, the cells must look like coordinates: degrees with decimals.
bool is_pair_of_degrees(const std::string& text)
{
    const auto pair = gis::coordinate_pair_of(text);
    const std::size_t middle = text.find_first_of(",; |");
    const bool is_fine = decimals_of(text) >= least_decimals ||
                         (middle != std::string::npos && decimals_of(std::string_view(text).substr(middle)) >= least_decimals);
    return pair && is_fine && std::fabs(pair->x) <= 180.0 && std::fabs(pair->y) <= 180.0;
}

CoordinateOption option_of_pairs(const gis::TableSample& table, std::size_t column)
{
    CoordinateOption option;
    option.columns.wkt = table.columns[column];
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& text = cell(table, row, column);
        option.at.push_back(text ? gis::coordinate_pair_of(*text) : std::nullopt);
    }
    return option;
}

/// Where the second number is no latitude, the first one is.
bool has_latitude_first(const CoordinateOption& option)
{
    return std::any_of(option.at.begin(), option.at.end(),
                       [](const auto& at) { return at && std::fabs(at->y) > 90.0 && std::fabs(at->x) <= 90.0; });
}

bool holds_pairs(const gis::TableSample& table, std::size_t column)
{
    std::size_t filled = 0;
    std::size_t pairs = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& text = cell(table, row, column);
        if (text && !text->empty()) {
            ++filled;
            pairs += is_pair_of_degrees(*text) ? 1U : 0U;
        }
    }
    return filled > 0 && 10 * pairs >= 9 * filled;
}

void add_pairs(const gis::TableSample& table, std::vector<CoordinateOption>& options)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (!holds_pairs(table, column)) {
            continue;
        }
        CoordinateOption option = option_of_pairs(table, column);
        const auto heading = coordinate_heading(table.columns[column]);
        option.columns.is_north_first = has_latitude_first(option) || (heading && heading->is_north_first);
        for (auto& at : option.at) {
            at = at && option.columns.is_north_first ? gis::Point{at->y, at->x} : at;
        }
        option.columns.datum = heading ? heading->datum : datum_of_heading(table.columns[column]);
        options.push_back(std::move(option));
    }
}

/// What is one point's: the same datum and the same words beside, and (if it can be) the same family.
struct Sort
{
    std::optional<WebDatum> datum;
    std::string beside;
    CoordinateFamily family{};
    friend auto operator<=>(const Sort&, const Sort&) = default;
};

struct Axes
{
    std::optional<std::size_t> x;
    std::optional<std::size_t> y;
    std::size_t x_rank = 0;
    std::size_t y_rank = 0;
};

void note(Axes& axes, const CoordinateHeading& heading, std::size_t column)
{
    auto& at = heading.axis == CoordinateAxis::x ? axes.x : axes.y;
    auto& rank = heading.axis == CoordinateAxis::x ? axes.x_rank : axes.y_rank;
    if (!at || heading.rank < rank) {
        at = column;
        rank = heading.rank;
    }
}

CoordinateOption option_of(const gis::TableSample& table, std::size_t x, std::size_t y, std::optional<WebDatum> datum)
{
    CoordinateOption option;
    option.columns.x = table.columns[x];
    option.columns.y = table.columns[y];
    option.columns.datum = datum;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& x_text = cell(table, row, x);
        const auto& y_text = cell(table, row, y);
        const auto east = x_text ? gis::coordinate_of(*x_text) : std::nullopt;
        const auto north = y_text ? gis::coordinate_of(*y_text) : std::nullopt;
        option.at.push_back(east && north ? std::optional(gis::Point{*east, *north}) : std::nullopt);
    }
    return option;
}

void add_columns(const gis::TableSample& table, std::vector<CoordinateOption>& options)
{
    std::map<Sort, Axes> sorts;
    std::map<Sort, Axes> mixed; ///< whatever the family
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto heading = coordinate_heading(table.columns[column]);
        if (heading && heading->axis != CoordinateAxis::pair) {
            note(sorts[{heading->datum, heading->beside, heading->family}], *heading, column);
            note(mixed[{heading->datum, heading->beside, {}}], *heading, column);
        }
    }
    const std::size_t before = options.size();
    for (const auto* list : {&sorts, &mixed}) {
        for (const auto& [sort, axes] : *list) {
            if (axes.x && axes.y && (list == &sorts || options.size() == before)) {
                options.push_back(option_of(table, *axes.x, *axes.y, sort.datum));
            }
        }
    }
}

/// Our own names go before everything else.
void put_own_names_first(std::vector<CoordinateOption>& options)
{
    std::stable_partition(options.begin(), options.end(),
                          [](const CoordinateOption& one) { return one.columns.x == "x" && one.columns.y == "y"; });
}

gis::Point wgs84_of(const gis::Point& at, WebDatum datum)
{
    switch (datum) {
    case WebDatum::gcj02: return gis::wgs84_from_gcj02(at);
    case WebDatum::bd09: return gis::wgs84_from_bd09(at);
    case WebDatum::none: return at;
    }
    return at;
}

double rough_distance_m(const gis::Point& a, const gis::Point& b)
{
    constexpr double m_per_degree = 111'200.0;
    constexpr double degree = 3.14159265358979323846 / 180.0;
    return m_per_degree * std::hypot((a.x - b.x) * std::cos(a.y * degree), a.y - b.y);
}

/// The median distance of what is the same row's, if the one is of this datum and the other of that; nothing where few rows have both.
std::optional<double> apart_m(const CoordinateOption& a, WebDatum of_a, const CoordinateOption& b, WebDatum of_b)
{
    std::vector<double> distances_m;
    for (std::size_t i = 0; i < a.at.size(); ++i) {
        if (a.at[i] && b.at[i]) {
            distances_m.push_back(rough_distance_m(wgs84_of(*a.at[i], of_a), wgs84_of(*b.at[i], of_b)));
        }
    }
    return distances_m.size() < least_rows ? std::nullopt : std::optional(gis::median(std::move(distances_m)));
}

/// What makes the two the same places.
struct Explanation
{
    WebDatum of_a{};
    WebDatum of_b{};
    double apart_m = INFINITY;
};

void give(CoordinateOption& to, WebDatum datum, const CoordinateOption& beside)
{
    if (!to.columns.datum) {
        to.columns.datum = datum;
        to.columns.datum_beside = beside.columns.wkt.empty() ? beside.columns.x : beside.columns.wkt;
    }
}

void compare(CoordinateOption& a, CoordinateOption& b)
{
    Explanation best;
    double next_m = INFINITY;
    for (const WebDatum of_a : datums) {
        for (const WebDatum of_b : datums) {
            const bool is_possible = a.columns.datum.value_or(of_a) == of_a && b.columns.datum.value_or(of_b) == of_b;
            const auto m = is_possible && of_a != of_b ? apart_m(a, of_a, b, of_b) : std::nullopt;
            if (m && *m < best.apart_m) {
                next_m = best.apart_m;
                best = {of_a, of_b, *m};
            } else if (m) {
                next_m = std::min(next_m, *m);
            }
        }
    }
    const auto as_they_are_m = apart_m(a, WebDatum::none, b, WebDatum::none);
    if (best.apart_m < same_m && next_m > other_m && as_they_are_m && *as_they_are_m > other_m) {
        give(a, best.of_a, b);
        give(b, best.of_b, a);
    } else if (as_they_are_m && *as_they_are_m < same_m) {
        a.columns.datum ? give(b, *a.columns.datum, a) : b.columns.datum ? give(a, *b.columns.datum, b) : void();
    }
}

} // namespace

std::size_t CoordinateOption::filled() const
{
    return static_cast<std::size_t>(std::count_if(at.begin(), at.end(), [](const auto& one) { return one.has_value(); }));
}

bool CoordinateOption::is_degrees() const
{
    const auto degrees = static_cast<std::size_t>(std::count_if(
        at.begin(), at.end(), [](const auto& one) { return one && std::fabs(one->x) <= 180.0 && std::fabs(one->y) <= 90.0; }));
    return degrees > 0 && 10 * degrees >= 9 * filled();
}

std::vector<CoordinateOption> coordinate_options(const gis::TableSample& table)
{
    std::vector<CoordinateOption> options;
    add_columns(table, options);
    put_own_names_first(options);
    add_pairs(table, options);
    return options;
}

void compare_options(std::vector<CoordinateOption>& options)
{
    for (std::size_t i = 0; i < options.size(); ++i) {
        for (std::size_t j = i + 1; j < options.size(); ++j) {
            if (options[i].is_degrees() && options[j].is_degrees()) {
                compare(options[i], options[j]);
            }
        }
    }
}

} // namespace fieldgap
