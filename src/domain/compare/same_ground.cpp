#include "domain/compare/same_ground.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace fieldgap {
namespace {

using Schools = std::span<const ComparedSchool>;

constexpr double least_share = 0.5;
constexpr double near_m = 100.0;

std::vector<const gis::MultiPolygon*> grounds_of(Schools schools, const std::vector<std::uint32_t>& some)
{
    std::vector<const gis::MultiPolygon*> grounds;
    for (const std::uint32_t one : some) {
        grounds.push_back(&schools[one].ground);
    }
    return grounds;
}

double shared_m2(const ComparedSchool& a, const ComparedSchool& b)
{
    return gis::area(gis::intersection(a.ground, b.ground)).square_metres();
}

struct Likeness
{
    double score = 0.0; ///< shared ground, and 1 more for the same name near by
    SchoolPair pair;
};

class Likenesses
{
public:
    Likenesses(Schools before, Schools after, const std::vector<std::uint32_t>& of_after)
        : before_(before), after_(after), of_after_(of_after), grounds_(grounds_of(after, of_after))
    {
        for (const std::uint32_t school : of_after) {
            if (!after[school].name.empty()) {
                of_name_[after[school].name].push_back(school);
            }
        }
    }

    void add(std::uint32_t school)
    {
        std::set<std::uint32_t> candidates;
        for (const std::uint32_t place : grounds_.meeting(gis::bounds(before_[school].ground))) {
            candidates.insert(of_after_[place]);
        }
        if (const auto named = of_name_.find(before_[school].name); named != of_name_.end()) {
            candidates.insert(named->second.begin(), named->second.end());
        }
        for (const std::uint32_t candidate : candidates) {
            add({school, candidate});
        }
    }

    std::vector<Likeness> sorted() &&
    {
        std::sort(all_.begin(), all_.end(), [](const Likeness& a, const Likeness& b) {
            return std::tuple(-a.score, a.pair.before, a.pair.after) < std::tuple(-b.score, b.pair.before, b.pair.after);
        });
        return std::move(all_);
    }

private:
    void add(const SchoolPair& pair)
    {
        const ComparedSchool& a = before_[pair.before];
        const ComparedSchool& b = after_[pair.after];
        const double larger_m2 = std::max(gis::area(a.ground).square_metres(), gis::area(b.ground).square_metres());
        const double share = larger_m2 > 0.0 ? shared_m2(a, b) / larger_m2 : 0.0;
        const bool is_named_so = !a.name.empty() && a.name == b.name && gis::distance_m(a.at, b.at) <= near_m;
        if (share >= least_share || is_named_so) {
            all_.push_back({share + (is_named_so ? 1.0 : 0.0), pair});
        }
    }

    Schools before_, after_;
    const std::vector<std::uint32_t>& of_after_;
    gis::PolygonIndex grounds_;
    std::map<std::string, std::vector<std::uint32_t>> of_name_;
    std::vector<Likeness> all_;
};

} // namespace

std::vector<SchoolPair> same_schools(Schools before, Schools after, const std::vector<std::uint32_t>& of_before,
                                     const std::vector<std::uint32_t>& of_after)
{
    Likenesses likenesses(before, after, of_after);
    for (const std::uint32_t school : of_before) {
        likenesses.add(school);
    }
    std::vector<SchoolPair> pairs;
    std::set<std::uint32_t> taken_before, taken_after;
    for (const Likeness& one : std::move(likenesses).sorted()) {
        if (!taken_before.contains(one.pair.before) && !taken_after.contains(one.pair.after)) {
            taken_before.insert(one.pair.before);
            taken_after.insert(one.pair.after);
            pairs.push_back(one.pair);
        }
    }
    return pairs;
}

std::vector<SchoolPair> grounds_inside(Schools inner, Schools outer, const std::vector<std::uint32_t>& of_inner)
{
    std::vector<SchoolPair> pairs;
    if (of_inner.empty()) {
        return pairs;
    }
    std::vector<std::uint32_t> mains;
    for (std::uint32_t i = 0; i < outer.size(); ++i) {
        if (outer[i].is_main()) {
            mains.push_back(i);
        }
    }
    const gis::PolygonIndex grounds(grounds_of(outer, mains));
    for (const std::uint32_t school : of_inner) {
        const ComparedSchool& one = inner[school];
        gis::Box window = gis::bounds(one.ground);
        if (window.is_empty()) {
            window.add(one.at);
        }
        const double own_m2 = gis::area(one.ground).square_metres();
        std::optional<std::uint32_t> best;
        double most = 0.0;
        for (const std::uint32_t place : grounds.meeting(window)) {
            const ComparedSchool& other = outer[mains[place]];
            const double share = own_m2 > 0.0 ? shared_m2(one, other) / own_m2 : (gis::contains(other.ground, one.at) ? 1.0 : 0.0);
            if (share >= least_share && share > most) {
                best = mains[place];
                most = share;
            }
        }
        if (best) {
            pairs.push_back({school, *best});
        }
    }
    return pairs;
}

} // namespace fieldgap
