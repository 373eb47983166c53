#include "layers/places/likely_readings.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/io/crs/crs_list.hpp"
#include "gis/io/crs/lands.hpp"
#include "gis/io/crs/source_crs.hpp"
#include "gis/io/crs/zone_families.hpp"
#include "layers/places/chinese_places.hpp"
#include "layers/places/country_words.hpp"
#include "layers/places/system_words.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double region_counts = 2.0;    ///< against the country's 1
constexpr double city_counts_more = 0.5; ///< than a province
constexpr double own_grid_counts = 0.5;
constexpr double clear_weight = 0.5;
constexpr double beside_deg = 0.3;

bool is_at(const PlaceSign& sign, const gis::Point& place)
{
    return sign.within.is_empty() ? gis::is_land_of(sign.country, place) : gis::lies_in(sign.within.widened(beside_deg), place);
}

double counts_of(const PlaceSign& sign)
{
    constexpr double city_deg = 3.5;
    const bool is_city = sign.within.max_x - sign.within.min_x < city_deg;
    return sign.within.is_empty() ? 1.0 : region_counts + (is_city ? city_counts_more : 0.0);
}

/// A candidate, and what speaks for it.
struct Ranked
{
    gis::CrsCandidate candidate;
    double score = 0.0;
    std::size_t prefectures = 0; ///< of China, at its place
};

std::size_t prefectures_at(const gis::Point& place)
{
    const auto& all = chinese_prefectures();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const ChinesePrefecture& one) { return gis::lies_in(one.box, place); }));
}

Ranked ranked(gis::CrsCandidate candidate, const PlaceEvidence& evidence)
{
    constexpr int most_reasons = 2;
    Ranked one{std::move(candidate), 0.0, 0};
    one.prefectures = one.candidate.country == "CN" ? prefectures_at(one.candidate.centre) : 0;
    int reasons = 0;
    double of_country = 0.0;
    double of_region = 0.0;
    for (const PlaceSign& sign : evidence.signs) {
        if (one.candidate.needs_helmert || !is_at(sign, one.candidate.centre)) {
            continue;
        }
        double& most = sign.within.is_empty() ? of_country : of_region;
        const double bonus = sign.country == one.candidate.country ? own_grid_counts : 0.0;
        most = std::max(most, sign.weight * (counts_of(sign) + bonus));
        if (reasons < most_reasons && one.candidate.evidence.find(sign.why) == std::string::npos) {
            one.candidate.evidence = translate(Text::init_crs_why, {one.candidate.evidence, sign.why});
            ++reasons;
        }
    }
    one.score = of_country + of_region;
    return one;
}

bool is_of_sort(const gis::CrsCandidate& candidate, const SystemSign& sign)
{
    const int code = gis::epsg_number(candidate.reading.crs);
    const auto zone = candidate.needs_helmert ? std::nullopt : gis::meridian_zone_of(candidate.reading.crs);
    switch (sign.sort) {
    case PlaneSort::utm: return (code >= 32601 && code <= 32760) || gis::crs_name(candidate.reading.crs).find("UTM") != std::string::npos;
    case PlaneSort::epsg: return code == sign.epsg;
    case PlaneSort::gauss_kruger:
    case PlaneSort::beijing_1954:
    case PlaneSort::xian_1980: return zone.has_value() && candidate.country == "CN";
    }
    return false;
}

/// Those that at least half as much speaks for as for the likeliest; of every country the planes would be thousands.
std::vector<gis::Country> likely_countries(const PlaceEvidence& evidence)
{
    std::vector<gis::Country> countries;
    for (const PlaceSign& sign : evidence.signs) { // the weightiest first
        const bool is_new =
            std::none_of(countries.begin(), countries.end(), [&](const gis::Country& one) { return one.code == sign.country; });
        for (const CountryName& one : country_names()) {
            if (is_new && one.country == sign.country && !one.area_name.empty() && 2.0 * sign.weight >= evidence.signs.front().weight) {
                countries.push_back({sign.country, std::string(one.area_name)});
            }
        }
    }
    return countries;
}

/// Only what is of a sort that is spoken of, where anything is.
void keep_sorts(std::vector<Ranked>& list, const std::vector<SystemSign>& systems)
{
    for (const SystemSign& sign : systems) {
        const auto is_of_it = [&](const Ranked& one) { return is_of_sort(one.candidate, sign); };
        if (std::none_of(list.begin(), list.end(), is_of_it)) {
            continue;
        }
        std::erase_if(list, [&](const Ranked& one) { return !is_of_it(one); });
        for (Ranked& one : list) {
            one.candidate.evidence = translate(Text::init_crs_why, {one.candidate.evidence, "'" + sign.word + "'"});
            const bool is_old = sign.sort == PlaneSort::beijing_1954 || sign.sort == PlaneSort::xian_1980;
            const auto datum = sign.sort == PlaneSort::beijing_1954 ? gis::OldDatum::beijing_1954 : gis::OldDatum::xian_1980;
            const auto old = is_old ? gis::on_old_datum(one.candidate.reading.crs, datum) : std::nullopt;
            one.candidate.reading.crs = old.value_or(one.candidate.reading.crs);
            one.candidate.name = old ? "" : one.candidate.name;
        }
    }
}

void keep_likely(std::vector<Ranked>& list, const PlaceEvidence& evidence)
{
    double best = 0.0;
    for (const Ranked& one : list) {
        best = std::max(best, one.score);
    }
    const bool is_sure_of_another_place = best == 0.0 && !evidence.signs.empty() && evidence.signs.front().weight >= clear_weight;
    const auto is_newer = [](const Ranked& one) { return !one.candidate.is_replaced && !one.candidate.country.empty(); };
    const bool has_newer = std::any_of(list.begin(), list.end(), [&](const Ranked& one) { return is_newer(one) && one.score == best; });
    std::erase_if(list, [&](const Ranked& one) { return one.candidate.is_replaced && has_newer; });
    std::erase_if(list, [&](const Ranked& one) {
        const bool is_elsewhere = is_sure_of_another_place && !one.candidate.needs_helmert;
        return is_elsewhere || (best > 0.0 && (one.score == 0.0 || 2.0 * one.score < best));
    });
}

bool is_likelier(const Ranked& a, const Ranked& b)
{
    if (a.score != b.score) {
        return a.score > b.score;
    }
    if (a.candidate.is_of_country_alone != b.candidate.is_of_country_alone) {
        return a.candidate.is_of_country_alone;
    }
    return a.prefectures > b.prefectures;
}

/// The places of zones and of a country's planes are rough. Those of the first, which are what is shown, are made exact, and of several
/// systems that lead to one place, such as UTM on WGS 84 and on ETRS89, that of the country is left.
void look_closer(std::span<const gis::Point> points, std::vector<gis::CrsCandidate>& list)
{
    constexpr std::size_t most_looked_at = 16;
    const gis::Point middle = gis::median(points);
    std::vector<gis::CrsCandidate> looked_at;
    for (std::size_t i = 0; i < list.size(); ++i) {
        gis::CrsCandidate& one = list[i];
        if (i < most_looked_at && one.name.empty()) {
            one.name = gis::crs_name(one.reading.crs);
            one.centre = gis::to_degrees(one.reading, std::span(&middle, 1)).front().value_or(one.centre);
        }
        const auto same = std::find_if(looked_at.begin(), looked_at.end(), [&](const gis::CrsCandidate& other) {
            return !one.name.empty() && !one.needs_helmert && !other.name.empty() && gis::lead_to_one_place(one, other);
        });
        if (same == looked_at.end()) {
            looked_at.push_back(std::move(one));
        } else if (same->country.empty() && !one.country.empty()) {
            *same = std::move(one);
        }
    }
    list = std::move(looked_at);
}

/// How many of the short names of a system the tables speak of.
std::size_t times_named(const gis::CrsCandidate& one, const PlaceEvidence& evidence)
{
    std::size_t times = 0;
    for (const std::string& short_name : one.needs_helmert ? std::vector<std::string>() : short_names_of(one.name)) {
        times += std::any_of(evidence.titles.begin(), evidence.titles.end(),
                             [&](const std::string& title) { return names_system(title, short_name); })
                     ? 1U
                     : 0U;
    }
    return times;
}

/// Only those that are named, where any is.
void keep_named(std::vector<gis::CrsCandidate>& list, const PlaceEvidence& evidence)
{
    std::size_t most = 0;
    for (const gis::CrsCandidate& one : list) {
        most = std::max(most, times_named(one, evidence));
    }
    std::erase_if(list, [&](const gis::CrsCandidate& one) { return times_named(one, evidence) < most; });
}

} // namespace

std::vector<gis::CrsCandidate> likely_readings(std::span<const gis::Point> points, const PlaceEvidence& evidence)
{
    const std::vector<gis::Country> countries = likely_countries(evidence);
    std::vector<gis::CrsCandidate> readings = gis::possible_readings(points, std::nullopt, countries);
    if (readings.size() < 2 || gis::is_in_degrees(readings.front().reading.crs)) {
        return readings;
    }
    std::vector<Ranked> list;
    for (gis::CrsCandidate& one : readings) {
        list.push_back(ranked(std::move(one), evidence));
    }
    keep_likely(list, evidence);
    keep_sorts(list, evidence.systems);
    std::stable_sort(list.begin(), list.end(), is_likelier);
    readings.clear();
    for (Ranked& one : list) {
        readings.push_back(std::move(one.candidate));
    }
    look_closer(points, readings);
    keep_named(readings, evidence);
    return readings;
}

} // namespace fieldgap
