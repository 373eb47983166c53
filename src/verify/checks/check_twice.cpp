#include "verify/checks/check_twice.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace fieldgap::verify {
namespace {

constexpr double inside_m = 0.5;     ///< further than that inside an outline a place is inside in any coordinate system
constexpr double same_place_m = 4.9; ///< of venues given as points those within 5 m are one (docs/rules.md rule 1)
constexpr double rounding_m2 = 0.05;
constexpr double rounded_up_m2 = 0.01;

/// Boxes of shapes in a grid of cells, so that a place is held against few of them.
class ShapesByPlace
{
public:
    explicit ShapesByPlace(double cell) : cell_(cell) {}

    void add(const Shape& shape, std::uint32_t row)
    {
        constexpr double most_cells = 64.0; // of a large one only: it is looked at for each place
        if (shape.empty() || shape.front().empty()) {
            return;
        }
        Point low = shape.front().front();
        Point high = low;
        for (const auto& line : shape) {
            for (const Point& point : line) {
                low = {std::min(low.x, point.x), std::min(low.y, point.y)};
                high = {std::max(high.x, point.x), std::max(high.y, point.y)};
            }
        }
        if ((high.x - low.x) / cell_ > most_cells || (high.y - low.y) / cell_ > most_cells) {
            large_.push_back(row);
            return;
        }
        for (std::int64_t x = cell_of(low.x); x <= cell_of(high.x); ++x) {
            for (std::int64_t y = cell_of(low.y); y <= cell_of(high.y); ++y) {
                cells_[key(x, y)].push_back(row);
            }
        }
    }

    template <class Visit>
    void near(Point place, const Visit& visit) const
    {
        std::for_each(large_.begin(), large_.end(), visit);
        if (const auto found = cells_.find(key(cell_of(place.x), cell_of(place.y))); found != cells_.end()) {
            std::for_each(found->second.begin(), found->second.end(), visit);
        }
    }

private:
    std::int64_t cell_of(double value) const { return static_cast<std::int64_t>(std::floor(std::clamp(value / cell_, -1e9, 1e9))); }
    static std::uint64_t key(std::int64_t x, std::int64_t y)
    {
        return static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(y);
    }

    double cell_;
    std::vector<std::uint32_t> large_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

double cell_size(const MapScale& scale)
{
    return scale.metres_at({}).x > 10.0 ? 0.005 : 500.0; // degrees, or metres and the like
}

class TwiceCheck
{
public:
    explicit TwiceCheck(const Result& all) : all_(all) {}

    Check check() &&
    {
        look_at_links();
        look_at_ledger();
        look_at_fields();
        look_at_campuses();
        look_at_points();
        return std::move(check_);
    }

private:
    void look_at_links()
    {
        std::unordered_set<std::string> seen;
        for (const LinkRow& link : all_.links) {
            const std::string key = link.channel + '\n' + link.from_school + '\n' + link.to_id;
            check_.holds(seen.insert(key).second, Fault::twice, {link.from_school, link.to_id}, "links.given_m2",
                         text_of_parts(link.given.value_or(0)), "links");
        }
    }

    /// A pair may have several leases, and one row beside them; official figures of several kinds come from one table.
    void look_at_ledger()
    {
        std::unordered_set<std::string> seen;
        for (const LedgerRow& row : all_.ledger) {
            if (!row.is_lease() && row.basis != "official") {
                const std::string key = row.basis + '\n' + row.school_id + '\n' + row.from_id;
                check_.holds(seen.insert(key).second, Fault::twice, {row.school_id, row.from_id}, "ledger." + row.basis,
                             text_of_parts(row.m2.value_or(0)), "ledger");
            }
        }
    }

    /// What an outdoor field counts for its schools is no more than what is drawn of it (halls have storeys), and what counts is not rented
    /// out as a venue of the same id and place.
    void look_at_fields()
    {
        std::unordered_map<std::string, double> counted_m2;
        std::unordered_map<std::string, double> outdoor_m2;
        for (const FieldRow& field : all_.fields) {
            counted_m2[field.id] += field.counted_m2.value_or(0.0);
            if (field.kind == "outdoor") {
                outdoor_m2[field.id] = std::max(outdoor_m2[field.id], field.drawn_m2.value_or(0.0));
            }
        }
        for (const auto& [id, drawn] : outdoor_m2) {
            check_.number_at_most({id}, "fields.counted_m2", counted_m2[id], "fields.drawn_m2", drawn, rounding_m2, "m2");
        }
        for (const FieldRow& field : all_.fields) {
            const std::uint32_t v = all_.venue_of_id.of(field.id);
            if (v != nobody && gives(all_.venues[v]) && outdoor_m2.contains(field.id) && holds(field.ground, all_.venues[v].at)) {
                const double together_m2 = counted_m2[field.id] + square_metres(all_.venues[v].rented.value_or(0));
                check_.number_at_most({field.id, field.school_id}, "fields.counted_m2 + venues.rented_m2", together_m2, "fields.drawn_m2",
                                      outdoor_m2[field.id], rounding_m2, "m2");
            }
        }
        look_at_own_rows();
    }

    /// The ledger of a school takes no more of a field than it counts for that school, or for branches, whose main school no layer names.
    /// Each row is rounded up by 0.01 m2 at most.
    void look_at_own_rows()
    {
        std::unordered_map<std::string, double> counted_m2; // by field, line break, school

        for (const FieldRow& field : all_.fields) {
            const std::uint32_t s = all_.school_of_id.of(field.school_id);
            const bool is_of_branch = s != nobody && all_.schools[s].is_branch();
            counted_m2[field.id + '\n' + (is_of_branch ? "" : field.school_id)] += field.counted_m2.value_or(0.0);
        }
        std::map<std::pair<std::string_view, std::string_view>, double> taken_m2;
        for (const LedgerRow& row : all_.ledger) {
            if (row.basis.starts_with("own_")) {
                taken_m2[{row.from_id, row.school_id}] += square_metres(row.m2.value_or(0)) - rounded_up_m2;
            }
        }
        const auto counted = [&](std::string_view field, std::string_view school) {
            const auto found = counted_m2.find(std::string(field) + '\n' + std::string(school));
            return found == counted_m2.end() ? 0.0 : found->second;
        };
        for (const auto& [key, taken] : taken_m2) {
            const double most_m2 = counted(key.first, key.second) + counted(key.first, "");
            check_.number_at_most({key.second, key.first}, "ledger.m2", taken, "fields.counted_m2", most_m2, rounding_m2, "m2");
        }
    }

    /// A venue given as a point gives no ground of a campus.
    void look_at_campuses()
    {
        ShapesByPlace campuses(cell_size(all_.scale));
        for (std::uint32_t c = 0; c < all_.campuses.size(); ++c) {
            campuses.add(all_.campuses[c].ground, c);
        }
        for (const VenueRow& venue : all_.venues) {
            if (!gives(venue) || venue.entry_source != "point") {
                continue;
            }
            campuses.near(venue.at, [&](std::uint32_t c) {
                const Shape& ground = all_.campuses[c].ground;
                const bool is_inside = holds(ground, venue.at) && all_.scale.distance_m(ground, venue.at).value_or(0.0) > inside_m;
                check_.holds(!is_inside, Fault::twice, {venue.id, all_.campuses[c].id}, "venues.rented_m2",
                             text_of_parts(venue.rented.value_or(0)), "campuses");
            });
        }
    }

    /// Of venues given as points that stand at one place only one gives.
    void look_at_points()
    {
        std::vector<const VenueRow*> points;
        for (const VenueRow& venue : all_.venues) {
            if (gives(venue) && venue.entry_source == "point") {
                points.push_back(&venue);
            }
        }
        std::sort(points.begin(), points.end(), [](const VenueRow* a, const VenueRow* b) { return a->at.x < b->at.x; });
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double reach = same_place_m / all_.scale.metres_at(points[i]->at).x;
            for (std::size_t j = i + 1; j < points.size() && points[j]->at.x - points[i]->at.x <= reach; ++j) {
                const double apart_m = all_.scale.distance_m(points[i]->at, points[j]->at);
                check_.number_at_least({points[i]->id, points[j]->id}, "venues.geom", apart_m, "5 m", same_place_m, 0.0, "m");
            }
        }
    }

    static bool gives(const VenueRow& venue) { return venue.has_place && venue.rented.value_or(0) > 0; }

    const Result& all_;
    Check check_{"twice"};
};

} // namespace

Check check_twice(const Result& result)
{
    return TwiceCheck(result).check();
}

} // namespace fieldgap::verify
