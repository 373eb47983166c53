#include "domain/ground/drawn_ground.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/ground/counted_ground.hpp"
#include "domain/ground/what_if.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

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

/// The campuses of an owner as one ground. Of very many parts only those near a field are cut with it.
class OwnerGround
{
public:
    explicit OwnerGround(gis::MultiPolygon ground) : ground_(std::move(ground)), parts_(boxes_of(ground_)) {}

    gis::MultiPolygon shared_with(const gis::MultiPolygon& field) const
    {
        return ground_.size() <= many_parts ? gis::intersection(field, ground_) : gis::intersection(field, near(field));
    }

private:
    static constexpr std::size_t many_parts = 64;

    static std::vector<gis::Box> boxes_of(const gis::MultiPolygon& ground)
    {
        std::vector<gis::Box> boxes;
        for (const gis::Polygon& part : ground) {
            boxes.push_back(gis::bounds(gis::MultiPolygon{part}));
        }
        return boxes;
    }

    gis::MultiPolygon near(const gis::MultiPolygon& field) const
    {
        gis::MultiPolygon parts;
        for (const std::uint32_t part : parts_.meeting(gis::bounds(field))) {
            parts.push_back(ground_[part]);
        }
        return parts;
    }

    gis::MultiPolygon ground_;
    gis::BoxIndex parts_;
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
            gis::throw_if_interrupted();
            clipped.push_back(cut(field));
        }
        sort_for_counting(clipped);
        for (const FieldKind kind : all_field_kinds) {
            count(clipped, kind);
        }
    }

    Findings findings;

private:
    static constexpr double shown_m2 = 0.01; ///< less is rounding

    FieldKind kind_of(const Clipped& field) const { return city_.fields[field.field].kind; }

    /// Fields of one kind in their order. Halls stand before all others and take from them too, once those of the kind have taken.
    void count(const std::vector<Clipped>& clipped, FieldKind kind)
    {
        std::vector<const Clipped*> fields;
        std::vector<const gis::MultiPolygon*> grounds;
        std::size_t halls = 0;
        for (const Clipped& field : clipped) {
            if (kind_of(field) == FieldKind::indoor || kind_of(field) == kind) {
                fields.push_back(&field);
                grounds.push_back(&field.ground);
                halls += kind_of(field) == FieldKind::indoor ? 1U : 0U;
            }
        }
        CountedGround counted(std::move(grounds));
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (kind_of(*fields[i]) == kind) {
                add(*fields[i], counted.left_m2(i, kind == FieldKind::indoor ? 0 : halls));
            }
            counted.count(i);
        }
    }

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

    gis::MultiPolygon united_campuses(SchoolIndex main) const
    {
        std::vector<gis::MultiPolygon> grounds;
        for (const SchoolIndex row : owns_.rows_of_main[index(main)]) {
            for (const CampusIndex campus : owns_.campuses_of_school[index(row)]) {
                grounds.push_back(city_.campuses[index(campus)].ground);
            }
        }
        return grounds.size() == 1 ? grounds.front() : gis::united(grounds);
    }

    /// Made once for all fields of the owner.
    const OwnerGround& campus_ground(const FieldOwner& owner)
    {
        const auto key = static_cast<std::uint32_t>(owner.campus ? index(*owner.campus) : index(owns_.main_of[index(*owner.school)]));
        auto& grounds = owner.campus ? of_campus_ : of_main_;
        auto known = grounds.find(key);
        if (known == grounds.end()) {
            known = grounds.emplace(key, owner.campus ? city_.campuses[key].ground : united_campuses(SchoolIndex(key))).first;
        }
        return known->second;
    }

    Clipped cut(std::size_t position)
    {
        const Field& field = city_.fields[position];
        CountedField& counted = counted_[position];
        counted.drawn_m2 = gis::area(field.ground).square_metres();
        Clipped clipped{position, {}, 0.0, field.kind == FieldKind::indoor ? field.counted_storeys() : 1.0};
        if (field.ground.empty()) {
            counted.notes |= note_no_ground;
            return clipped;
        }
        if (field.kind == FieldKind::indoor && field.floor_m2 && counted.drawn_m2 > 0.0) {
            clipped.floors = *field.floor_m2 / counted.drawn_m2;
        }
        clipped.ground = campus_ground(owns_.owner_of_field[position]).shared_with(field.ground);
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
            findings.push_back({IssueCode::field_off_campus,
                                "fields",
                                field.id,
                                field.ground,
                                {counted.drawn_m2, city_.schools[index(*owner.school)].id}});
        } else if (counted.drawn_m2 - clipped.m2 >= std::max(shown_m2, counted.drawn_m2 * 1e-6)) {
            counted.notes |= note_clipped;
            const double lost_m2 = counted.drawn_m2 - clipped.m2;
            auto whole = ground_for_owner(city_, owns_, owner, lost_m2 * clipped.floors);
            findings.push_back({IssueCode::field_clipped, "fields", field.id, field.ground, {lost_m2, counted.drawn_m2}, std::move(whole)});
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
    std::unordered_map<std::uint32_t, OwnerGround> of_campus_, of_main_;
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
            findings.push_back({IssueCode::field_not_drawn, "fields", field.id, field.at ? gis::Geometry(*field.at) : gis::Geometry(), {}});
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

PerFieldKind& PerFieldKind::operator+=(const PerFieldKind& other)
{
    for (std::size_t i = 0; i < m2.size(); ++i) {
        m2[i] += other.m2[i];
    }
    return *this;
}

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
