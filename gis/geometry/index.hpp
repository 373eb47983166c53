#pragma once

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
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

} // namespace gis
