#include "layers/readback/result_tables.hpp"

#include "gis/error.hpp"
#include "layers/readback/result_books.hpp"
#include "layers/readback/result_rows.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

constexpr double most_price = 1e6; ///< as a config takes it

gis::Point point_of(const gis::Geometry& geometry)
{
    const auto* const point = std::get_if<gis::Point>(&geometry);
    return point != nullptr ? *point : gis::Point();
}

gis::MultiPolygon ground_of(gis::Geometry geometry)
{
    auto* const ground = std::get_if<gis::MultiPolygon>(&geometry);
    return ground != nullptr ? std::move(*ground) : gis::MultiPolygon();
}

class Tables
{
public:
    Tables(gis::MergeInput& file, ComparedResult& result) : file_(file), result_(result), ids_(file, result) {}

    void read()
    {
        read_schools();
        read_venues();
        read_campuses();
        read_links();
        read_districts();
        read_books(file_, ids_, result_);
    }

private:
    Status status_in(const ResultRows& rows) const
    {
        const std::string name = rows.text("status");
        const auto* const found =
            std::find_if(all_statuses.begin(), all_statuses.end(), [&](Status status) { return name_of(status) == name; });
        if (found == all_statuses.end()) {
            throw gis::Error(
                words::translate(words::Text::diff_status_unknown, {words::valid_utf8(file_.path()), rows.text("school_id"), name}));
        }
        return *found;
    }

    void read_schools()
    {
        ResultRows rows(
            file_, "schools",
            "school_id name district status enrol_primary enrol_junior enrol_senior enrol_total outdoor_m2 indoor_m2 special_m2 "
            "own_m2 own_source gap_m2 surplus_m2 residual_m2 basement_usable_m2 expand_possible_m2 parent_id dense",
            Places::taken);
        while (rows.next()) {
            ComparedSchool school;
            school.id = rows.text("school_id");
            school.name = rows.text("name");
            school.district = rows.text("district");
            school.parent_id = rows.text("parent_id");
            school.is_dense = rows.flag("dense", false);
            school.status = status_in(rows);
            school.at = point_of(rows.geometry());
            take_pupils(rows, school);
            take_ground(rows, school);
            ids_.add_school(school.id);
            result_.schools.push_back(std::move(school));
        }
    }

    static void take_pupils(const ResultRows& rows, ComparedSchool& school)
    {
        constexpr std::array<std::string_view, 3> columns = {"enrol_primary", "enrol_junior", "enrol_senior"};
        for (const Stage stage : all_stages) {
            school.pupils[stage] = rows.count(columns[static_cast<std::size_t>(stage)]).value_or(0);
        }
        school.pupils_known = rows.count("enrol_total").value_or(0) > 0;
    }

    static void take_ground(const ResultRows& rows, ComparedSchool& school)
    {
        constexpr std::array<std::string_view, 3> columns = {"outdoor_m2", "indoor_m2", "special_m2"};
        const bool has_official = rows.text("own_source") == "official";
        for (std::size_t kind = 0; kind < columns.size(); ++kind) {
            school.kinds[kind].m2 = rows.area(columns[kind]).value_or(ExactArea());
            school.kinds[kind].is_official = has_official && school.kinds[kind].m2 > ExactArea();
        }
        school.ground_known = !rows.is_null("own_source");
        school.own = rows.area("own_m2");
        school.gap = rows.area("gap_m2");
        school.surplus = rows.area("surplus_m2");
        school.residual = rows.area("residual_m2");
        school.basement = rows.area("basement_usable_m2").value_or(ExactArea());
        school.expand = rows.area("expand_possible_m2").value_or(ExactArea());
    }

    void read_venues()
    {
        ResultRows rows(file_, "venues", "venue_id area_m2 price_per_m2 rentable", Places::taken);
        while (rows.next()) {
            ComparedVenue venue;
            venue.id = rows.text("venue_id");
            venue.area = rows.area("area_m2");
            venue.price_per_m2 = rows.number("price_per_m2", most_price);
            venue.is_rentable = rows.flag("rentable", true);
            venue.at = point_of(rows.geometry());
            ids_.add_venue(venue.id);
            result_.venues.push_back(std::move(venue));
        }
    }

    void read_campuses()
    {
        ResultRows rows(file_, "campuses", "campus_id school_id", Places::taken);
        while (rows.next()) {
            if (const auto school = ids_.main_if_there(rows.text("school_id"))) {
                gis::MultiPolygon& ground = result_.schools[*school].ground;
                gis::MultiPolygon campus = ground_of(rows.geometry());
                ground.insert(ground.end(), std::make_move_iterator(campus.begin()), std::make_move_iterator(campus.end()));
            }
        }
    }

    void read_links()
    {
        ResultRows rows(file_, "links", "from_school to_id channel walk_s");
        while (rows.next()) {
            const bool rents = rows.text("channel") == name_of(Channel::rent);
            const std::uint32_t school = ids_.main_of(rows.text("from_school"), "links");
            const std::uint32_t giver = rents ? ids_.venue(rows.text("to_id"), "links") : ids_.main_of(rows.text("to_id"), "links");
            (rents ? result_.rent : result_.share).push_back({school, giver, rows.number("walk_s").value_or(0.0)});
        }
    }

    void read_districts()
    {
        ResultRows rows(file_, "districts", "district_id name", Places::taken);
        while (rows.next()) {
            result_.districts.push_back({rows.text("district_id"), rows.text("name"), ground_of(rows.geometry())});
        }
    }

    gis::MergeInput& file_;
    ComparedResult& result_;
    ResultIds ids_;
};

} // namespace

void read_tables(gis::MergeInput& file, ComparedResult& result)
{
    Tables(file, result).read();
}

} // namespace fieldgap
