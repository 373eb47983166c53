#include "domain/supply.hpp"

#include "domain/doubt.hpp"
#include "domain/what_if.hpp"
#include "gis/geometry/overlay.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

namespace fieldgap {
namespace {

/// Schools that share campuses are counted together, so that no ground of theirs counts twice.
class Neighbourhoods
{
public:
    Neighbourhoods(const City& city, const Ownership& owns) : root_(city.schools.size())
    {
        std::iota(root_.begin(), root_.end(), std::uint32_t{0});
        for (std::size_t s = 0; s < city.schools.size(); ++s) {
            join(s, index(owns.main_of[s]));
        }
        for (const auto& schools : owns.schools_of_campus) {
            for (std::size_t i = 1; i < schools.size(); ++i) {
                join(index(schools[0]), index(schools[i]));
            }
        }
    }

    std::uint32_t of(std::size_t school)
    {
        while (root_[school] != school) {
            root_[school] = root_[root_[school]];
            school = root_[school];
        }
        return static_cast<std::uint32_t>(school);
    }

private:
    void join(std::size_t a, std::size_t b)
    {
        const std::uint32_t root_a = of(a);
        const std::uint32_t root_b = of(b);
        root_[std::max(root_a, root_b)] = std::min(root_a, root_b);
    }

    std::vector<std::uint32_t> root_;
};

/// The school in whose neighbourhood a field is counted.
std::optional<std::size_t> school_for(const Ownership& owns, std::size_t field)
{
    const FieldOwner& owner = owns.owner_of_field[field];
    if (owner.school) {
        return index(*owner.school);
    }
    if (owner.campus && !owns.schools_of_campus[index(*owner.campus)].empty()) {
        return index(owns.schools_of_campus[index(*owner.campus)].front());
    }
    return std::nullopt;
}

/// Ground that is already counted, as a list of pieces with their boxes: a school has few fields.
class Counted
{
public:
    void add(const gis::MultiPolygon& ground)
    {
        if (!ground.empty()) {
            pieces_.push_back({gis::bounds(ground), &ground});
        }
    }

    gis::MultiPolygon left_of(gis::MultiPolygon ground) const
    {
        for (const Piece& piece : pieces_) {
            if (meet(piece.box, gis::bounds(ground))) {
                ground = gis::difference(ground, *piece.ground);
            }
        }
        return ground;
    }

private:
    struct Piece
    {
        gis::Box box;
        const gis::MultiPolygon* ground;
    };

    static bool meet(const gis::Box& a, const gis::Box& b)
    {
        return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
    }

    std::vector<Piece> pieces_;
};

/// A field cut to its campus.
struct Clipped
{
    std::size_t field = 0;
    gis::MultiPolygon ground;
    double m2 = 0.0;
    double floors = 1.0; ///< m2 counted for a m2 of ground
};

/// Counts the fields of one neighbourhood.
class Count
{
public:
    Count(const City& city, const Ownership& owns, std::vector<CountedField>& counted) : city_(city), owns_(owns), counted_(counted) {}

    void fields(const std::vector<std::size_t>& of_neighbourhood)
    {
        std::vector<Clipped> clipped;
        for (const std::size_t field : of_neighbourhood) {
            clipped.push_back(cut(field));
        }
        sort_for_counting(clipped);
        Counted halls, outdoor, special;
        for (const Clipped& field : clipped) {
            const FieldKind kind = city_.fields[field.field].kind;
            Counted& same = kind == FieldKind::indoor ? halls : kind == FieldKind::outdoor ? outdoor : special;
            gis::MultiPolygon left = same.left_of(field.ground);
            if (kind != FieldKind::indoor) {
                left = halls.left_of(std::move(left));
            }
            add(field, gis::area(left).square_metres());
            same.add(field.ground);
        }
    }

    Findings findings;

private:
    static constexpr double shown_m2 = 0.01; ///< less is rounding

    void sort_for_counting(std::vector<Clipped>& clipped) const
    {
        const auto rank = [this](const Clipped& field) { return city_.fields[field.field].kind == FieldKind::indoor ? 0 : 1; };
        std::stable_sort(clipped.begin(), clipped.end(), [&](const Clipped& a, const Clipped& b) {
            if (rank(a) != rank(b)) {
                return rank(a) < rank(b);
            }
            return rank(a) == 0 && a.floors != b.floors && a.floors > b.floors;
        });
    }

    gis::MultiPolygon campus_ground(const FieldOwner& owner) const
    {
        if (owner.campus) {
            return city_.campuses[index(*owner.campus)].ground;
        }
        std::vector<gis::MultiPolygon> grounds;
        const SchoolIndex main = owns_.main_of[index(*owner.school)];
        for (const SchoolIndex row : owns_.rows_of_main[index(main)]) {
            for (const CampusIndex campus : owns_.campuses_of_school[index(row)]) {
                grounds.push_back(city_.campuses[index(campus)].ground);
            }
        }
        return grounds.size() == 1 ? grounds.front() : gis::united(grounds);
    }

    Clipped cut(std::size_t position)
    {
        const Field& field = city_.fields[position];
        CountedField& counted = counted_[position];
        counted.drawn_m2 = gis::area(field.ground).square_metres();
        Clipped clipped{position, {}, 0.0, field.kind == FieldKind::indoor ? field.storeys : 1.0};
        if (field.ground.empty()) {
            counted.notes |= note_no_ground;
            return clipped;
        }
        if (field.kind == FieldKind::indoor && field.floor_m2 && counted.drawn_m2 > 0.0) {
            clipped.floors = *field.floor_m2 / counted.drawn_m2;
        }
        clipped.ground = gis::intersection(field.ground, campus_ground(owns_.owner_of_field[position]));
        clipped.m2 = gis::area(clipped.ground).square_metres();
        note_cut(field, clipped, counted);
        return clipped;
    }

    void note_cut(const Field& field, Clipped& clipped, CountedField& counted)
    {
        const FieldOwner& owner = owns_.owner_of_field[clipped.field];
        if (owner.school && clipped.m2 < shown_m2) {
            clipped.ground = field.ground;
            clipped.m2 = counted.drawn_m2;
            counted.notes |= note_off_campus;
            findings.push_back(
                {Doubt::field_off_campus, "fields", field.id, field.ground, {counted.drawn_m2, city_.schools[index(*owner.school)].id}});
        } else if (counted.drawn_m2 - clipped.m2 >= std::max(shown_m2, counted.drawn_m2 * 1e-6)) {
            counted.notes |= note_clipped;
            const double lost_m2 = counted.drawn_m2 - clipped.m2;
            auto whole = ground_for_owner(city_, owns_, owner, lost_m2 * clipped.floors);
            findings.push_back({Doubt::field_clipped, "fields", field.id, field.ground, {lost_m2, counted.drawn_m2}, std::move(whole)});
        }
    }

    void add(const Clipped& clipped, double left_m2)
    {
        const Field& field = city_.fields[clipped.field];
        CountedField& counted = counted_[clipped.field];
        if (field.ground.empty()) {
            counted.counted_m2 = field.kind == FieldKind::indoor ? field.floor_m2.value_or(0.0) : 0.0;
            return;
        }
        if (clipped.m2 - left_m2 >= shown_m2) {
            counted.notes |= note_overlap;
        }
        counted.counted_m2 = left_m2 * clipped.floors;
    }

    const City& city_;
    const Ownership& owns_;
    std::vector<CountedField>& counted_;
};

/// The fields of each neighbourhood in the order of their ids; fields of nobody are noted.
std::vector<std::vector<std::size_t>> fields_by_neighbourhood(const City& city, const Ownership& owns, DrawnGround& drawn,
                                                              Findings& findings)
{
    Neighbourhoods neighbourhoods(city, owns);
    std::vector<std::vector<std::size_t>> fields(city.schools.size());
    for (std::size_t f = 0; f < city.fields.size(); ++f) {
        const Field& field = city.fields[f];
        if (field.ground.empty() && !(field.kind == FieldKind::indoor && field.floor_m2)) {
            findings.push_back({Doubt::field_not_drawn, "fields", field.id, field.at ? gis::Geometry(*field.at) : gis::Geometry(), {}});
        }
        if (const auto school = school_for(owns, f)) {
            fields[neighbourhoods.of(*school)].push_back(f);
        } else {
            drawn.of_field[f] = {0.0, gis::area(field.ground).square_metres(), note_nobody};
        }
    }
    std::erase_if(fields, [](const auto& list) { return list.empty(); });
    return fields;
}

void sum_up(const City& city, const Ownership& owns, DrawnGround& drawn)
{
    drawn.of_school.resize(city.schools.size());
    drawn.fields_of_school.resize(city.schools.size());
    drawn.of_campus.resize(city.campuses.size());
    drawn.fields_of_campus.resize(city.campuses.size());
    for (std::size_t f = 0; f < city.fields.size(); ++f) {
        const FieldOwner& owner = owns.owner_of_field[f];
        const bool is_drawn = !city.fields[f].ground.empty() || city.fields[f].floor_m2.has_value();
        if (owner.school) {
            drawn.of_school[index(*owner.school)][city.fields[f].kind] += drawn.of_field[f].counted_m2;
            drawn.fields_of_school[index(*owner.school)] += is_drawn ? 1U : 0U;
        } else if (owner.campus) {
            drawn.of_campus[index(*owner.campus)][city.fields[f].kind] += drawn.of_field[f].counted_m2;
            drawn.fields_of_campus[index(*owner.campus)] += is_drawn ? 1U : 0U;
        }
    }
}

} // namespace

DrawnGround drawn_ground(const City& city, const Ownership& owns, Findings& findings)
{
    DrawnGround drawn;
    drawn.of_field.resize(city.fields.size());
    const auto neighbourhoods = fields_by_neighbourhood(city, owns, drawn, findings);
    std::vector<Findings> found(neighbourhoods.size());
    tbb::parallel_for(std::size_t{0}, neighbourhoods.size(), [&](std::size_t i) {
        Count count(city, owns, drawn.of_field);
        count.fields(neighbourhoods[i]);
        found[i] = std::move(count.findings);
    });
    for (const Findings& of_neighbourhood : found) {
        findings.insert(findings.end(), of_neighbourhood.begin(), of_neighbourhood.end());
    }
    sum_up(city, owns, drawn);
    return drawn;
}

} // namespace fieldgap
