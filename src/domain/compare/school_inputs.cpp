#include "domain/compare/school_inputs.hpp"

#include "domain/ground/own_figures.hpp"

namespace fieldgap {
namespace {

/// The kinds as they are rounded one by one miss the own ground, which was rounded once, by a hundredth or two.
ExactArea rounding_of(const ComparedSchool& known, const Standard& standard)
{
    School school;
    school.dense = known.is_dense;
    ExactArea sum;
    for (const FieldKind kind : all_field_kinds) {
        sum += counts_for(school, kind, standard) ? known.of(kind).m2 : ExactArea();
    }
    return known.own ? *known.own - sum : ExactArea();
}

SchoolInputs inputs_of(const ComparedSchool& known, const Standard& standard)
{
    SchoolInputs inputs;
    inputs.is_there = true;
    inputs.is_dense = known.is_dense;
    inputs.pupils_known = known.pupils_known;
    inputs.pupils = known.pupils;
    // It has a standard, and yet needs nothing: special and vocational schools.
    inputs.needs_nothing = known.status == Status::none && need(known.pupils, standard).required.has_value();
    inputs.ground_known = known.ground_known;
    for (const FieldKind kind : all_field_kinds) {
        inputs.ground[static_cast<std::size_t>(kind)] = known.of(kind).m2;
    }
    inputs.rounding = rounding_of(known, standard);
    inputs.surplus = known.surplus.value_or(ExactArea());
    return inputs;
}

} // namespace

std::vector<SchoolInputs> first_inputs(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    std::vector<SchoolInputs> all;
    for (const SchoolNode& node : nodes.nodes()) {
        SchoolInputs first;
        if (node.old_school) {
            first = inputs_of(before.schools[*node.old_school], before.settings.standard);
        } else if (nodes.groups()[node.group].is_simple()) {
            const SchoolInputs last = inputs_of(after.schools[*node.new_school], after.settings.standard);
            first.is_there = true;
            first.is_dense = last.is_dense;
            first.needs_nothing = last.needs_nothing;
        }
        all.push_back(first);
    }
    return all;
}

std::vector<SchoolInputs> last_inputs(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    std::vector<SchoolInputs> all;
    for (const SchoolNode& node : nodes.nodes()) {
        SchoolInputs last;
        if (node.new_school) {
            last = inputs_of(after.schools[*node.new_school], after.settings.standard);
        } else if (nodes.groups()[node.group].is_simple()) {
            last = inputs_of(before.schools[*node.old_school], before.settings.standard);
            last.pupils_known = true;
            last.pupils = {};
            last.surplus = {};
        }
        all.push_back(last);
    }
    return all;
}

} // namespace fieldgap
