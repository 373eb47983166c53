#pragma once
// Boxes and polygons that are asked by place.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace gis {

/// Finds which of many boxes meet a window. Empty boxes are never found.
class BoxIndex
{
public:
    explicit BoxIndex(std::span<const Box> boxes);
    ~BoxIndex();
    BoxIndex(const BoxIndex&) = delete;
    BoxIndex& operator=(const BoxIndex&) = delete;
    BoxIndex(BoxIndex&&) noexcept;
    BoxIndex& operator=(BoxIndex&&) noexcept;

    /// One more box, to be found under `position`.
    void add(const Box& box, std::uint32_t position);

    /// Positions of the boxes that share at least a point with `window`, ascending.
    std::vector<std::uint32_t> meeting(const Box& window) const;

    /// The same, but nothing where there are more than `most`: found out without looking at all of them.
    std::optional<std::vector<std::uint32_t>> meeting_at_most(const Box& window, std::size_t most) const;

private:
    std::vector<std::uint32_t> found(const Box& window, std::size_t most) const;

    struct Tree;
    std::unique_ptr<Tree> tree_;
};

/// Borrows valid grounds in a plane in metres; they must stay where they are. Empty ones are never found. Every list of positions is
/// ascending.
class PolygonIndex
{
public:
    explicit PolygonIndex(std::vector<const MultiPolygon*> grounds);
    explicit PolygonIndex(std::vector<MultiPolygon>&&) = delete; // would be gone at once

    /// Of a list of grounds, or of things that have one as `ground`.
    template <class Things>
    explicit PolygonIndex(const Things& things) : PolygonIndex(grounds_of(things))
    {
    }

    std::size_t size() const { return grounds_.size(); }
    const MultiPolygon& operator[](std::size_t position) const { return *grounds_[position]; }
    const Box& box(std::size_t position) const { return boxes_[position]; }

    /// Those whose box shares at least a point with `window`; see BoxIndex.
    std::vector<std::uint32_t> meeting(const Box& window) const { return index_.meeting(window); }
    std::optional<std::vector<std::uint32_t>> meeting_at_most(const Box& window, std::size_t most) const
    {
        return index_.meeting_at_most(window, most);
    }

    /// Those whose box comes within `within_m` of the point.
    std::vector<std::uint32_t> near(const Point& point, double within_m) const;

    /// Those whose outline does.
    std::vector<std::uint32_t> with_outline_near(const Point& point, double within_m) const;

    /// Those that hold the point, as `contains` has it, and the first of them.
    std::vector<std::uint32_t> holding(const Point& point) const;
    std::optional<std::uint32_t> first_holding(const Point& point) const;

    /// Those that hold at least this share of `ground`, to the rounding of an overlay.
    std::vector<std::uint32_t> holding_share(const MultiPolygon& ground, double share) const;

private:
    template <class Things>
    static std::vector<const MultiPolygon*> grounds_of(const Things& things)
    {
        std::vector<const MultiPolygon*> grounds;
        grounds.reserve(things.size());
        for (const auto& thing : things) {
            if constexpr (std::is_same_v<decltype(thing), const MultiPolygon&>) {
                grounds.push_back(&thing);
            } else {
                grounds.push_back(&thing.ground);
            }
        }
        return grounds;
    }

    std::vector<const MultiPolygon*> grounds_;
    std::vector<Box> boxes_;
    BoxIndex index_;
};

} // namespace gis
