#include "layers/guess/layer_facts.hpp"

#include "gis/io/vector/vector_columns.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/school_vocabulary.hpp"
#include "words/nearest.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

constexpr std::size_t most_kinds = 300;
constexpr std::size_t most_names_read = 400;

Shape shape_of(const gis::VectorLayer& rows)
{
    std::array<std::size_t, 4> count{};
    for (const gis::VectorFeature& row : rows.features) {
        ++count[row.geometry.index()];
    }
    const auto most = std::max_element(count.begin() + 1, count.end());
    if (*most == 0) {
        return Shape::table;
    }
    constexpr std::array shapes = {Shape::table, Shape::points, Shape::lines, Shape::polygons};
    return shapes[static_cast<std::size_t>(most - count.begin())];
}

bool is_number(const std::string& text)
{
    return text.find_first_not_of("0123456789.,-+eE ") == std::string::npos;
}

/// Nothing where the column has too many values, or numbers.
std::optional<KindColumn> kinds_of(const gis::VectorLayer& rows, std::size_t column)
{
    std::map<std::string, std::size_t> count;
    KindColumn kinds{rows.columns[column], {}, 0};
    for (const gis::VectorFeature& row : rows.features) {
        const auto& value = row.values[column];
        if (!value || value->empty()) {
            continue;
        }
        ++kinds.rows;
        if (++count[*value] == 1 && (count.size() > most_kinds || is_number(*value))) {
            return std::nullopt;
        }
    }
    for (const auto& [value, number] : count) {
        kinds.counts.push_back({value, number});
    }
    std::stable_sort(kinds.counts.begin(), kinds.counts.end(), [](const KindCount& a, const KindCount& b) { return a.rows > b.rows; });
    return kinds.counts.empty() ? std::nullopt : std::optional(std::move(kinds));
}

bool names_school(const std::string& text)
{
    const NameSign sign = sign_of_name(text);
    return !is_number(text) && sign.has_stage() && !sign.is_no_school;
}

/// How many of the first names of a column are those of schools.
void look_for_school_names(LayerFacts& facts, std::size_t column)
{
    std::size_t read = 0;
    std::size_t schools = 0;
    std::string sample;
    std::set<std::string> different;
    for (const gis::VectorFeature& row : facts.layer->rows.features) {
        const auto& value = row.values[column];
        if (value && !value->empty() && read < most_names_read) {
            ++read;
            different.insert(*value);
            const bool is_school = value->size() > 6 && names_school(*value);
            schools += is_school ? 1U : 0U;
            sample = is_school && sample.empty() ? shortened(*value) : sample;
        }
    }
    const double share = read == 0 ? 0.0 : static_cast<double>(schools) / static_cast<double>(read);
    const bool are_names = different.size() * 2 > read; // kinds of schools come again and again
    if (are_names && share > facts.school_name_share) {
        facts.school_name_share = share;
        facts.school_column = facts.layer->rows.columns[column];
        facts.school_sample = sample;
    }
}

std::string name_without_ending(const std::string& path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.find('.');
    return dot == 0 || dot == std::string::npos ? name : name.substr(0, dot);
}

std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos || slash == 0 ? "" : name_without_ending(path.substr(0, slash));
}

} // namespace

LayerFacts facts_of(const SurveyedLayer& layer)
{
    LayerFacts facts;
    facts.layer = &layer;
    facts.file_name = name_without_ending(layer.path);
    facts.folder_name = folder_of(layer.path);
    if (!layer.layer.empty()) {
        facts.folder_name = facts.file_name;
        facts.file_name = layer.layer;
    }
    facts.shape = shape_of(layer.rows);
    for (std::size_t column = 0; column < layer.rows.columns.size(); ++column) {
        if (auto kinds = kinds_of(layer.rows, column)) {
            facts.kinds.push_back(std::move(*kinds));
        }
        look_for_school_names(facts, column);
    }
    return facts;
}

ColumnFacts facts_of_columns(const gis::VectorLayer& rows)
{
    return facts_of_columns(
        rows.columns.size(),
        rows.features.size(), [&](std::size_t row, std::size_t column) -> const auto& { return rows.features[row].values[column]; });
}

ColumnFacts facts_of_columns(const gis::VectorLayer& layer, const std::vector<std::uint32_t>& rows)
{
    return facts_of_columns(
        layer.columns.size(),
        rows.size(), [&](std::size_t row, std::size_t column) -> const auto& { return layer.features[rows[row]].values[column]; });
}

bool is_zero_throughout(const gis::VectorLayer& rows, std::size_t column)
{
    return std::all_of(rows.features.begin(), rows.features.end(),
                       [column](const gis::VectorFeature& row) { return real_of(row.values[column]).value == 0.0; });
}

bool is_blank_throughout(const gis::VectorLayer& rows, std::size_t column)
{
    return std::all_of(rows.features.begin(), rows.features.end(),
                       [column](const gis::VectorFeature& row) { return cell_key(row.values[column]).empty(); });
}

std::string sample_of(const gis::VectorLayer& rows, std::size_t column)
{
    for (const gis::VectorFeature& row : rows.features) {
        if (row.values[column] && !row.values[column]->empty()) {
            return shortened(*row.values[column]);
        }
    }
    return {};
}

std::string lack_of_coordinates(const LayerFacts& facts)
{
    const gis::TableSample sample = gis::sample_of(facts.layer->rows);
    const auto list = [](const std::vector<std::string>& columns) { return columns.empty() ? std::string("-") : words::joined(columns); };
    const auto names =
        static_cast<std::size_t>(std::lround(facts.school_name_share * static_cast<double>(facts.layer->rows.features.size())));
    return words::translate(words::Text::init_no_coordinates,
                            {names, list(columns_like_longitude(sample)), list(columns_like_latitude(sample))});
}

std::string shortened(const std::string& text)
{
    constexpr std::size_t longest = 40;
    std::string line;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view bytes = rest.substr(0, words::first_character(rest).bytes);
        const std::string shown = words::visible(bytes);
        if (line.size() + shown.size() > longest) {
            return line + "..";
        }
        line += shown;
        rest.remove_prefix(bytes.size());
    }
    return line;
}

} // namespace fieldgap
