#include "domain/walk/joined_entries.hpp"

#include "gis/geometry/outline.hpp"
#include "gis/interrupt.hpp"
#include "gis/walking/access_points.hpp"
#include "gis/walking/access_sights.hpp"

#include <tbb/parallel_for.h>

namespace fieldgap {
namespace {

/// The accesses of one site.
class Joining
{
public:
    Joining(const gis::EdgeIndex& edges, double snap_m) : edges_(edges), snap_m_(snap_m) {}

    void add(const gis::Point& entry)
    {
        const std::vector<gis::Access> of_entry = edges_.accesses(entry, snap_m_);
        accesses.insert(accesses.end(), of_entry.begin(), of_entry.end());
    }

    void add(const gis::Polygon& outline)
    {
        gis::visit_outline_points(
            outline, outline_step_m, [this](const gis::Box& box) { return edges_.may_have_within(box, snap_m_); },
            [this](const gis::Point& at) { add(at); });
    }

    std::vector<gis::Access> accesses;

private:
    const gis::EdgeIndex& edges_;
    double snap_m_;
};

/// `keep` says of the accesses of a site which are kept.
template <class Keep>
gis::SiteAccesses joined_and_kept(const gis::EdgeIndex& edges, const std::vector<Entries>& entries, double snap_m, const Keep& keep)
{
    std::vector<std::vector<gis::Access>> of_site(entries.size());
    tbb::parallel_for(std::size_t{0}, entries.size(), [&](std::size_t i) {
        Joining joining(edges, snap_m);
        for (const gis::Point& entry : entries[i].at) {
            gis::throw_if_interrupted();
            joining.add(entry);
        }
        for (const gis::Polygon* outline : entries[i].outlines) {
            joining.add(*outline);
        }
        of_site[i] = keep(std::move(joining.accesses));
    });
    gis::SiteAccesses all;
    for (const auto& accesses : of_site) {
        all.add_site(accesses);
    }
    gis::add_sights(all, edges);
    return all;
}

} // namespace

gis::SiteAccesses joined(const gis::EdgeIndex& edges, const std::vector<Entries>& entries, double snap_m)
{
    return joined_and_kept(edges, entries, snap_m, [](std::vector<gis::Access> all) { return all; });
}

gis::SiteAccesses joined_to_leave(const gis::EdgeIndex& edges, const gis::WalkTimes& times, const std::vector<Entries>& entries,
                                  double snap_m)
{
    return joined_and_kept(edges, entries, snap_m,
                           [&times](const std::vector<gis::Access>& all) { return gis::needed_accesses(times, all, gis::Heading::out); });
}

} // namespace fieldgap
