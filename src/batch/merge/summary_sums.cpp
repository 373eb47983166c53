#include "batch/merge/summary_sums.hpp"

#include "batch/merge/result_survey.hpp"
#include "batch/merge/summed_keys.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

/// Areas are whole hundredths and pupils thousandths: what lies below is computing noise.
constexpr double sum_step = 1e-3;

} // namespace

void SummarySums::add(const std::vector<SummaryLine>& lines)
{
    std::set<std::string> years;
    std::size_t after = 0;
    for (const SummaryLine& line : lines) {
        const SumKind kind = sum_kind_of(line.key).value_or(SumKind::none);
        if (kind == SumKind::none) {
            continue;
        }
        if (kind == SumKind::sum_of_year) {
            years.insert(years_of(line.key));
        }
        Sum& sum = sum_of(line, after);
        after = static_cast<std::size_t>(&sum - sums_.data()) + 1;
        auto& value = sum.figure.line.value;
        sum.is_common = sum.is_common && (sum.said == 0 || value == line.value);
        ++sum.said;
        if (line.value) {
            value = kind == SumKind::common ? line.value : value.value_or(0.0) + *line.value;
            ++sum.figure.cities;
        }
    }
    for (const std::string& kind : years) {
        ++cities_with_years_[kind];
    }
    ++cities_;
}

/// A key that is new stands behind the one that goes before it in its city: `after` is the place behind that.
SummarySums::Sum& SummarySums::sum_of(const SummaryLine& line, std::size_t after)
{
    const auto is_it = [&](const Sum& sum) { return sum.figure.line.key == line.key; };
    if (after < sums_.size() && is_it(sums_[after])) {
        return sums_[after];
    }
    const auto found = std::find_if(sums_.begin(), sums_.end(), is_it);
    if (found != sums_.end()) {
        return *found;
    }
    return *sums_.insert(sums_.begin() + static_cast<std::ptrdiff_t>(after), Sum{{{line.key, std::nullopt, line.unit}, 0}});
}

bool SummarySums::is_told(const Sum& sum) const
{
    const std::string& key = sum.figure.line.key;
    switch (sum_kind_of(key).value_or(SumKind::none)) {
    case SumKind::sum: return true;
    case SumKind::sum_of_year: return sum.said == cities_with_years_.at(years_of(key));
    case SumKind::common: return sum.is_common && sum.said == cities_;
    case SumKind::none: return false;
    }
    return false;
}

std::vector<SummedLine> SummarySums::lines(std::size_t all) const
{
    const auto count = static_cast<std::int64_t>(all);
    std::vector<SummedLine> lines = {{{"cities", static_cast<double>(all), ""}, count},
                                     {{"cities.merged", static_cast<double>(cities_), ""}, count}};
    for (const Sum& sum : sums_) {
        if (is_told(sum)) {
            lines.push_back(sum.figure);
        }
    }
    return lines;
}

gis::LayerSchema summary_schema()
{
    return {summary_layer,
            gis::LayerGeometry::none,
            {{"key", gis::ColumnType::text},
             {"value", gis::ColumnType::real},
             {"unit", gis::ColumnType::text},
             {"cities", gis::ColumnType::integer}},
            words::translate(words::Text::layer_sums)};
}

std::vector<gis::Cell> cells_of(const SummedLine& sum)
{
    return {text_cell(sum.line.key), rounded(sum.line.value, sum_step), text_or_null(sum.line.unit), gis::Cell(sum.cities)};
}

} // namespace fieldgap
