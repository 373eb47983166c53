#include "domain/indicators/district_readings.hpp"

#include "domain/city/issue_code.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Puts claims together of which all must hold: one that fails decides, else one that is unknown leaves it open.
class Verdict
{
public:
    void add(const std::optional<bool>& claim)
    {
        has_any_ = true;
        fails_ = fails_ || claim == false;
        is_open_ = is_open_ || !claim;
    }

    std::optional<bool> result() const
    {
        if (fails_) {
            return false;
        }
        return is_open_ || !has_any_ ? std::nullopt : std::optional(true);
    }

private:
    bool has_any_ = false;
    bool fails_ = false;
    bool is_open_ = false;
};

std::optional<DecidingReading> deciding(const PerReading<std::optional<bool>>& passes)
{
    if (std::any_of(passes.values.begin(), passes.values.end(), [](const auto& one) { return !one; })) {
        return std::nullopt;
    }
    const bool weighted = *passes[Reading::weighted];
    if (weighted != *passes[Reading::plain]) {
        return weighted ? DecidingReading::weighted : DecidingReading::plain;
    }
    const bool is_same = *passes[Reading::weighted_rounded] == weighted && *passes[Reading::plain_rounded] == weighted;
    return is_same ? DecidingReading::same : DecidingReading::rounding;
}

/// The verdicts on all districts as they grow.
class Readings
{
public:
    Readings(const MeasuredCity& measured, const Districts& districts, const IndicatorFigures& figures)
        : measured_(measured), districts_(districts), figures_(figures), verdicts_(districts.rows.size())
    {
    }

    std::vector<DistrictReadings> of_districts()
    {
        add_schools();
        add_variations();
        std::vector<DistrictReadings> all;
        for (const PerReading<Verdict>& verdicts : verdicts_) {
            DistrictReadings readings;
            for (const Reading reading : all_readings) {
                readings.passes[reading] = verdicts[reading].result();
            }
            readings.deciding = deciding(readings.passes);
            all.push_back(readings);
        }
        return all;
    }

private:
    void add_to_all(std::size_t school, const std::optional<bool>& claim)
    {
        if (const auto district = districts_.district_of_school[school]) {
            for (const Reading reading : all_readings) {
                verdicts_[*district][reading].add(claim);
            }
        }
    }

    void add_schools()
    {
        for (const StageIndicators& row : figures_.stages) {
            if (row.in_district_figures) {
                const StateCounts counts = count_states(row, figures_.with_data);
                add_to_all(index(row.school), passes_school_rule(counts, measured_.settings.standard.regime));
            }
        }
        for (std::size_t s = 0; s < measured_.city.schools.size(); ++s) {
            if (undecided_stages(measured_, s) != PerStage<bool>()) {
                add_to_all(s, std::nullopt);
            }
        }
    }

    void add_variations()
    {
        for (const IndicatorVariation& row : figures_.variations) {
            for (const Reading reading : all_readings) {
                if (row.district) {
                    verdicts_[*row.district][reading].add(row.passes[reading]);
                }
            }
        }
    }

    const MeasuredCity& measured_;
    const Districts& districts_;
    const IndicatorFigures& figures_;
    std::vector<PerReading<Verdict>> verdicts_;
};

std::string verdict_word(const std::optional<bool>& passes)
{
    return words::translate(*passes ? words::Text::reading_passes : words::Text::reading_fails);
}

} // namespace

bool IndicatorFigures::shows(Indicator indicator) const
{
    const auto given = std::count(with_data.values.begin(), with_data.values.end(), true);
    return indicator == Indicator::sports_area_m2 || given > 1;
}

IndicatorFigures indicator_figures(const MeasuredCity& measured, const Districts& districts)
{
    IndicatorFigures figures;
    figures.with_data = indicators_with_data(measured);
    figures.stages = stage_indicators(measured);
    figures.variations = indicator_variations(measured, districts, figures.stages);
    figures.districts = Readings(measured, districts, figures).of_districts();
    return figures;
}

void report_readings(const Districts& districts, const IndicatorFigures& figures, Findings& findings)
{
    for (std::size_t d = 0; d < districts.rows.size(); ++d) {
        const DistrictReadings& readings = figures.districts[d];
        if (readings.deciding.value_or(DecidingReading::same) == DecidingReading::same) {
            continue;
        }
        std::vector<words::Value> values;
        for (const Reading reading : all_readings) {
            values.emplace_back(verdict_word(readings.passes[reading]));
        }
        findings.push_back({IssueCode::reading_decides, "districts", districts.rows[d].id, districts.rows[d].ground, std::move(values)});
    }
}

} // namespace fieldgap
