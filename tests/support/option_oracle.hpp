#pragma once
// What options of a small town close: every candidate is built, and the whole city is analysed again.

#include "domain/options/gate_options.hpp"

#include <map>
#include <tuple>
#include <vector>

namespace oracle {

using namespace fieldgap;

/// Streets as places in the plane and lines of two of them.
struct Streetwork
{
    struct Line
    {
        std::uint32_t from = 0, to = 0;
        std::uint8_t flags = 0;
    };
    std::vector<gis::Point> place;
    std::vector<std::uint8_t> flags; ///< of places
    std::vector<Line> lines;

    gis::WalkNetwork network() const;

    /// With a piece that is walked and that no entry joins. Where it meets a line between its ends the line is divided.
    Streetwork with_piece(const gis::Point& from, const gis::Point& to) const;

private:
    std::uint32_t place_at(const gis::Point& at);
};

/// A city analysed on some streets.
struct Analysed
{
    gis::WalkNetwork network;
    WalkNetworkView walking;
    Results results;

    Analysed(const City& city, const Streetwork& streets, const Settings& settings);
    Analysed(const Analysed&) = delete;
    Analysed& operator=(const Analysed&) = delete;
};

using Pair = std::tuple<SchoolIndex, Channel, std::uint32_t>;

/// Seconds of the pairs in reach.
std::map<Pair, double> pairs_of(const Reach& reach);

/// A candidate that brings the school to somebody whose ground would close some of the residual.
struct Tried
{
    gis::Geometry where;
    std::int64_t gain = 0;         ///< hundredths of a m2, of the city
    std::map<Pair, double> gained; ///< pairs of the school that would close something alone
};

class BruteForce
{
public:
    /// Borrows all of it.
    BruteForce(const City& city, const Streetwork& streets, const Settings& settings);

    const Analysed& today() const { return today_; }

    /// The most gain first.
    std::vector<Tried> tried_for(SchoolIndex school);

private:
    void add_if_gain(std::vector<Tried>& all, gis::Geometry where, const Analysed& then, SchoolIndex school);
    bool closes_alone(const Pair& pair);
    std::vector<gis::Point> gate_places(SchoolIndex school) const;

    const City& city_;
    const Streetwork& streets_;
    const Settings& settings_;
    Analysed today_;
    std::map<Pair, double> pairs_;
    std::map<Pair, bool> closes_alone_;
    std::vector<gis::Line> pieces_;
};

} // namespace oracle
