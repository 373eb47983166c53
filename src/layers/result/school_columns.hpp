#pragma once
// The columns of `schools`, for the layer itself and for `schools_affected`.

#include "domain/gap/school_size.hpp"
#include "layers/result/layer_writer.hpp"
#include "layers/result/result_view.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// What of the links concerns one school.
struct Neighbours
{
    std::int64_t venues = 0;
    const ReachedPair* nearest = nullptr;
};

/// Borrowed, but for what is made for the row.
struct SchoolRow
{
    const ResultView& view;
    std::size_t position;
    const Enrolment& enrolled;              ///< for its stages
    PerStage<std::optional<double>> pupils; ///< whole in `schools`, with parts of pupils in `schools_affected`
    std::optional<double> all_pupils;       ///< absent where the number of one stage is missing
    const Supply& supply;
    const Assessment& state;
    const SchoolAllocation& school_allocation;
    Neighbours neighbours;
    SchoolSize size;

    const School& school() const { return view.city.schools[position]; }
    bool is_branch() const { return state.status == Status::branch; }
    bool has_figures() const { return state.has_figures(); }
};

std::vector<Neighbours> neighbours_of(const ResultView& view);

/// The school's point where it lies in its largest campus, else a point of that campus.
gis::Point map_point(const City& city, const Ownership& owns, std::size_t school);

/// school_id, name, district, stage, rural.
std::vector<LayerColumn<SchoolRow>> identity_columns();

/// The columns of `schools` behind these. Of what kind pupils are: whole numbers or not.
std::vector<LayerColumn<SchoolRow>> figure_columns(gis::ColumnType pupils);

} // namespace fieldgap
