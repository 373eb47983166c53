#include "domain/walk/straight_pairs.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/outline.hpp"
#include "gis/interrupt.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace fieldgap {
namespace {

constexpr double slack_m = 0.001;

/// A polygon of a site, or the place of a part without one.
struct Part
{
    const gis::Polygon* polygon = nullptr;
    gis::Point at;
    gis::Box box;
};

std::vector<Part> parts_of(const Site& site)
{
    std::vector<Part> parts;
    for (const Site::Outline& outline : site.outlines) {
        for (const gis::Polygon& polygon : *outline.ground) {
            parts.push_back({&polygon, {}, gis::bounds(polygon)});
        }
    }
    for (const Site::Place& place : site.points) {
        parts.push_back({nullptr, place.at, {place.at.x, place.at.y, place.at.x, place.at.y}});
    }
    return parts;
}

gis::Line line_between(const Part& a, const Part& b)
{
    if (a.polygon != nullptr) {
        return b.polygon != nullptr ? gis::shortest_line(*a.polygon, *b.polygon) : gis::shortest_line(*a.polygon, b.at);
    }
    return b.polygon != nullptr ? gis::shortest_line(a.at, *b.polygon) : gis::Line{a.at, b.at};
}

/// Sites that are asked by place.
class Neighbourhood
{
public:
    explicit Neighbourhood(const std::vector<Site>& sites)
    {
        std::vector<gis::Box> boxes;
        for (std::uint32_t site = 0; site < sites.size(); ++site) {
            parts_.push_back(parts_of(sites[site]));
            for (const Part& part : parts_.back()) {
                boxes.push_back(part.box);
                owner_.push_back(site);
            }
        }
        index_.emplace(boxes);
    }

    const std::vector<Part>& parts(std::uint32_t site) const { return parts_[site]; }

    /// Sites of which the box of some part comes within `within_m` of one of these, ascending.
    std::vector<std::uint32_t> near(const std::vector<Part>& parts, double within_m) const
    {
        std::vector<std::uint32_t> sites;
        for (const Part& part : parts) {
            for (const std::uint32_t found : index_->meeting(part.box.widened(within_m))) {
                sites.push_back(owner_[found]);
            }
        }
        std::sort(sites.begin(), sites.end());
        sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
        return sites;
    }

private:
    std::vector<std::vector<Part>> parts_; ///< by site
    std::vector<std::uint32_t> owner_;     ///< of each part, in the order of the sites
    std::optional<gis::BoxIndex> index_;
};

/// Of equally near parts the first. Parts whose boxes are farther apart than the best so far are not looked at.
std::optional<StraightPair> nearest_parts(const std::vector<Part>& from, const std::vector<Part>& to, double within_m)
{
    std::optional<StraightPair> best;
    double least_m = within_m;
    for (const Part& one : from) {
        for (const Part& other : to) {
            if (gis::distance_m(one.box, other.box) > least_m) {
                continue;
            }
            gis::Line line = line_between(one, other);
            const double metres = gis::distance_m(line.front(), line.back());
            if (metres < least_m || (!best && metres <= least_m)) {
                least_m = metres;
                best = StraightPair{0, 0, std::move(line), metres};
            }
        }
    }
    return best;
}

} // namespace

std::vector<StraightPair> straight_pairs(const std::vector<Site>& from, const std::vector<Site>& to, double within_m,
                                         const IsWantedPair& is_wanted)
{
    const Neighbourhood neighbourhood(to);
    std::vector<std::vector<StraightPair>> of_site(from.size());
    tbb::parallel_for(std::size_t{0}, from.size(), [&](std::size_t i) {
        gis::throw_if_interrupted();
        const auto site = static_cast<std::uint32_t>(i);
        const std::vector<Part> parts = parts_of(from[i]);
        for (const std::uint32_t other : neighbourhood.near(parts, within_m + slack_m)) {
            if (!is_wanted(site, other)) {
                continue;
            }
            if (auto pair = nearest_parts(parts, neighbourhood.parts(other), within_m + slack_m)) {
                pair->from = site;
                pair->to = other;
                of_site[i].push_back(std::move(*pair));
            }
        }
    });
    std::vector<StraightPair> all;
    for (std::vector<StraightPair>& pairs : of_site) {
        std::move(pairs.begin(), pairs.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace fieldgap
