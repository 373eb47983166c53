#include "domain/walk/no_entry.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/network/part_lengths.hpp"

#include <algorithm>
#include <utility>

namespace fieldgap {

Finding NoEntry::of(std::string_view layer, const std::string& id, gis::Geometry where, const std::vector<gis::Point>& entries)
{
    if (const auto metres = piece_m(entries)) {
        return {IssueCode::no_entry_piece, std::string(layer), id, std::move(where), {snap_m_, *metres}};
    }
    return {IssueCode::no_entry, std::string(layer), id, std::move(where), {snap_m_}};
}

std::optional<double> NoEntry::piece_m(const std::vector<gis::Point>& entries)
{
    if (!pieces_) {
        pieces_.emplace(streets_, gis::EdgeChoice::side);
        part_m_ = gis::part_lengths_m(streets_);
    }
    std::optional<double> longest_m;
    for (const gis::Point& entry : entries) {
        if (const auto access = pieces_->nearest(entry, snap_m_)) {
            longest_m = std::max(longest_m.value_or(0.0), part_m_[index(access->edge)]);
        }
    }
    return longest_m;
}

} // namespace fieldgap
