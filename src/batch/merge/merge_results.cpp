#include "batch/merge/merge_results.hpp"

#include "batch/merge/city_rows.hpp"
#include "batch/merge/merge_provenance.hpp"
#include "batch/merge/result_survey.hpp"
#include "batch/merge/summary_sums.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/merging/merged_layers.hpp"
#include "layers/styles/styles.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// Position of the tables that MergedLayers does not fill from the results.
enum Table : std::size_t { cities_table, summary_table };

class Merge
{
public:
    Merge(ResultSurvey& survey, const MergeTarget& target, const std::function<void()>& copied)
        : survey_(survey), target_(target), copied_(copied)
    {
    }

    void write();

private:
    std::vector<gis::Box> write_rows(const std::filesystem::path& file);
    std::vector<SummaryLine> copy(SurveyedCity& city, gis::MergedLayers& into);

    ResultSurvey& survey_;
    const MergeTarget& target_;
    const std::function<void()>& copied_;
    const std::array<gis::LayerSchema, 2> tables_ = {cities_schema(), summary_schema()};
    std::vector<SummedLine> sums_;
};

/// Its summary; nothing where it has no result, or one that proves to be damaged only now.
std::vector<SummaryLine> Merge::copy(SurveyedCity& city, gis::MergedLayers& into)
{
    if (!city.is_merged()) {
        return {};
    }
    try {
        gis::MergeInput result(city.of.result_path);
        auto summary = summary_of(result);
        into.add(result, words::valid_utf8(city.of.city));
        return summary;
    } catch (const gis::WriteError&) {
        throw;
    } catch (const gis::Error& problem) {
        city.fault = problem.what();
        return {};
    }
}

std::vector<gis::Box> Merge::write_rows(const std::filesystem::path& file)
{
    gis::MergedLayers rows(file, target_.path, survey_.layers(), tables_);
    SummarySums sums;
    for (SurveyedCity& city : survey_.cities) {
        const auto summary = copy(city, rows);
        if (city.is_merged()) {
            sums.add(summary);
        }
        rows.add_row(cities_table, cells_of(city, summary));
        copied_();
    }
    sums_ = sums.lines(survey_.cities.size());
    for (const SummedLine& sum : sums_) {
        rows.add_row(summary_table, cells_of(sum));
    }
    return rows.finish();
}

void Merge::write()
{
    // Nothing passes through a plane: geometry is taken from system to system.
    gis::GeoPackage file({target_.path, target_.overwrite, survey_.crs(), target_.timestamp_s}, gis::CityPlane(gis::Point{0.0, 0.0}));
    for (const gis::LayerSchema& layer : survey_.layers()) {
        file.begin_layer(layer);
    }
    for (const gis::LayerSchema& table : tables_) {
        file.begin_layer(table);
    }
    file.write_rows([this](const std::filesystem::path& path) { return write_rows(path); });
    file.metadata(merge_provenance(target_, survey_.cities, sums_));
    file.styles(words::translate(words::Text::merge_title), merged_styles());
    gis::throw_if_interrupted();
    file.publish();
}

} // namespace

std::vector<LeftOutCity> merge_results(std::vector<FinishedCity> cities, const MergeTarget& target, const MergeProgress& progress)
{
    const std::size_t all = 2 * cities.size();
    std::size_t opened = 0;
    const std::function<void()> one_more = [&] { progress(++opened, all); };
    ResultSurvey survey(std::move(cities), one_more);
    Merge(survey, target, one_more).write();
    std::vector<LeftOutCity> left_out;
    for (const SurveyedCity& city : survey.cities) {
        if (!city.fault.empty()) {
            left_out.push_back({city.of.city, city.fault});
        }
    }
    return left_out;
}

} // namespace fieldgap
