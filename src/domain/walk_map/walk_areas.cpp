#include "domain/walk_map/walk_areas.hpp"

#include "domain/walk_map/school_searches.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"
#include "gis/walking/reached_edges.hpp"
#include "gis/widening/widening.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

using OfSchool = std::vector<WalkArea>;

/// Campuses of the school and of its branches as one ground.
gis::MultiPolygon campus_ground(const MeasuredCity& measured, SchoolIndex school)
{
    std::vector<gis::MultiPolygon> campuses;
    for (const Site::Outline& outline : school_site(measured.city, measured.owns, school).outlines) {
        campuses.push_back(*outline.ground);
    }
    return campuses.size() == 1 ? campuses.front() : gis::united(campuses);
}

/// What all threads share.
class AreaGround
{
public:
    AreaGround(const MeasuredCity& measured, const gis::SiteAccesses& of_school, const WalkNetworkView& walking)
        : measured_(measured), of_school_(of_school), walk_(measured.settings.walk), searches_(walk_, of_school, walking)
    {
    }

    gis::SearchContext context() const { return searches_.context(searches_.limit_s(walk_.area_minutes.back())); }

    bool has_row(std::size_t school) const { return has_figures(measured_.city, measured_.owns, SchoolIndex(school)); }

    OfSchool areas_of(SchoolIndex school, gis::WalkSearch& search, gis::Widening& widening) const
    {
        const auto stops = search.reached_from(static_cast<std::uint32_t>(index(school)));
        const Ways ways = ways_out(school);
        const gis::MultiPolygon campus = campus_ground(measured_, school);
        OfSchool areas;
        for (const double minutes : walk_.area_minutes) {
            const gis::MultiLine walked = walked_lines(stops, ways, searches_.limit_s(minutes));
            WalkArea area{school, minutes, widening.widened(walked, campus, walk_.area_buffer_m)};
            if (!area.ground.empty()) {
                areas.push_back(std::move(area));
            }
        }
        return areas;
    }

private:
    /// A straight way, walked at an even pace from when it is begun.
    struct Piece
    {
        gis::Point from;
        gis::Point to;
        double begun_s = 0.0;
        double ended_s = 0.0;

        gis::Line walked(double limit_s) const
        {
            const double share = ended_s > limit_s ? (limit_s - begun_s) / (ended_s - begun_s) : 1.0;
            return {from, share < 1.0 ? gis::Point{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)} : to};
        }
    };

    /// By which one sets out from a school: accesses, and the pieces that are no part of edges: connectors, and ways over a square.
    struct Ways
    {
        std::vector<gis::Access> accesses;
        std::vector<Piece> pieces;
    };

    Ways ways_out(SchoolIndex school) const
    {
        const gis::WalkTimes& times = searches_.times();
        Ways ways;
        for (const gis::AccessPoint& point : gis::pruned_access_points(times, of_school_, index(school), gis::Heading::out)) {
            const gis::Access& access = of_school_.access[point.access];
            const double joined_s = times.connector(access).seconds;
            ways.accesses.push_back(access);
            ways.pieces.push_back({access.entry, access.on_edge, 0.0, joined_s});
            for (const gis::AccessSight& sight : of_school_.sights_of(point.access)) {
                ways.pieces.push_back(
                    {access.on_edge, times.network().at(sight.node), joined_s, joined_s + times.to_corner(sight).seconds});
            }
        }
        return ways;
    }

    gis::MultiLine walked_lines(std::span<const gis::ReachedStop> stops, const Ways& ways, double limit_s) const
    {
        gis::MultiLine lines;
        for (const gis::ReachedPart& part : gis::reached_parts(searches_.times(), searches_.states(), stops, ways.accesses, limit_s)) {
            lines.push_back(gis::line_of(searches_.times().network(), part));
        }
        for (const Piece& piece : ways.pieces) {
            if (piece.begun_s <= limit_s) {
                lines.push_back(piece.walked(limit_s));
            }
        }
        return lines;
    }

    const MeasuredCity& measured_;
    const gis::SiteAccesses& of_school_;
    const WalkSettings& walk_;
    SchoolSearches searches_;
};

/// One thread's memory.
struct AreaMaker
{
    explicit AreaMaker(const gis::SearchContext& context) : search(context) {}
    gis::WalkSearch search;
    gis::Widening widening;
};

} // namespace

void for_each_walk_area(const MeasuredCity& measured, const gis::SiteAccesses& of_school, const WalkNetworkView& walking,
                        const OnWalkArea& visit)
{
    if (walking.streets == nullptr || measured.settings.walk.area_minutes.empty()) {
        return;
    }
    const AreaGround ground(measured, of_school, walking);
    const gis::SearchContext context = ground.context();
    tbb::enumerable_thread_specific<AreaMaker> makers([&context] { return AreaMaker(context); });
    const std::size_t schools = measured.city.schools.size();
    constexpr std::size_t schools_a_block = 256;
    const auto block_from = [&](std::size_t first) {
        std::vector<OfSchool> block(std::min(schools_a_block, schools - std::min(first, schools)));
        tbb::parallel_for(std::size_t{0}, block.size(), [&](std::size_t i) {
            gis::throw_if_interrupted();
            if (ground.has_row(first + i)) {
                AreaMaker& maker = makers.local();
                block[i] = ground.areas_of(SchoolIndex(first + i), maker.search, maker.widening);
            }
        });
        return block;
    };
    std::vector<OfSchool> ready = block_from(0);
    for (std::size_t first = 0; first < schools; first += schools_a_block) {
        // The next ones are made while these are handed over.
        std::vector<OfSchool> next;
        tbb::task_group others;
        others.run([&] { next = block_from(first + schools_a_block); });
        try {
            for (const OfSchool& areas : ready) {
                std::for_each(areas.begin(), areas.end(), visit);
            }
        } catch (...) {
            others.cancel();
            others.wait();
            throw;
        }
        others.wait();
        ready = std::move(next);
    }
}

} // namespace fieldgap
