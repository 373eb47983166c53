#pragma once
// Which parcels are already there: a grid that grows while parcels are placed.

#include "synth/land/parcel.hpp"

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace fieldgap {

class Occupied
{
public:
    void add(const Parcel& parcel)
    {
        const auto number = static_cast<std::uint32_t>(parcels_.size());
        parcels_.push_back(parcel);
        for_cells(box_of(parcel), [&](std::uint64_t cell) {
            cells_[cell].push_back(number);
            return true;
        });
    }

    /// True where the parcel overlaps one that is there, or comes closer than `gap_m`.
    bool is_met_by(const Parcel& parcel, double gap_m) const
    {
        bool met = false;
        for_cells(box_of(parcel).widened(gap_m), [&](std::uint64_t cell) {
            const auto found = cells_.find(cell);
            if (found != cells_.end()) {
                for (const std::uint32_t number : found->second) {
                    met = met || meet(parcel, parcels_[number], gap_m);
                }
            }
            return !met;
        });
        return met;
    }

private:
    static constexpr double cell_m = 200.0;

    template <class Visit>
    static void for_cells(const gis::Box& box, const Visit& visit)
    {
        const auto at = [](double metres) { return static_cast<std::int64_t>(std::floor(metres / cell_m)); };
        for (std::int64_t row = at(box.min_y); row <= at(box.max_y); ++row) {
            for (std::int64_t column = at(box.min_x); column <= at(box.max_x); ++column) {
                if (!visit((static_cast<std::uint64_t>(row) << 32) ^ (static_cast<std::uint64_t>(column) & 0xFFFFFFFFU))) {
                    return;
                }
            }
        }
    }

    std::vector<Parcel> parcels_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

} // namespace fieldgap
