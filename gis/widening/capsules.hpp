#pragma once
// Lines with all that lies within a distance of them, as discs around their points and strips along their segments.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gis {

inline constexpr std::uint32_t no_disc = 0xFFFFFFFFU;

/// The ground beside a piece of a segment, as far as the widening goes; without its round ends.
struct Strip
{
    Point from;
    Point along; ///< of length 1
    double length_m = 0.0;
    std::uint32_t disc_from = no_disc; ///< around its ends; none where the segment goes on
    std::uint32_t disc_to = no_disc;

    Point left() const { return {-along.y, along.x}; }
    Point to() const { return {from.x + along.x * length_m, from.y + along.y * length_m}; }
};

/// Discs and strips of some lines in a grid; every place and every segment once, however many lines have it. Memory is kept from one use
/// to the next.
/// Streets of a drawing board run along each other, or twice the widening apart: outlines would lie on each other all over the town, or
/// meet three at a point. So each place is shaken by a number that is made of its coordinates, and the widening is a little more than asked
/// for (for 25 m: 0.1 mm and 1.5 mm).
class Capsules
{
public:
    void assign(std::span<const Line> lines, double by_m);

    /// The widening, a little more than what was asked for.
    double by_m() const { return by_m_; }
    /// The place as it is shaken.
    Point shaken(const Point& place) const;
    const std::vector<Point>& discs() const { return discs_; }
    const std::vector<Strip>& strips() const { return strips_; }

    /// Strips, then discs, that may lie within `by_m` of the box, each once; either visit may end the round by false.
    template <class OnStrip, class OnDisc>
    void visit_near(const Box& box, const OnStrip& on_strip, const OnDisc& on_disc) const;

private:
    struct Cells
    {
        std::uint32_t from_column, to_column, from_row, to_row;
    };

    std::uint32_t disc_at(const Point& place);
    void add_segment(std::uint32_t from, std::uint32_t to);
    void place_in_grid();
    Cells cells_of(const Box& box) const;

    double by_m_ = 0.0;
    std::vector<Point> discs_;
    std::vector<Strip> strips_;
    std::vector<std::uint32_t> disc_table_; ///< open addressing, by the place before it is shaken
    std::vector<Point> places_;             ///< parallel to `discs_`
    std::vector<std::uint64_t> segment_table_;

    Box extent_;
    double cell_m_ = 1.0;
    std::uint32_t columns_ = 0;
    std::uint32_t rows_ = 0;
    std::vector<std::uint32_t> first_disc_, disc_, first_strip_, strip_;
    mutable std::vector<std::uint32_t> seen_; ///< by strip: the round in which it was visited last
    mutable std::uint32_t round_ = 0;
};

inline Box box_of(const Strip& strip)
{
    Box box;
    box.add(strip.from);
    box.add(strip.to());
    return box;
}

template <class OnStrip, class OnDisc>
void Capsules::visit_near(const Box& box, const OnStrip& on_strip, const OnDisc& on_disc) const
{
    ++round_;
    const Cells cells = cells_of(box.widened(by_m_));
    // Strips cover most, so that discs need often not be looked at.
    for (std::uint32_t row = cells.from_row; row < cells.to_row; ++row) {
        const std::uint32_t end = first_strip_[row * columns_ + cells.to_column];
        for (std::uint32_t i = first_strip_[row * columns_ + cells.from_column]; i < end; ++i) {
            if (seen_[strip_[i]] != round_) {
                seen_[strip_[i]] = round_;
                if (!on_strip(strip_[i])) {
                    return;
                }
            }
        }
    }
    for (std::uint32_t row = cells.from_row; row < cells.to_row; ++row) {
        const std::uint32_t end = first_disc_[row * columns_ + cells.to_column];
        for (std::uint32_t i = first_disc_[row * columns_ + cells.from_column]; i < end; ++i) {
            if (!on_disc(disc_[i])) {
                return;
            }
        }
    }
}

} // namespace gis
