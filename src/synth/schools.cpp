#include "synth/schools.hpp"

#include "domain/standard/need.hpp"
#include "gis/geometry/overlay.hpp"
#include "synth/grounds.hpp"
#include "synth/school_names.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace fieldgap {
namespace {

constexpr double field_share_of_parcel = 0.4; ///< what fields can take of a parcel at best
constexpr double dense_within = 0.4;          ///< centrality of the crowded core
constexpr double rural_from = 0.97;           ///< and of the villages at the edge

/// How much of the ground it needs a school has.
struct Quota
{
    double ratio = 1.0;
    bool is_near = false; ///< just below the standard
};

/// Half of the schools in the middle are short, fewer further out. One in eight just misses the standard, wherever it is.
Quota quota_of(const SchoolPlan& plan, double centrality, Random& random)
{
    constexpr double near_below = 0.13;
    const double short_below = near_below + 0.55 - 0.33 * centrality;
    if (plan.quantile < near_below) {
        return {random.between(0.9, 0.96), true};
    }
    if (plan.quantile < short_below) {
        return {random.between(0.35, 0.8), false};
    }
    return {random.between(1.03, 1.55 + 0.4 * centrality), false};
}

/// Ground that the pupils, or the seats where there are no pupils yet, would need; a rule of thumb where no standard holds.
double required_m2(const School& school, const SchoolPlan& plan)
{
    PerStage<std::int64_t> pupils;
    for (const Stage stage : all_stages) {
        pupils[stage] = school.pupils[stage].value_or(45 * school.classes[stage].value_or(0));
    }
    const std::optional<ExactArea> required = need(pupils, Standard()).required;
    return required ? required->square_metres() : plan.type == SchoolType::vocational ? 7000.0 : 500.0;
}

/// One school at its place, or two on one campus.
class SchoolMaker
{
public:
    SchoolMaker(SyntheticCity& made, std::uint64_t seed, std::size_t number) : made_(made), random_(seed, 100000 + number) {}

    void make(const SchoolPlan& plan, const SchoolPlan* second_school, const Parcel& parcel);

private:
    School school_attributes(const SchoolPlan& plan, double centrality, int most_classes);
    void place_school(School& school, const SchoolPlan& plan, const Parcel& parcel, const CampusPlan& campus, double share_of_front);
    void add_years(School& school, const SchoolPlan& plan);
    void add_possibilities(School& school);
    void add_official_figures(School& school, const std::vector<Field>& fields, const Quota& quota, double required);
    void add_campus(const School& school, const CampusPlan& plan, bool by_location);
    void add_fields(const School& school, std::vector<Field> fields, bool by_location);
    void add_gates(const School& school, const Parcel& parcel, const gis::Ring& wall);

    SyntheticCity& made_;
    Random random_;
};

School SchoolMaker::school_attributes(const SchoolPlan& plan, double centrality, int most_classes)
{
    School school;
    enrol(school, plan, centrality, most_classes, random_);
    school.rural = centrality > rural_from || plan.type == SchoolType::teaching_point;
    school.dense = centrality < dense_within;
    switch (plan.type) {
    case SchoolType::special: school.kind = SchoolKind::special; break;
    case SchoolType::vocational: school.kind = SchoolKind::vocational; break;
    case SchoolType::teaching_point: school.kind = SchoolKind::teaching_point; break;
    default: break;
    }
    add_years(school, plan);
    return school;
}

void SchoolMaker::add_years(School& school, const SchoolPlan& plan)
{
    if (plan.planned) {
        school.phase = SchoolPhase::planned;
        school.plan_year = 2020 + random_.whole(0, 1);
        school.build_year = *school.plan_year + random_.whole(0, 1);
        school.handover_year = *school.build_year + random_.whole(1, 2);
        school.open_year = *school.handover_year + random_.whole(0, 1);
        return;
    }
    school.built_year = random_.chance(0.6) ? random_.whole(1952, 1999) : random_.whole(2000, 2018);
    school.open_year = school.built_year;
    if (random_.chance(0.8)) {
        school.migrant_share = std::round(random_.between(0.02, random_.chance(0.1) ? 0.7 : 0.35) * 1000.0) / 1000.0;
    }
}

void SchoolMaker::add_possibilities(School& school)
{
    if (random_.chance(0.25)) {
        school.basement_usable_m2 = random_.whole(20, 120) * 10.0;
    }
    if (random_.chance(0.4)) {
        school.expand_possible_m2 = random_.whole(30, 300) * 10.0;
    }
}

/// What the yearly statistics say: about what is drawn, in one school of twelve something else, in one of six nothing.
void SchoolMaker::add_official_figures(School& school, const std::vector<Field>& fields, const Quota& quota, double required)
{
    double indoor = 0.0;
    double special = 0.0;
    std::vector<gis::MultiPolygon> outdoor;
    for (const Field& field : fields) {
        const double ground = gis::area(field.ground).square_metres();
        indoor += field.kind == FieldKind::indoor ? field.floor_m2.value_or(ground * field.counted_storeys()) : 0.0;
        special += field.kind == FieldKind::special ? ground : 0.0;
        if (field.kind == FieldKind::outdoor) {
            outdoor.push_back(field.ground);
        }
    }
    const double drawn = gis::area(gis::united(outdoor)).square_metres();
    const double wanted = quota.ratio * required - indoor - special;
    const double differing = random_.chance(0.5) ? 0.7 : 1.35;
    const double factor = random_.chance(1.0 / 12.0) ? differing : random_.between(0.98, 1.02);
    const auto to_tenth = [](double m2) { return std::round(m2 * 10.0) / 10.0; };
    if (quota.is_near && wanted > 0.0) {
        school.outdoor_m2 = to_tenth(wanted);
    } else if (random_.chance(5.0 / 6.0)) {
        school.outdoor_m2 = to_tenth(drawn * factor);
    } else {
        return;
    }
    school.indoor_m2 = to_tenth(indoor);
    school.special_m2 = to_tenth(special);
}

void SchoolMaker::add_campus(const School& school, const CampusPlan& plan, bool by_location)
{
    Campus campus;
    campus.id = numbered("C", made_.city.campuses.size() + 1, 6);
    campus.school_id = by_location ? "" : school.id;
    campus.name = school.name;
    campus.ground = plan.ground;
    made_.city.campuses.push_back(std::move(campus));
}

void SchoolMaker::add_fields(const School& school, std::vector<Field> fields, bool by_location)
{
    for (Field& field : fields) {
        field.id = numbered("F", made_.city.fields.size() + 1, 7);
        field.school_id = by_location ? "" : school.id;
        made_.city.fields.push_back(std::move(field));
    }
}

/// The main gate in the front, often a second one on the side street. One school in ten was never asked for its gates.
void SchoolMaker::add_gates(const School& school, const Parcel& parcel, const gis::Ring& wall)
{
    if (random_.chance(0.1)) {
        return;
    }
    add_gate(made_, OwnerKind::school, school.id, "main", on_edge(wall[0], wall[1], random_.between(0.35, 0.65)));
    if (!random_.chance(0.45)) {
        return;
    }
    const gis::Point& last = wall[wall.size() - 2];
    const gis::Point side =
        parcel.side_street ? on_edge(last, wall[0], random_.between(0.3, 0.8)) : on_edge(wall[0], wall[1], random_.between(0.05, 0.2));
    add_gate(made_, OwnerKind::school, school.id, "side", side);
}

void SchoolMaker::make(const SchoolPlan& plan, const SchoolPlan* second_school, const Parcel& parcel)
{
    const bool shared = second_school != nullptr;
    const Quota quota = quota_of(plan, parcel.centrality, random_);
    const double room_m2 = field_share_of_parcel * area_m2(parcel) / (shared ? 2.0 : 1.0);
    const int most_classes = std::max(6, static_cast<int>(room_m2 / (quota.ratio * 9.0 * 45.0)));
    School host = school_attributes(plan, parcel.centrality, most_classes);
    double required = required_m2(host, plan);
    std::optional<School> second;
    if (shared) {
        second = school_attributes(*second_school, parcel.centrality, most_classes);
        required += required_m2(*second, *second_school);
    }
    const CampusPlan campus = campus_on(parcel, quota.ratio * required, random_);
    std::vector<Field> fields;
    if (!plan.planned) {
        fields = fields_on(campus, quota.ratio * required, random_.chance(host.dense ? 0.15 : 0.02), random_);
        add_possibilities(host);
        if (!shared && is_regular(plan.type)) {
            add_official_figures(host, fields, quota, required);
        }
    }
    place_school(host, plan, parcel, campus, 0.4);
    add_campus(host, campus, shared || random_.chance(0.15));
    add_fields(host, std::move(fields), shared || random_.chance(0.2));
    if (second) {
        place_school(*second, *second_school, parcel, campus, 0.6);
    }
}

/// Gives a school its name, its place in the buildings and its gates.
void SchoolMaker::place_school(School& school, const SchoolPlan& plan, const Parcel& parcel, const CampusPlan& campus,
                               double share_of_front)
{
    name_school(school, plan, parcel.place_name, made_.city.schools.size());
    school.at = rounded(point_in(campus.buildings, share_of_front, 0.5));
    add_gates(school, parcel, campus.ground.front().outer);
    made_.city.schools.push_back(school);
}

/// Teaching points lie in the villages.
void send_out(std::vector<Parcel>& parcels, const std::vector<SchoolPlan>& hosts)
{
    std::vector<bool> sent(parcels.size(), false);
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (hosts[i].type != SchoolType::teaching_point) {
            continue;
        }
        std::size_t outermost = i;
        for (std::size_t k = 0; k < parcels.size(); ++k) {
            if (!sent[k] && parcels[k].centrality > parcels[outermost].centrality) {
                outermost = k;
            }
        }
        std::swap(parcels[i], parcels[outermost]);
        sent[i] = true;
    }
}

/// Schools that may have a branch: open main schools with primary pupils.
std::vector<std::size_t> possible_parents(const City& city, const std::vector<std::size_t>& branches)
{
    std::vector<std::size_t> parents;
    for (std::size_t i = 0; i < city.schools.size(); ++i) {
        const School& school = city.schools[i];
        const bool is_main =
            school.kind == SchoolKind::regular && school.phase == SchoolPhase::open && school.pupils[Stage::primary].has_value();
        if (is_main && !std::binary_search(branches.begin(), branches.end(), i)) {
            parents.push_back(i);
        }
    }
    return parents;
}

/// A branch belongs to the nearest school of its stage, and carries its name. `branches` are positions, ascending.
void join_branches(City& city, const std::vector<std::size_t>& branches)
{
    const std::vector<std::size_t> parents = possible_parents(city, branches);
    for (const std::size_t branch : branches) {
        School& school = city.schools[branch];
        const auto is_nearer = [&](std::size_t a, std::size_t b) {
            return gis::distance_m(city.schools[a].at, school.at) < gis::distance_m(city.schools[b].at, school.at);
        };
        const auto nearest = std::min_element(parents.begin(), parents.end(), is_nearer);
        if (nearest != parents.end()) {
            school.parent_id = city.schools[*nearest].id;
            school.name = city.schools[*nearest].name + "（" + school.name + "校区）";
        }
    }
}

void add_district_names(City& city)
{
    for (School& school : city.schools) {
        for (const District& district : city.districts) {
            const gis::Box box = gis::bounds(district.ground);
            const bool in_box =
                school.at.x >= box.min_x && school.at.x <= box.max_x && school.at.y >= box.min_y && school.at.y <= box.max_y;
            if (in_box && gis::contains(district.ground, school.at)) {
                school.district = district.name;
                break;
            }
        }
    }
}

} // namespace

void add_schools(SyntheticCity& made, const std::vector<SchoolPlan>& plans, std::vector<Parcel> parcels, std::uint64_t seed)
{
    std::vector<SchoolPlan> hosts;
    std::vector<SchoolPlan> guests;
    for (const SchoolPlan& plan : plans) {
        (plan.second_school ? guests : hosts).push_back(plan);
    }
    send_out(parcels, hosts);
    std::vector<std::size_t> branches;
    std::size_t guests_placed = 0;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const SchoolPlan& host = hosts[i];
        const bool takes_guest =
            host.type == SchoolType::primary && !host.planned && !host.branch && !host.unreported && guests_placed < guests.size();
        if (host.branch) {
            branches.push_back(made.city.schools.size());
        }
        SchoolMaker(made, seed, i).make(host, takes_guest ? &guests[guests_placed++] : nullptr, parcels[i]);
    }
    join_branches(made.city, branches);
    add_district_names(made.city);
    std::sort(made.city.schools.begin(), made.city.schools.end(), [](const School& a, const School& b) { return a.id < b.id; });
}

} // namespace fieldgap
