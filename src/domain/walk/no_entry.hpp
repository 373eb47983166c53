#pragma once

#include "domain/city/finding.hpp"
#include "domain/walk/entry.hpp"
#include "gis/network/edge_index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Why a site joins no street: none is near, or those that are near join nothing themselves.
class NoEntry
{
public:
    /// `streets` must outlive it. The index of the pieces is made when the first site asks.
    NoEntry(const gis::WalkNetwork& streets, double snap_m) : streets_(streets), snap_m_(snap_m) {}

    /// no_entry, or no_entry_piece with the length of the longest piece that an entry would join.
    Finding of(std::string_view layer, const std::string& id, gis::Geometry where, const std::vector<gis::Point>& entries);

private:
    std::optional<double> piece_m(const std::vector<gis::Point>& entries);

    const gis::WalkNetwork& streets_;
    double snap_m_;
    std::optional<gis::EdgeIndex> pieces_;
    std::vector<double> part_m_; ///< per edge
};

} // namespace fieldgap
