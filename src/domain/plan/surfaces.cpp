#include "domain/plan/surfaces.hpp"

#include "domain/ground/field_shares.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace fieldgap {
namespace {

constexpr double parts_per_m2 = 1e4;

/// What grounds have in common that stand in one row: district, rural (2: unknown), surface.
using Kind = std::tuple<std::string, int, std::string>;

struct Sum
{
    std::optional<bool> is_hard;
    std::int64_t grounds = 0;
    std::int64_t parts = 0;
};

std::string district_of(const Districts& districts, std::size_t school)
{
    const auto& row = districts.district_of_school[school];
    if (!row) {
        return {};
    }
    return districts.rows[*row].name.empty() ? districts.rows[*row].id : districts.rows[*row].name;
}

int rural_code(const std::optional<bool>& rural)
{
    return rural ? static_cast<int>(*rural) : 2;
}

std::optional<bool> rural_of_code(int code)
{
    return code == 2 ? std::nullopt : std::optional(code == 1);
}

void add_field(const AnalysedCity& analysed, std::size_t field, std::map<Kind, Sum>& sums)
{
    const Results& results = analysed.results;
    const Field& ground = analysed.city.fields[field];
    std::set<Kind> met;
    for (const FieldShare& share : shares_of_field(analysed.city, results.owns, results.drawn, results.shares, field)) {
        const std::int64_t parts = std::llround(share.counted_m2 * parts_per_m2);
        if (!share.school || parts <= 0) {
            continue;
        }
        const std::size_t main = index(results.owns.main_of[index(*share.school)]);
        const Kind kind = {district_of(results.districts, main), rural_code(analysed.city.schools[main].rural), ground.surface};
        Sum& sum = sums[kind];
        sum.is_hard = ground.is_hard;
        sum.parts += parts;
        sum.grounds += met.insert(kind).second ? 1 : 0;
    }
}

bool is_rural_known(const AnalysedCity& analysed)
{
    const auto& schools = analysed.city.schools;
    return std::any_of(schools.begin(), schools.end(),
                       [](const School& school) { return school.phase == SchoolPhase::open && school.rural; });
}

} // namespace

std::vector<SurfaceRow> surface_rows(const AnalysedCity& analysed)
{
    std::map<Kind, Sum> sums;
    for (std::size_t f = 0; f < analysed.city.fields.size(); ++f) {
        add_field(analysed, f, sums);
    }
    std::vector<SurfaceRow> rows;
    for (const auto& [kind, sum] : sums) {
        rows.push_back({std::get<0>(kind), rural_of_code(std::get<1>(kind)), std::get<2>(kind), sum.is_hard, sum.grounds,
                        static_cast<double>(sum.parts) / parts_per_m2});
    }
    return rows;
}

std::optional<RuralGround> rural_ground(const AnalysedCity& analysed)
{
    if (!is_rural_known(analysed)) {
        return std::nullopt;
    }
    RuralGround ground;
    for (const SurfaceRow& row : surface_rows(analysed)) {
        if (row.rural == true) {
            double& sum = !row.is_hard ? ground.unknown_m2 : *row.is_hard ? ground.hard_m2 : ground.soft_m2;
            sum = std::round((sum + row.area_m2) * parts_per_m2) / parts_per_m2;
        }
    }
    return ground;
}

std::optional<double> rural_done_m2(const PlanSettings& plan, const std::optional<RuralGround>& today)
{
    if (!plan.rural_hard_before_m2 || !today) {
        return std::nullopt;
    }
    const double done_m2 = std::max(0.0, *plan.rural_hard_before_m2 - today->hard_m2);
    return std::round(done_m2 * parts_per_m2) / parts_per_m2;
}

std::optional<double> rural_rate(const PlanSettings& plan, const std::optional<RuralGround>& today)
{
    const auto done_m2 = rural_done_m2(plan, today);
    const bool has_target = plan.rural_grounds_m2 && *plan.rural_grounds_m2 > 0.0;
    return done_m2 && has_target ? std::optional(*done_m2 / *plan.rural_grounds_m2) : std::nullopt;
}

} // namespace fieldgap
