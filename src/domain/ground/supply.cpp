#include "domain/ground/supply.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/ground/own_figures.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {

namespace {

/// What each row (position in the campus' list) needs; 0 where it is unknown, none, planned, or stands for a main school named before.
std::vector<double> required_on_campus(const City& city, const Ownership& owns, std::span<const std::optional<Need>> needs,
                                       const std::vector<SchoolIndex>& rows, std::vector<bool>& is_first)
{
    std::vector<double> required(rows.size(), 0.0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SchoolIndex main = owns.main_of[index(rows[i])];
        is_first[i] = city.schools[index(main)].phase == SchoolPhase::open &&
                      std::none_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](SchoolIndex row) { return owns.main_of[index(row)] == main; });
        if (is_first[i] && needs[index(main)] && needs[index(main)]->required) {
            required[i] = needs[index(main)]->required->square_metres();
        }
    }
    return required;
}

} // namespace

CampusShares campus_shares(const City& city, const Ownership& owns, std::span<const std::optional<Need>> needs)
{
    CampusShares shares;
    for (const auto& rows : owns.schools_of_campus) {
        std::vector<bool> is_first(rows.size());
        std::vector<double> share = required_on_campus(city, owns, needs, rows, is_first);
        double sum = 0.0;
        for (const double required : share) {
            sum += required;
        }
        const auto mains = std::count(is_first.begin(), is_first.end(), true);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            share[i] = mains == 1 ? (is_first[i] ? 1.0 : 0.0) : sum > 0.0 ? share[i] / sum : 0.0;
        }
        shares.share_of_campus.push_back(std::move(share));
    }
    return shares;
}

RowGround ground_of_row(const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares, std::size_t school)
{
    RowGround row{drawn.of_school[school], drawn.fields_of_school[school], drawn.fields_of_school[school] > 0, false};
    for (const CampusIndex campus : owns.campuses_of_school[school]) {
        const auto& schools = owns.schools_of_campus[index(campus)];
        const auto position = static_cast<std::size_t>(std::find(schools.begin(), schools.end(), SchoolIndex(school)) - schools.begin());
        const double share = shares.share_of_campus[index(campus)][position];
        row.drawn += drawn.of_campus[index(campus)].scaled(share);
        row.fields += drawn.fields_of_campus[index(campus)];
        row.has_place = true;
        row.is_left_out = row.is_left_out || (share == 0.0 && owns.is_main(SchoolIndex(school)));
    }
    return row;
}

bool is_mapped(const City& city, const RowGround& row)
{
    return row.has_place && !row.is_left_out && (city.fields_complete || row.fields > 0);
}

std::optional<double> official_m2(const School& school, FieldKind kind)
{
    switch (kind) {
    case FieldKind::outdoor: return school.outdoor_m2;
    case FieldKind::indoor: return school.indoor_m2;
    case FieldKind::special: return school.special_m2;
    }
    return std::nullopt;
}

namespace {

/// Sums the rows of one main school.
class SupplySum
{
public:
    SupplySum(const City& city, const Standard& standard, Findings& findings) : city_(city), standard_(standard), findings_(findings) {}

    /// `main`: the school of which the row is a part.
    void add_row(const School& school, const RowGround& row, const School& main)
    {
        OtherSource other;
        bool any_official = false;
        for (const FieldKind kind : all_field_kinds) {
            const auto figure = official_m2(school, kind);
            const auto official = official_in_place_of_drawn(school, kind, standard_);
            used_[kind] += official.value_or(row.drawn[kind]);
            any_official = any_official || official;
            if (figure) {
                other.official_m2 += *figure;
                other.drawn_m2 += row.drawn[kind];
                other.counted_m2 += counts_for(main, kind, standard_) ? row.drawn[kind] - *figure : 0.0;
            }
        }
        compare(school, row, other, main.id);
        drawn_ += row.drawn;
        fields_ += row.fields;
        has_official_ = has_official_ || any_official;
        has_place_ = has_place_ || row.has_place;
        is_left_out_ = is_left_out_ || row.is_left_out;
    }

    Supply supply(const School& main) const
    {
        Supply result;
        const bool mapped = has_place_ && !is_left_out_ && (city_.fields_complete || fields_ > 0);
        result.fields_missing = has_place_ && !mapped && !has_official_;
        if (mapped) {
            result.drawn_m2 = drawn_.sum();
        }
        if (!mapped && !has_official_) {
            return result;
        }
        result.source = has_official_ ? OwnSource::official : OwnSource::drawn;
        result.outdoor_m2 = used_[FieldKind::outdoor];
        result.indoor_m2 = used_[FieldKind::indoor];
        result.special_m2 = used_[FieldKind::special];
        result.own =
            ExactArea::rounded(gis::SquareMetres(used_[FieldKind::outdoor] + used_[FieldKind::indoor] +
                                                 (counts_for(main, FieldKind::special, standard_) ? used_[FieldKind::special] : 0.0)));
        return result;
    }

private:
    static constexpr double noticed_difference = 0.20;

    /// The kinds of which there is an official figure, by both sources.
    struct OtherSource
    {
        double official_m2 = 0.0;
        double drawn_m2 = 0.0;
        double counted_m2 = 0.0; ///< drawn less official, of what counts under the regime
    };

    void compare(const School& school, const RowGround& row, const OtherSource& other, const std::string& main_id)
    {
        const bool has_figure = school.outdoor_m2 || school.indoor_m2 || school.special_m2;
        if (has_figure && is_mapped(city_, row) && std::fabs(other.official_m2 - other.drawn_m2) > noticed_difference * other.official_m2) {
            const bool uses_official = standard_.area_source == AreaSource::official;
            const std::string ratio = other.drawn_m2 > 0.0 ? words::fill("{:.3g}", {other.official_m2 / other.drawn_m2}) : "-";
            findings_.push_back({IssueCode::official_differs,
                                 "schools",
                                 school.id,
                                 school.at,
                                 {other.official_m2, other.drawn_m2, ratio, uses_official ? "official" : "drawn"},
                                 {{main_id, uses_official ? other.counted_m2 : -other.counted_m2, {}}}});
        }
    }

    const City& city_;
    const Standard& standard_;
    Findings& findings_;
    PerFieldKind used_;
    PerFieldKind drawn_;
    std::uint32_t fields_ = 0;
    bool has_official_ = false;
    bool has_place_ = false;
    bool is_left_out_ = false;
};

} // namespace

std::vector<Supply> sports_area_by_school(const City& city, const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares,
                                          const Standard& standard, Findings& findings)
{
    std::vector<SupplySum> sums(city.schools.size(), SupplySum(city, standard, findings));
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (city.schools[index(owns.main_of[s])].phase == SchoolPhase::open) {
            const std::size_t main = index(owns.main_of[s]);
            sums[main].add_row(city.schools[s], ground_of_row(owns, drawn, shares, s), city.schools[main]);
        }
    }
    std::vector<Supply> supplies(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (has_figures(city, owns, SchoolIndex(s))) {
            supplies[s] = sums[s].supply(city.schools[s]);
        }
    }
    return supplies;
}

} // namespace fieldgap
