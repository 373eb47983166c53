#include "layers/matching/duplicate_schools.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/interrupt.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/text/name_key.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace fieldgap {
namespace {

constexpr double same_point_m = 100.0;

bool may_be_one(const School& one, const School& other)
{
    return one.phase == other.phase && one.parent_id != other.id && other.parent_id != one.id && !are_parts(one.has_stage, other.has_stage);
}

/// Schools of one name, ascending by id.
class Namesakes
{
public:
    Namesakes(const std::vector<School>& schools, const gis::PolygonIndex& campuses) : schools_(schools), campuses_(campuses) {}

    /// An earlier one that stands where this one does.
    std::optional<std::size_t> earlier_at_place_of(std::size_t school)
    {
        std::optional<std::size_t> found;
        for (const std::uint32_t campus : campuses_.holding(schools_[school].at)) {
            const auto [it, is_first] = on_campus_.emplace(campus, school);
            if (!is_first && may_be_one(schools_[it->second], schools_[school])) {
                found = it->second;
            }
        }
        found = found ? found : earlier_near(school);
        by_x_.emplace(schools_[school].at.x, school);
        return found;
    }

private:
    std::optional<std::size_t> earlier_near(std::size_t school) const
    {
        const gis::Point& at = schools_[school].at;
        const auto end = by_x_.upper_bound(at.x + same_point_m);
        for (auto it = by_x_.lower_bound(at.x - same_point_m); it != end; ++it) {
            const School& other = schools_[it->second];
            if (std::hypot(other.at.x - at.x, other.at.y - at.y) <= same_point_m && may_be_one(other, schools_[school])) {
                return it->second;
            }
        }
        return std::nullopt;
    }

    const std::vector<School>& schools_;
    const gis::PolygonIndex& campuses_;
    std::map<std::uint32_t, std::size_t> on_campus_;
    std::multimap<double, std::size_t> by_x_;
};

} // namespace

void report_schools_twice(const std::vector<School>& schools, const std::vector<Campus>& campuses, Findings& findings)
{
    std::map<std::u32string, std::vector<std::size_t>> of_name;
    for (std::size_t s = 0; s < schools.size(); ++s) {
        const NameKey key = name_key(schools[s].name);
        if (!key.is_empty()) {
            of_name[key.stem + U'\1' + key.campus + U'\1' + key.note].push_back(s);
        }
    }
    const gis::PolygonIndex around(campuses);
    for (const auto& [name, same] : of_name) {
        Namesakes namesakes(schools, around);
        for (const std::size_t s : same.size() > 1 ? same : std::vector<std::size_t>()) {
            gis::throw_if_interrupted();
            if (const auto first = namesakes.earlier_at_place_of(s)) {
                findings.push_back({IssueCode::school_twice,
                                    "schools",
                                    schools[s].id,
                                    schools[s].at,
                                    {schools[*first].id, schools[s].id, schools[s].name},
                                    {{schools[s].id, 0.0, difference({}, pupils_of(schools[s]))}}});
            }
        }
    }
}

} // namespace fieldgap
