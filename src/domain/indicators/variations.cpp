#include "domain/indicators/variations.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// The counted schools of a stage in a group.
struct Sample
{
    std::vector<StageGround> known; ///< amounts of the indicator in place of areas
    bool is_whole = true;           ///< every counted school has a value
};

struct Group
{
    PerIndicator<PerStage<Sample>> samples;

    void add(const StageIndicators& row)
    {
        for (const Indicator indicator : all_indicators) {
            Sample& sample = samples[indicator][row.stage];
            if (const auto& amount = row.of[indicator].amount) {
                sample.known.push_back({static_cast<double>(*row.pupils), *amount});
            } else {
                sample.is_whole = false;
            }
        }
    }

    void leave_open(Stage stage)
    {
        for (const Indicator indicator : all_indicators) {
            samples[indicator][stage].is_whole = false;
        }
    }
};

IndicatorVariation variation_of(const Sample& sample, Stage stage, Indicator indicator, const Standard& standard)
{
    IndicatorVariation result{std::nullopt,
                              stage,
                              indicator,
                              static_cast<std::int64_t>(sample.known.size()),
                              variation(sample.known),
                              plain_variation(sample.known),
                              standard.cv_limit[stage],
                              {}};
    for (const Reading reading : all_readings) {
        if (sample.is_whole) {
            const auto cv = result.cv(reading);
            result.passes[reading] = cv && is_within_limit(*cv, result.limit);
        }
    }
    return result;
}

void add_rows(const Group& group, const std::optional<std::size_t>& district, const Standard& standard,
              std::vector<IndicatorVariation>& rows)
{
    for (const Stage stage : compulsory_stages) {
        for (const Indicator indicator : all_indicators) {
            const Sample& sample = group.samples[indicator][stage];
            if (!sample.known.empty()) {
                rows.push_back(variation_of(sample, stage, indicator, standard));
                rows.back().district = district;
            }
        }
    }
}

} // namespace

std::optional<double> IndicatorVariation::cv(Reading reading) const
{
    const bool is_weighted = reading == Reading::weighted || reading == Reading::weighted_rounded;
    const bool is_rounded = reading == Reading::weighted_rounded || reading == Reading::plain_rounded;
    const std::optional<Variation>& read = is_weighted ? weighted : plain;
    if (!read) {
        return std::nullopt;
    }
    return is_rounded ? rounded_cv(read->cv) : read->cv;
}

PerStage<bool> undecided_stages(const MeasuredCity& measured, std::size_t school)
{
    PerStage<bool> undecided;
    const Assessment& state = measured.assessments[school];
    const Enrolment& enrolled = measured.enrolled[school];
    if (!state.in_district_figures || state.status != Status::unknown || enrolled.is_known) {
        return undecided;
    }
    const bool names_none = enrolled.has_stage == PerStage<bool>();
    for (const Stage stage : compulsory_stages) {
        undecided[stage] = names_none || enrolled.has_stage[stage];
    }
    return undecided;
}

std::vector<IndicatorVariation> indicator_variations(const MeasuredCity& measured, const Districts& districts,
                                                     const std::vector<StageIndicators>& stages)
{
    Group city;
    std::vector<Group> groups(districts.rows.size());
    const auto with_groups_of = [&](std::size_t school, const auto& visit) {
        visit(city);
        if (const auto district = districts.district_of_school[school]) {
            visit(groups[*district]);
        }
    };
    for (const StageIndicators& row : stages) {
        if (row.in_district_figures) {
            with_groups_of(index(row.school), [&row](Group& group) { group.add(row); });
        }
    }
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        const PerStage<bool> undecided = undecided_stages(measured, s);
        for (const Stage stage : compulsory_stages) {
            if (undecided[stage]) {
                with_groups_of(s, [stage](Group& group) { group.leave_open(stage); });
            }
        }
    }
    std::vector<IndicatorVariation> rows;
    add_rows(city, std::nullopt, measured.settings.standard, rows);
    for (std::size_t d = 0; d < groups.size(); ++d) {
        add_rows(groups[d], d, measured.settings.standard, rows);
    }
    return rows;
}

} // namespace fieldgap
