#include "report/page_shape.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <cstring>

using fieldgap::PageShapes;

namespace {

/// A GeoPackage geometry without a box: head, then well-known binary, least significant byte first.
class Blob
{
public:
    Blob() : bytes_{'G', 'P', 0, 1, 0, 0, 0, 0} {}
    Blob& kind(std::uint32_t kind)
    {
        bytes_.push_back(1);
        return number(kind);
    }
    Blob& number(std::uint32_t number) { return add(number); }
    Blob& points(const std::vector<std::pair<double, double>>& points)
    {
        for (const auto& [x, y] : points) {
            add(x).add(y);
        }
        return *this;
    }
    Blob& run(const std::vector<std::pair<double, double>>& all) { return number(static_cast<std::uint32_t>(all.size())).points(all); }
    const std::vector<unsigned char>& bytes() const { return bytes_; }

private:
    template <class Value>
    Blob& add(Value value)
    {
        unsigned char raw[sizeof(Value)];
        std::memcpy(raw, &value, sizeof(Value));
        bytes_.insert(bytes_.end(), raw, raw + sizeof(Value));
        return *this;
    }

    std::vector<unsigned char> bytes_;
};

std::string shape_of(const Blob& blob, double units = 1e6, double thinned_m = 0.0)
{
    return PageShapes(nullptr, units, thinned_m)(blob.bytes()).value_or("damaged");
}

} // namespace

TEST_CASE("a point is its whole numbers")
{
    CHECK(shape_of(Blob().kind(1).points({{117.2, 39.1234567}})) == "[117200000,39123457]");
    CHECK(shape_of(Blob().kind(1).points({{-0.25, 1.5}}), 100.0) == "[-25,150]");
}

TEST_CASE("a line is a list of runs, each its first point and then differences")
{
    CHECK(shape_of(Blob().kind(2).run({{1, 1}, {2, 1}, {2, 0.5}}), 10.0) == "[[10,10,10,0,0,-5]]");
    CHECK(shape_of(Blob().kind(5).number(2).kind(2).run({{0, 0}, {1, 0}}).kind(2).run({{5, 5}, {5, 6}}), 1.0) == "[[0,0,1,0],[5,5,0,1]]");
}

TEST_CASE("an area is a list of polygons, each a list of rings")
{
    const std::vector<std::pair<double, double>> outer = {{0, 0}, {9, 0}, {9, 9}, {0, 0}}, hole = {{5, 1}, {8, 1}, {8, 4}, {5, 1}};
    const std::string rings = "[[0,0,9,0,0,9,-9,-9],[5,1,3,0,0,3,-3,-3]]";
    CHECK(shape_of(Blob().kind(3).number(2).run(outer).run(hole), 1.0) == "[" + rings + "]");
    CHECK(shape_of(Blob().kind(6).number(2).kind(3).number(2).run(outer).run(hole).kind(3).number(1).run(hole), 1.0) ==
          "[" + rings + ",[[5,1,3,0,0,3,-3,-3]]]");
}

TEST_CASE("of several points the first stands for all, and nothing is null")
{
    CHECK(shape_of(Blob().kind(4).number(2).kind(1).points({{1, 2}}).kind(1).points({{3, 4}}), 1.0) == "[1,2]");
    CHECK(shape_of(Blob().kind(7).number(0)) == "null");
    CHECK(PageShapes(nullptr, 1.0, 0.0)({}) == "null");
}

TEST_CASE("points that fall together are one, and a line gives up what does not move it")
{
    CHECK(shape_of(Blob().kind(2).run({{0, 0}, {0.1, 0}, {0.2, 0}, {3, 0}}), 1.0) == "[[0,0,3,0]]");
    const Blob line = Blob().kind(2).run({{0, 0}, {0.001, 0.00001}, {0.002, 0}, {0.003, 0}, {0.004, 0}, {0.005, 0.01}});
    CHECK(shape_of(line, 1e5, 5.0) == "[[0,0,400,0,100,1000]]");
}

TEST_CASE("damaged bytes are no shape")
{
    auto cut = Blob().kind(2).run({{0, 0}, {1, 1}}).bytes();
    cut.pop_back();
    CHECK_FALSE(PageShapes(nullptr, 1.0, 0.0)(cut).has_value());
}
