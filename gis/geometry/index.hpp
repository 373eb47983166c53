#pragma once

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gis {

/// Finds which of many boxes meet a window. Empty boxes are never found.
class BoxIndex
{
public:
    explicit BoxIndex(std::span<const Box> boxes);
    ~BoxIndex();
    BoxIndex(BoxIndex&&) noexcept;
    BoxIndex& operator=(BoxIndex&&) noexcept;

    /// Positions of the boxes that share at least a point with `window`, ascending.
    std::vector<std::uint32_t> meeting(const Box& window) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

} // namespace gis
