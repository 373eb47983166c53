// Geometry of a GeoPackage as values.
#include "gis/io/merging/geometry_in.hpp"
#include "support/catch.hpp"

#include <array>
#include <bit>
#include <cstdint>

using namespace gis;

namespace {

/// The head of a geometry without a box, and well-known binary behind it.
class Bytes
{
public:
    explicit Bytes(unsigned char flags = 1) : bytes_{'G', 'P', 0, flags, 0, 0, 0, 0} {}

    Bytes& kind(std::uint32_t kind)
    {
        bytes_.push_back(1);
        return number(kind);
    }
    Bytes& number(std::uint32_t value) { return put(value); }
    Bytes& point(double x, double y) { return put(x).put(y); }
    std::vector<unsigned char> operator()() const { return bytes_; }

private:
    template <class Value>
    Bytes& put(Value value)
    {
        for (const unsigned char byte : std::bit_cast<std::array<unsigned char, sizeof(Value)>>(value)) {
            bytes_.push_back(byte);
        }
        return *this;
    }

    std::vector<unsigned char> bytes_;
};

} // namespace

TEST_CASE("points, lines and grounds come out of a GeoPackage's bytes as they are", "[merging]")
{
    GeometryIn in(nullptr);
    CHECK(in(Bytes().kind(1).point(3.0, 4.0)()) == Geometry(Point{3.0, 4.0}));
    CHECK(in(Bytes().kind(2).number(2).point(0.0, 0.0).point(1.0, 2.0)()) == Geometry(MultiLine{{{0.0, 0.0}, {1.0, 2.0}}}));
    const auto square = Bytes()
                            .kind(6)
                            .number(1)
                            .kind(3)
                            .number(2)
                            .number(4)
                            .point(0.0, 0.0)
                            .point(9.0, 0.0)
                            .point(9.0, 9.0)
                            .point(0.0, 0.0)
                            .number(4)
                            .point(2.0, 1.0)
                            .point(3.0, 1.0)
                            .point(3.0, 2.0)
                            .point(2.0, 1.0)();
    const Polygon expected{{{0.0, 0.0}, {9.0, 0.0}, {9.0, 9.0}, {0.0, 0.0}}, {{{2.0, 1.0}, {3.0, 1.0}, {3.0, 2.0}, {2.0, 1.0}}}};
    CHECK(in(square) == Geometry(MultiPolygon{expected}));
}

TEST_CASE("NULL and empty geometry are none, and damaged bytes are told from them", "[merging]")
{
    GeometryIn in(nullptr);
    CHECK(in(std::vector<unsigned char>()) == Geometry());
    CHECK(in(Bytes(1 | 1 << 4).kind(6).number(0)()) == Geometry());
    auto cut = Bytes().kind(2).number(2).point(0.0, 0.0)();
    CHECK_FALSE(in(cut).has_value());
    CHECK_FALSE(in(Bytes().kind(77)()).has_value());
}
