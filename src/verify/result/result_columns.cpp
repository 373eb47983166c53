#include "verify/result/result_columns.hpp"

#include <algorithm>

namespace fieldgap::verify {

const std::vector<TableColumns>& read_columns()
{
    static const std::vector<TableColumns> all = {
        {"schools",
         "school_id district stage enrol_primary enrol_junior enrol_senior enrol_total outdoor_m2 indoor_m2 special_m2 own_m2 own_source "
         "drawn_m2 required_m2 per_student_m2 standard_m2 ratio status gap_m2 surplus_m2 venues_in_reach nearest_venue_id nearest_venue_s "
         "rent_m2 share_m2 basement_m2 expand_m2 shared_out_m2 residual_m2 cost per_student_after_m2 status_after entry_source certainty "
         "flips_at_m_per_min basement_usable_m2 expand_possible_m2"},
        {"stages", "school_id stage pupils weight area_m2 per_pupil_m2 standard_m2 gap_stage_m2 status in_district_figures given_m2 "
                   "per_pupil_after_m2 status_after"},
        {"campuses", "campus_id school_id status gap_m2 residual_m2 per_student_m2 per_student_after_m2 geom"},
        {"fields", "field_id school_id kind counted_m2 drawn_m2 geom"},
        {"venues", "venue_id name area_m2 schools_in_reach rented_m2 left_m2 entry_source geom"},
        {"links", "from_school to_id channel walk_s walk_m given_m2 cost from_source to_source flips_at_m_per_min crossings geom"},
        {"districts",
         "district_id name schools pupils own_m2 required_m2 gap_m2 rent_m2 share_m2 basement_m2 expand_m2 residual_m2 cost mean_primary "
         "cv_primary mean_junior cv_junior mean_primary_after cv_primary_after mean_junior_after cv_junior_after schools_meet schools_near "
         "schools_short schools_unknown passes geom"},
        {"ledger", "school_id basis m2 from_id walk_s lease_no lease_until cost"},
        {"future_gaps", "school_id from_date m2 lease_no"},
        {"certificate", "kind id channel cut price_cost price_walk capacity_m2 price_per_m2"},
        {"bottlenecks", "bottleneck_id deficit_m2 reachable_m2 unmet_m2"},
        {"data_issues", "severity"},
        {"summary", "key value"},
    };
    return all;
}

std::vector<std::string> columns_of(std::string_view table)
{
    const auto& all = read_columns();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TableColumns& one) { return one.table == table; });
    return found == all.end() ? std::vector<std::string>() : split(found->columns);
}

std::vector<std::string> split(std::string_view words)
{
    std::vector<std::string> list;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        list.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return list;
}

} // namespace fieldgap::verify
