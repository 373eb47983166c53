#include "synth/land/land_along.hpp"

#include "gis/error.hpp"
#include "gis/geometry/index.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/network/walk_network.hpp"
#include "synth/land/occupied.hpp"
#include "synth/land/place_names.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace fieldgap {
namespace {

constexpr double front_m = 7.0; ///< from a street's middle to the parcels beside it
constexpr double gap_m = 3.0;   ///< between two parcels
constexpr double tries_per_parcel = 25.0;

/// One spot on a street where a parcel might be.
struct Spot
{
    gis::Point at;
    gis::Point along; ///< a unit vector; the parcel lies to its left
};

/// Width and depth of what is wanted, the largest first.
struct Size
{
    double width_m;
    double depth_m;
};

std::vector<Size> shrinking(double width_m, double depth_m)
{
    std::vector<Size> sizes;
    for (const double share : {1.0, 0.8, 0.64, 0.5, 0.4}) {
        sizes.push_back({width_m * share, depth_m * share});
    }
    return sizes;
}

gis::WalkNetwork streets_of(const std::string& path, unsigned threads, gis::Point& centre)
{
    gis::OsmWanted wanted;
    wanted.streets = true;
    gis::OsmFile file = gis::read_osm(path, wanted, threads);
    gis::Box box;
    for (const gis::Point& node : file.streets.node) {
        box.add(node);
    }
    if (box.is_empty()) {
        throw gis::Error(words::translate(words::Text::synth_no_streets, {path}));
    }
    centre = {std::round((box.min_x + box.max_x) * 50.0) / 100.0, std::round((box.min_y + box.max_y) * 50.0) / 100.0};
    return gis::build_walk_network(std::move(file.streets), gis::CityPlane(centre));
}

/// The pieces of streets of the large connected parts, and where parcels can be put along them.
class Streetside
{
public:
    Streetside(const gis::WalkNetwork& network, std::uint64_t seed) : random_(seed, 31)
    {
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            if (network.edge_in_main[edge] != 0) {
                add(network.line(gis::EdgeId{edge}));
            }
        }
        index_ = std::make_unique<gis::BoxIndex>(boxes_);
        boxes_ = {};
    }

    double length_m() const { return length_m_; }
    gis::Box bounds() const { return bounds_; }

    /// About `wanted` spots at even steps along all streets, in no order.
    std::vector<Spot> spots(double wanted);

    /// Puts parcels of one kind beside the streets until there are `wanted`; sizes are tried from the first to the last at each spot.
    void put(std::vector<Parcel>& parcels, std::size_t wanted, const std::vector<Size>& sizes, bool over_streets);

    /// 0 in the middle of all streets, 1 far out.
    void measure_centrality(Parcel& parcel) const;

private:
    void add(std::span<const gis::Point> line);
    bool is_free(const Parcel& parcel, bool over_streets) const;

    Random random_;
    std::vector<std::pair<gis::Point, gis::Point>> pieces_;
    std::vector<gis::Box> boxes_;
    std::unique_ptr<gis::BoxIndex> index_;
    gis::Box bounds_;
    gis::Point weighted_sum_;
    double length_m_ = 0.0;
    Occupied occupied_;
};

void Streetside::add(std::span<const gis::Point> line)
{
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double piece_m = gis::distance_m(line[i], line[i + 1]);
        pieces_.push_back({line[i], line[i + 1]});
        gis::Box box;
        box.add(line[i]);
        box.add(line[i + 1]);
        boxes_.push_back(box);
        bounds_.add(box);
        length_m_ += piece_m;
        weighted_sum_.x += piece_m * (line[i].x + line[i + 1].x) / 2.0;
        weighted_sum_.y += piece_m * (line[i].y + line[i + 1].y) / 2.0;
    }
}

std::vector<Spot> Streetside::spots(double wanted)
{
    const double step_m = std::max(5.0, length_m_ / wanted);
    std::vector<Spot> spots;
    double next_m = step_m / 2.0;
    for (const auto& [from, to] : pieces_) {
        const double piece_m = gis::distance_m(from, to);
        for (; next_m < piece_m; next_m += step_m) {
            const double way = random_.chance(0.5) ? 1.0 : -1.0;
            const double share = next_m / piece_m;
            spots.push_back({{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share},
                             {way * (to.x - from.x) / piece_m, way * (to.y - from.y) / piece_m}});
        }
        next_m -= piece_m;
    }
    random_.shuffle(spots);
    return spots;
}

Parcel parcel_at(const Spot& spot, const Size& size)
{
    const auto point = [&](double x, double y) {
        return gis::Point{spot.at.x + spot.along.x * x - spot.along.y * y, spot.at.y + spot.along.y * x + spot.along.x * y};
    };
    const double half_m = size.width_m / 2.0;
    Parcel parcel;
    parcel.corner = {point(-half_m, front_m), point(half_m, front_m), point(half_m, front_m + size.depth_m),
                     point(-half_m, front_m + size.depth_m)};
    return parcel;
}

bool Streetside::is_free(const Parcel& parcel, bool over_streets) const
{
    if (occupied_.is_met_by(parcel, gap_m)) {
        return false;
    }
    if (over_streets) {
        return true;
    }
    const std::vector<std::uint32_t> near = index_->meeting(box_of(parcel));
    return std::none_of(near.begin(), near.end(),
                        [&](std::uint32_t piece) { return crosses(parcel, pieces_[piece].first, pieces_[piece].second); });
}

void Streetside::measure_centrality(Parcel& parcel) const
{
    const gis::Point middle{weighted_sum_.x / length_m_, weighted_sum_.y / length_m_};
    const double radius_m = std::hypot(bounds_.max_x - bounds_.min_x, bounds_.max_y - bounds_.min_y) / 2.5;
    parcel.centrality = std::min(1.0, gis::distance_m(parcel.corner[0], middle) / std::max(1.0, radius_m));
}

void Streetside::put(std::vector<Parcel>& parcels, std::size_t wanted, const std::vector<Size>& sizes, bool over_streets)
{
    if (parcels.size() >= wanted) {
        return;
    }
    for (const Spot& spot : spots(tries_per_parcel * static_cast<double>(wanted - parcels.size()))) {
        if (parcels.size() >= wanted) {
            return;
        }
        for (const Size& size : sizes) {
            Parcel parcel = parcel_at(spot, size);
            if (is_free(parcel, over_streets)) {
                measure_centrality(parcel);
                occupied_.add(parcel);
                parcels.push_back(std::move(parcel));
                break;
            }
        }
    }
}

std::vector<District> districts_of(const gis::Box& box, const DistrictGrid& grid)
{
    std::vector<District> districts;
    const auto point = [&](int column, int row) {
        return gis::Point{box.min_x + (box.max_x - box.min_x) * column / grid.columns,
                          box.min_y + (box.max_y - box.min_y) * row / grid.rows};
    };
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const std::vector<gis::Point> corners = {point(column, row), point(column + 1, row), point(column + 1, row + 1),
                                                     point(column, row + 1)};
            districts.push_back(district(static_cast<int>(districts.size()), {gis::Polygon{ring_of(corners), {}}}));
        }
    }
    return districts;
}

/// In a dense old town a campus lies across back lanes rather than nowhere.
void place_campuses(Streetside& streetside, std::vector<Parcel>& campuses, std::size_t wanted, const std::string& path)
{
    streetside.put(campuses, wanted, shrinking(150.0, 130.0), false);
    streetside.put(campuses, wanted, shrinking(75.0, 65.0), true);
    streetside.put(campuses, wanted, shrinking(40.0, 30.0), true);
    if (campuses.size() < wanted) {
        throw gis::Error(words::translate(words::Text::synth_few_streets, {path, campuses.size(), wanted}));
    }
}

} // namespace

Land land_along(const std::string& osm_path, const LandOrder& order, std::uint64_t seed, unsigned threads)
{
    Land land;
    const gis::WalkNetwork network = streets_of(osm_path, threads, land.centre);
    Streetside streetside(network, seed);
    if (streetside.length_m() == 0.0) {
        throw gis::Error(words::translate(words::Text::synth_no_streets, {osm_path}));
    }
    land.crs = "EPSG:4326";
    place_campuses(streetside, land.campuses, order.campuses, osm_path);
    streetside.put(land.venues, order.venues, shrinking(90.0, 70.0), false);
    streetside.put(land.sites, order.sites, shrinking(120.0, 100.0), false);
    streetside.put(land.estates, order.campuses * 3, shrinking(110.0, 90.0), false);
    std::size_t number = 0;
    for (std::vector<Parcel>* parcels : {&land.campuses, &land.venues, &land.sites, &land.estates}) {
        for (Parcel& parcel : *parcels) {
            parcel.place_name = place_name(number++);
        }
    }
    land.districts = districts_of(streetside.bounds().widened(200.0), district_grid(order.campuses));
    return land;
}

} // namespace fieldgap
