#include "gis/joining/vertex_joiner.hpp"

#include "gis/geometry/geodesic.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace gis {
namespace {

constexpr double row_degrees = 1e-7; // just over 1 cm of latitude anywhere on the ellipsoid

/// Vertices in rows of 1 cm of latitude; those that are one node are found in their own row and the next.
class VertexJoiner
{
public:
    explicit VertexJoiner(const std::vector<Point>& vertices) : vertices_(vertices), parts_(vertices.size()), order_(vertices.size())
    {
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        drop_equal_vertices();
        join_rows();
    }

    JoinedVertices joined()
    {
        JoinedVertices result;
        std::vector<Point>& node = result.node;
        std::vector<std::uint32_t> smallest(vertices_.size(), unset);
        for (const std::uint32_t vertex : order_) {
            std::uint32_t& best = smallest[root(vertex)];
            best = best == unset || lies_before(vertex, best) ? vertex : best;
        }
        std::vector<std::uint32_t> number(vertices_.size(), unset);
        for (const std::uint32_t vertex : order_) {
            if (number[root(vertex)] == unset) {
                number[root(vertex)] = static_cast<std::uint32_t>(node.size());
                node.push_back(vertices_[smallest[root(vertex)]]);
            }
        }
        result.node_of_vertex.resize(vertices_.size());
        for (std::uint32_t vertex = 0; vertex < vertices_.size(); ++vertex) {
            result.node_of_vertex[vertex] = number[root(vertex)];
        }
        return result;
    }

private:
    static constexpr std::uint32_t unset = 0xFFFFFFFFU;

    double row(std::uint32_t vertex) const { return std::floor(vertices_[vertex].y / row_degrees); }
    std::tuple<double, double, double> key(std::uint32_t vertex) const { return {row(vertex), vertices_[vertex].x, vertices_[vertex].y}; }
    bool lies_before(std::uint32_t a, std::uint32_t b) const
    {
        return std::tie(vertices_[a].x, vertices_[a].y) < std::tie(vertices_[b].x, vertices_[b].y);
    }

    std::size_t root(std::uint32_t vertex) { return parts_.find_set(std::size_t{vertex}); }
    void join(std::uint32_t a, std::uint32_t b) { parts_.union_set(std::size_t{a}, std::size_t{b}); }

    /// Most vertices that meet are equal to the last bit; only one of them is compared with others.
    void drop_equal_vertices()
    {
        std::size_t kept = 0;
        for (const std::uint32_t vertex : order_) {
            if (kept > 0 && vertices_[order_[kept - 1]] == vertices_[vertex]) {
                join(order_[kept - 1], vertex);
            } else {
                order_[kept++] = vertex;
            }
        }
        order_.resize(kept);
    }

    void join_rows()
    {
        std::size_t next_row_from = 0; // the first of the next row that is not too far west
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const double width = width_degrees(vertices_[order_[i]].y);
            join_run(i, i + 1, row(order_[i]), width);
            next_row_from = std::max(next_row_from, i + 1);
            while (next_row_from < order_.size() && is_west_of(next_row_from, row(order_[i]) + 1.0, vertices_[order_[i]].x - width)) {
                ++next_row_from;
            }
            join_run(i, next_row_from, row(order_[i]) + 1.0, width);
        }
    }

    bool is_west_of(std::size_t position, double in_row, double x) const
    {
        const double its_row = row(order_[position]);
        return its_row < in_row || (its_row == in_row && vertices_[order_[position]].x < x);
    }

    /// Longitude that is certainly more than 1 cm, except where it is all around the pole.
    static double width_degrees(double latitude)
    {
        constexpr double radians = 3.14159265358979323846 / 180.0;
        const double cosine = std::cos(std::fmin(std::fabs(latitude) + 2.0 * row_degrees, 90.0) * radians);
        return cosine > 1e-9 ? row_degrees / cosine : 360.0;
    }

    void join_run(std::size_t i, std::size_t from, double in_row, double width)
    {
        const Point& at = vertices_[order_[i]];
        for (std::size_t j = from; j < order_.size() && row(order_[j]) == in_row && vertices_[order_[j]].x <= at.x + width; ++j) {
            if (geodesic_length_m(at, vertices_[order_[j]]) <= max_vertex_join_m) {
                join(order_[i], order_[j]);
            }
        }
    }

    const std::vector<Point>& vertices_;
    boost::disjoint_sets_with_storage<> parts_;
    std::vector<std::uint32_t> order_;
};

} // namespace

JoinedVertices joined_vertices(const std::vector<Point>& vertices)
{
    return VertexJoiner(vertices).joined();
}

} // namespace gis
