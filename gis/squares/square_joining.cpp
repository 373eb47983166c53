#include "gis/squares/square_joining.hpp"

#include "gis/interrupt.hpp"
#include "gis/squares/outline_crossings.hpp"
#include "gis/squares/segments_near_squares.hpp"
#include "gis/squares/square_junctions.hpp"
#include "gis/squares/square_rings.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace gis {
namespace {

constexpr std::size_t max_square_junctions = 1000;

class SquareJoining
{
public:
    SquareJoining(Streets& streets, const std::vector<std::uint32_t>& first_line_of_way, std::vector<StreetLevel> level_of_line)
        : streets_(streets), first_line_of_way_(first_line_of_way), level_of_line_(std::move(level_of_line)),
          lines_of_ways_(level_of_line_.size())
    {
        level_of_line_.resize(streets.line_count());
    }

    /// Its grounds, or why it has none.
    void add(const UnjoinedSquare& square)
    {
        std::vector<std::span<const std::uint32_t>> lines;
        for (const std::uint32_t way : square.ways) {
            for (std::size_t line = first_line_of_way_[way]; line < end_of_way(way); ++line) {
                lines.push_back(
                    std::span(streets_.ref).subspan(streets_.first_ref[line], streets_.first_ref[line + 1] - streets_.first_ref[line]));
                if (line >= lines_of_ways_) {
                    level_of_line_[line] = square.level;
                }
            }
        }
        if (lines.empty()) {
            return; // nothing of it is known but its name
        }
        SquareRings rings = square.is_complete ? square_rings(lines, streets_.node) : SquareRings{{}, SquareFault::incomplete};
        if (rings.fault) {
            streets_.uncrossed_squares.push_back({square.id, streets_.node[lines.front().front()], *rings.fault});
        }
        for (NodeGround& ground : rings.grounds) {
            streets_.squares.push_back({std::move(ground.outer), std::move(ground.holes), {}, square.flags, square.kind});
            levels_.push_back(square.level);
            ids_.push_back(square.id);
        }
    }

    void join()
    {
        std::vector<std::uint32_t> lines(streets_.line_count());
        std::iota(lines.begin(), lines.end(), 0U);
        std::vector<std::vector<NearSegment>> near = segments_near_squares(streets_, lines);
        std::vector<Joint> joints;
        for (std::size_t i = 0; i < streets_.squares.size(); ++i) {
            throw_if_interrupted();
            const std::vector<Joint> more = outline_joints(streets_, {streets_.squares[i], levels_[i], near[i], level_of_line_});
            joints.insert(joints.end(), more.begin(), more.end());
        }
        if (!joints.empty()) {
            put_in(streets_, std::move(joints));
            near = segments_near_squares(streets_, lines_of(near));
        }
        for (std::size_t i = 0; i < streets_.squares.size(); ++i) {
            throw_if_interrupted();
            streets_.squares[i].junctions = square_junctions(streets_, {streets_.squares[i], levels_[i], near[i], level_of_line_});
        }
        drop_large();
    }

private:
    std::size_t end_of_way(std::size_t way) const
    {
        return way + 1 < first_line_of_way_.size() ? first_line_of_way_[way + 1] : streets_.line_count();
    }

    /// Each two junctions see each other.
    void drop_large()
    {
        std::vector<StreetSquare> kept;
        for (std::size_t i = 0; i < streets_.squares.size(); ++i) {
            if (streets_.squares[i].junctions.size() > max_square_junctions) {
                streets_.uncrossed_squares.push_back({ids_[i], streets_.node[streets_.squares[i].outer.front()], SquareFault::too_large});
            } else {
                kept.push_back(std::move(streets_.squares[i]));
            }
        }
        streets_.squares = std::move(kept);
    }

    Streets& streets_;
    const std::vector<std::uint32_t>& first_line_of_way_;
    std::vector<StreetLevel> level_of_line_;
    std::size_t lines_of_ways_;
    std::vector<StreetLevel> levels_; ///< per square
    std::vector<std::string> ids_;    ///< per square
};

} // namespace

void join_squares(Streets& streets, const std::vector<UnjoinedSquare>& squares, const std::vector<std::uint32_t>& first_line_of_way,
                  std::vector<StreetLevel> level_of_line)
{
    if (squares.empty()) {
        return;
    }
    SquareJoining joining(streets, first_line_of_way, std::move(level_of_line));
    for (const UnjoinedSquare& square : squares) {
        throw_if_interrupted();
        joining.add(square);
    }
    joining.join();
}

} // namespace gis
