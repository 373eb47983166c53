#include "gis/squares/joints.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gis {
namespace {

/// The joints of each segment, in the order of a walk over it.
class JointsOfSegments
{
public:
    JointsOfSegments(std::vector<Joint> joints, std::size_t node_count) : joints_(std::move(joints)), has_joints_(node_count)
    {
        const auto order = [](const Joint& joint) { return std::tie(joint.segment, joint.share, joint.node); };
        std::sort(joints_.begin(), joints_.end(), [&](const Joint& a, const Joint& b) { return order(a) < order(b); });
        const auto are_one = [](const Joint& a, const Joint& b) { return a.segment == b.segment && a.node == b.node; };
        joints_.erase(std::unique(joints_.begin(), joints_.end(), are_one), joints_.end());
        for (const Joint& joint : joints_) {
            has_joints_[joint.segment >> 32U] = true;
        }
    }

    /// Appends `from`, `to` and all between, without the first.
    void append(std::uint32_t from, std::uint32_t to, std::vector<std::uint32_t>& refs) const
    {
        if (has_joints_[std::min(from, to)]) {
            append_between(from, to, refs);
        }
        refs.push_back(to);
    }

private:
    void append_between(std::uint32_t from, std::uint32_t to, std::vector<std::uint32_t>& refs) const
    {
        const auto on_segment = std::equal_range(joints_.begin(), joints_.end(), Joint{segment_key(from, to), 0.0, 0},
                                                 [](const Joint& a, const Joint& b) { return a.segment < b.segment; });
        const auto begin = static_cast<std::ptrdiff_t>(refs.size());
        std::for_each(on_segment.first, on_segment.second, [&refs](const Joint& joint) { refs.push_back(joint.node); });
        if (from > to) {
            std::reverse(refs.begin() + begin, refs.end());
        }
    }

    std::vector<Joint> joints_;
    std::vector<bool> has_joints_; ///< per node, where it is the smaller one of a segment
};

void put_in(std::vector<std::uint32_t>& ring, const JointsOfSegments& joints)
{
    std::vector<std::uint32_t> longer{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        joints.append(ring[i - 1], ring[i], longer);
    }
    ring = std::move(longer);
}

} // namespace

void put_in(Streets& streets, std::vector<Joint> joints)
{
    const std::size_t more = joints.size();
    const JointsOfSegments of_segments(std::move(joints), streets.node.size());
    std::vector<std::uint32_t> refs;
    refs.reserve(streets.ref.size() + more);
    std::uint32_t begin = 0;
    for (std::size_t line = 0; line < streets.line_count(); ++line) {
        throw_if_interrupted();
        const std::uint32_t end = streets.first_ref[line + 1];
        refs.push_back(streets.ref[begin]);
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            of_segments.append(streets.ref[i - 1], streets.ref[i], refs);
        }
        begin = end;
        streets.first_ref[line + 1] = static_cast<std::uint32_t>(refs.size());
    }
    streets.ref = std::move(refs);
    for (StreetSquare& square : streets.squares) {
        put_in(square.outer, of_segments);
        std::for_each(square.holes.begin(), square.holes.end(), [&](auto& hole) { put_in(hole, of_segments); });
    }
}

} // namespace gis
