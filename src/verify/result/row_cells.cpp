#include "verify/result/row_cells.hpp"

#include <utility>

namespace fieldgap::verify {

bool ShapeReader::take(Cells& in, Shape& shape)
{
    const bool is_sound = read_shape(in.bytes(), shape);
    if (!is_sound) {
        ++odd_;
        shape.clear();
    }
    return is_sound;
}

const std::vector<Point>& ShapeReader::line(Cells& in)
{
    static const std::vector<Point> nothing;
    if (take(in, shape_) && shape_.size() > 1) {
        ++odd_;
        shape_.clear();
    }
    return shape_.empty() ? nothing : shape_.front();
}

namespace {

void take_allotment(Cells& in, SchoolRow& row)
{
    row.venues_in_reach = in.number();
    row.nearest_venue_id = in.text();
    row.nearest_venue_s = in.number();
    for (const Channel channel : all_channels) {
        row.given[channel] = in.area();
    }
    row.shared_out = in.area();
    row.residual = in.area();
    row.cost = in.number();
    row.per_student_after_m2 = in.number();
    row.status_after = in.text();
    row.entry_source = in.text();
    row.certainty = in.text();
    row.flips_at_m_per_min = in.number();
    row.basement_usable = in.area();
    row.expand_possible = in.area();
}

} // namespace

void take(Cells& in, SchoolRow& row)
{
    row.id = in.text();
    row.district = in.text();
    row.stage = in.text();
    for (const Stage stage : all_stages) {
        row.enrol[stage] = in.number();
    }
    row.enrol_total = in.number();
    for (Number* const ground : {&row.outdoor_m2, &row.indoor_m2, &row.special_m2}) {
        *ground = in.number();
    }
    row.own = in.area();
    row.own_source = in.text();
    row.drawn_m2 = in.number();
    row.required = in.area();
    for (Number* const figure : {&row.per_student_m2, &row.standard_m2, &row.ratio}) {
        *figure = in.number();
    }
    row.status = in.text();
    row.gap = in.area();
    row.surplus = in.area();
    take_allotment(in, row);
}

void take(Cells& in, StageRow& row)
{
    row.school_id = in.text();
    row.stage = in.text();
    for (Number* const figure : {&row.pupils, &row.weight, &row.area_m2, &row.per_pupil_m2, &row.standard_m2, &row.gap_m2}) {
        *figure = in.number();
    }
    row.status = in.text();
    for (Number* const figure : {&row.in_district_figures, &row.given_m2, &row.per_pupil_after_m2}) {
        *figure = in.number();
    }
    row.status_after = in.text();
}

void take(Cells& in, CampusRow& row, ShapeReader& shapes)
{
    row.id = in.text();
    row.school_id = in.text();
    row.status = in.text();
    row.gap = in.area();
    row.residual = in.area();
    row.per_student_m2 = in.number();
    row.per_student_after_m2 = in.number();
    shapes.take(in, row.ground);
}

void take(Cells& in, FieldRow& row)
{
    row.id = in.text();
    row.school_id = in.text();
    row.kind = in.text();
    row.counted_m2 = in.number();
    row.drawn_m2 = in.number();
}

void take(Cells& in, VenueRow& row, ShapeReader& shapes)
{
    row.id = in.text();
    row.name = in.text();
    row.area = in.area();
    row.schools_in_reach = in.number();
    row.rented = in.area();
    row.left = in.area();
    row.entry_source = in.text();
    const std::vector<Point>& point = shapes.line(in);
    row.has_place = !point.empty();
    row.at = row.has_place ? point.front() : Point();
}

void take(Cells& in, LinkRow& row, ShapeReader& shapes)
{
    row.from_school = in.text();
    row.to_id = in.text();
    row.channel = in.text();
    row.walk_s = in.number();
    row.walk_m = in.number();
    row.given = in.area();
    row.cost = in.number();
    row.from_source = in.text();
    row.to_source = in.text();
    row.flips_at_m_per_min = in.number();
    row.crossings = in.number();
    const std::size_t odd = shapes.odd();
    const std::vector<Point>& line = shapes.line(in);
    row.route.is_sound = shapes.odd() == odd;
    if (!line.empty()) {
        row.route = {shapes.scale().length_m(line), line.front(), line.back(), true, true};
    }
}

void take(Cells& in, DistrictRow& row, ShapeReader& shapes)
{
    row.id = in.text();
    row.name = in.text();
    row.schools = in.number();
    row.pupils = in.number();
    for (MaybeArea* const area : {&row.own, &row.required, &row.gap}) {
        *area = in.area();
    }
    for (const Channel channel : all_channels) {
        row.given[channel] = in.area();
    }
    row.residual = in.area();
    row.cost = in.number();
    for (const auto& [mean, cv] : {std::pair(&row.mean, &row.cv), std::pair(&row.mean_after, &row.cv_after)}) {
        for (const Stage stage : {Stage::primary, Stage::junior}) {
            (*mean)[stage] = in.number();
            (*cv)[stage] = in.number();
        }
    }
    for (Number* const count : {&row.schools_meet, &row.schools_near, &row.schools_short, &row.schools_unknown, &row.passes}) {
        *count = in.number();
    }
    shapes.take(in, row.ground);
}

void take(Cells& in, LedgerRow& row)
{
    row.school_id = in.text();
    row.basis = in.text();
    row.m2 = in.area();
    row.from_id = in.text();
    row.walk_s = in.number();
    row.lease_no = in.text_or_none();
    row.lease_until = in.text();
    row.cost = in.number();
}

void take(Cells& in, FutureGapRow& row)
{
    row.school_id = in.text();
    row.from_date = in.text();
    row.m2 = in.area();
    row.lease_no = in.text();
}

void take(Cells& in, CertificateRow& row)
{
    row.kind = in.text();
    row.id = in.text();
    row.channel = in.text();
    row.cut = in.number();
    row.price_cost = in.number();
    row.price_walk = in.number();
    row.capacity = in.area();
    row.price_per_m2 = in.number();
}

void take(Cells& in, BottleneckRow& row)
{
    row.id = in.text();
    row.deficit = in.area();
    row.reachable = in.area();
    row.unmet = in.area();
}

} // namespace fieldgap::verify
