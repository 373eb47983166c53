#pragma once
// Which gates and pieces of way would bring a school to a giver that has something left for it.

#include "domain/options/place_seconds.hpp"
#include "gis/geometry/index.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// What the searches of all schools share. Borrows the ground.
class OptionSearchGround
{
public:
    /// `can_give`: parallel to the ground's givers.
    OptionSearchGround(const OptionGround& ground, const EdgeAccesses& givers_by_edge, const EdgeAccesses& takers_by_edge,
                       std::vector<bool> can_give);

    const OptionGround& ground() const { return ground_; }
    const EdgeAccesses& givers_by_edge() const { return givers_by_edge_; }
    const EdgeAccesses& takers_by_edge() const { return takers_by_edge_; }
    const gis::EdgeIndex& edges() const { return edges_; }

    /// Givers that a school might walk to within the limit and does not today, and that have something left for it; ascending.
    std::vector<std::uint32_t> wanted_by(SchoolIndex school, const gis::Box& entries) const;

private:
    const OptionGround& ground_;
    const EdgeAccesses& givers_by_edge_;
    const EdgeAccesses& takers_by_edge_;
    std::vector<bool> can_give_;
    gis::BoxIndex boxes_of_givers_;
    gis::EdgeIndex edges_;
};

/// The outlines of a school into which gates lead: a new gate makes a difference there. Borrowed from the City.
std::vector<const gis::Polygon*> gated_outlines(const AnalysedCity& analysed, SchoolIndex school);

/// One thread's search, from one school after the other.
class OptionSearch
{
public:
    explicit OptionSearch(const OptionSearchGround& shared);

    struct Found
    {
        std::vector<GatePlace> gates;
        std::vector<LinkKey> links; ///< sorted; their ends may be near each other on foot
    };

    /// Each of these brings the school to one of the givers that it wants; no other candidate does.
    Found options_of(SchoolIndex school);

private:
    void walk_from(SchoolIndex school);
    void walk_to_wanted();
    void find_gates(std::span<const gis::Polygon* const> outlines);
    void find_gates(const gis::Polygon& outline);
    void find_gate(const gis::Polygon& outline, std::span<const gis::Point> stretch);
    void find_links();
    void find_links_before(const gis::NearNodes::Label& to);
    void find_links_after(const gis::NearNodes::Label& from);
    void add_if_in_time(const LinkKey& key, const LinkPlace& place, double seconds);

    double seconds_to_wanted(const JoinedPlace& place) const;
    double seconds_from_school(const JoinedPlace& place) const;
    double least_at_ends(const gis::NearNodes& near, gis::EdgeId edge) const;

    const OptionSearchGround& shared_;
    const OptionGround& ground_;
    gis::NearNodes from_school_, to_wanted_;
    gis::Box school_box_, wanted_box_;
    std::vector<std::uint32_t> wanted_;
    std::vector<bool> is_wanted_;                          ///< of the ground's givers
    std::uint32_t taker_ = 0;                              ///< the school's position in the ground's list
    std::vector<gis::EdgeId> school_edges_, wanted_edges_; ///< that they join, ascending
    Found found_;
};

} // namespace fieldgap
