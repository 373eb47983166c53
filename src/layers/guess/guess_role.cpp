#include "layers/guess/guess_role.hpp"

#include "layers/columns/columns.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/school_type.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr int points_of_file_name = 40;
constexpr int points_of_folder_name = 15;
constexpr int points_of_other_name = -25;
constexpr int points_of_kinds = 45;
constexpr int points_of_weak_kinds = 20;
constexpr int most_points_of_rows = 30; ///< ten for ten, twenty for a hundred
constexpr int points_of_outlines = 10;  ///< of schools: an outline says more than a point
constexpr int points_of_school_names = 30;
constexpr int points_of_telling_column = 30; ///< of one that only a single role has
constexpr int most_points_of_columns = 60;
constexpr double whole_share = 0.8;

bool fits(Role role, Shape shape)
{
    switch (role) {
    case Role::schools:
    case Role::residential:
    case Role::venues: return shape == Shape::points || shape == Shape::polygons;
    case Role::campuses:
    case Role::fields:
    case Role::districts:
    case Role::buildings: return shape == Shape::polygons;
    case Role::gates: return shape == Shape::points;
    case Role::enrolment:
    case Role::indicators:
    case Role::leases: return shape == Shape::table;
    case Role::network: return shape == Shape::lines;
    case Role::catchments: // rare, and named by hand
    case Role::yields:
    case Role::new_venues:
    case Role::dem: return false;
    }
    return false;
}

/// How many roles a heading has a place in: one that many know tells little. New venues are read as venues are, indicators as enrolment is.
std::map<std::string, int> roles_of_headings(const std::vector<std::string>& headings)
{
    std::map<std::string, int> count;
    for (const Role role : all_roles) {
        if (role == Role::new_venues || role == Role::indicators) {
            continue;
        }
        for (const auto& [ours, position] : matched_columns(role, headings, {}).position_of) {
            ++count[headings[position]];
        }
    }
    return count;
}

/// What rows of any table of schools have: beside these a column of indicators is an amount.
bool names_row(std::string_view column)
{
    constexpr std::array<std::string_view, 4> naming = {"id", "name", "stage", "district"};
    return words::is_one_of(column, naming);
}

/// Such a table is no enrolment, and any other no table of indicators.
bool fits_amounts(Role role, const LayerFacts& facts)
{
    const bool is_asked = facts.shape == Shape::table && (role == Role::enrolment || role == Role::indicators);
    return !is_asked || gives_amounts_only(facts) == (role == Role::indicators);
}

/// Column names under which files sort things by kind.
bool is_kind_heading(const std::string& heading)
{
    constexpr std::array<std::string_view, 22> parts = {"type", "class",   "kind",  "categ", "amenity", "leisure", "landuse", "building",
                                                        "use",  "highway", "bound", "sport", "类",      "性质",    "用途",    "lx",
                                                        "xz",   "yddm",    "dlmc",  "種類",  "等级",    "级别"};
    const std::string small = words::lower_case(heading);
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return small.find(part) != std::string::npos; });
}

/// The values of one column of kinds that belong to a role.
struct KindsFound
{
    const KindColumn* column = nullptr;
    std::vector<KindCount> values;
    std::size_t rows = 0;
    bool is_sure = true;
};

/// A type text of a map service, such as 科教文化服务;学校;小学.
bool is_school_of_path(const std::string& value)
{
    const auto type = std::optional(value);
    return is_education_path(type) && stages_of(type).value.has_value();
}

KindsFound kinds_in(const KindColumn& column, const KindWords& wanted)
{
    KindsFound found{&column, {}, 0, wanted.is_sure};
    for (const KindCount& count : column.counts) {
        if (is_among(words::lower_case(count.value), wanted) || (wanted.role == Role::schools && is_school_of_path(count.value))) {
            found.values.push_back(count);
            found.rows += count.rows;
        }
    }
    return found;
}

KindsFound best_kinds(const LayerFacts& facts, Role role)
{
    KindsFound best;
    for (const KindWords& wanted : value_kinds()) {
        for (const KindColumn& column : facts.kinds) {
            if (wanted.role == role && is_kind_heading(column.name)) {
                const KindsFound found = kinds_in(column, wanted);
                const bool is_better = best.rows == 0 || (found.is_sure == best.is_sure && found.rows > best.rows);
                best = found.rows > 0 && is_better ? found : best;
            }
        }
    }
    return best;
}

std::string in_quotes(std::string_view text, char quote)
{
    std::string out(1, quote);
    for (const char c : text) {
        out += c == quote ? std::string(2, quote) : std::string(1, c);
    }
    return out + quote;
}

std::string sql_name(const std::string& column)
{
    const bool is_plain =
        std::all_of(column.begin(), column.end(), [](unsigned char c) { return (std::isalnum(c) != 0 && c < 0x80) || c == '_'; });
    return is_plain && std::isdigit(static_cast<unsigned char>(column.front())) == 0 ? column : in_quotes(column, '"');
}

std::string filter_of(const KindsFound& kinds)
{
    std::string list;
    for (const KindCount& count : kinds.values) {
        list += (list.empty() ? "" : ", ") + in_quotes(count.value, '\'');
    }
    return sql_name(kinds.column->name) + (kinds.values.size() == 1 ? " = " + list : " IN (" + list + ")");
}

std::string counted(const KindsFound& kinds)
{
    constexpr std::size_t most = 6;
    std::vector<std::string> texts;
    for (const KindCount& kind : kinds.values) {
        texts.push_back("'" + shortened(kind.value) + "' (" + std::to_string(kind.rows) + ")");
    }
    return words::joined_first(std::move(texts), most);
}

std::vector<std::uint32_t> all_rows(const LayerFacts& facts)
{
    std::vector<std::uint32_t> rows(facts.layer->rows.features.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

std::vector<std::uint32_t> rows_of(const LayerFacts& facts, const KindsFound& kinds)
{
    std::set<std::string> wanted;
    for (const KindCount& count : kinds.values) {
        wanted.insert(count.value);
    }
    const auto& layer = facts.layer->rows;
    const std::size_t column = *layer.column(kinds.column->name);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < layer.features.size(); ++row) {
        const auto& value = layer.features[row].values[column];
        if (value && wanted.contains(*value)) {
            rows.push_back(row);
        }
    }
    return rows;
}

void add_kinds(Candidate& candidate, const LayerFacts& facts, const KindsFound& kinds)
{
    if (kinds.rows > 0) {
        const std::size_t rows = facts.layer->rows.features.size();
        const int many = static_cast<int>(10.0 * std::log10(static_cast<double>(kinds.rows)));
        candidate.evidence.push_back({(kinds.is_sure ? points_of_kinds : points_of_weak_kinds) + std::min(many, most_points_of_rows),
                                      translate(Text::init_by_kinds, {kinds.rows, rows, shortened(kinds.column->name), counted(kinds)})});
        if (candidate.role == Role::schools && facts.shape == Shape::polygons) {
            candidate.evidence.push_back({points_of_outlines, translate(Text::init_polygons)});
        }
    }
}

void add_names(Candidate& candidate, const LayerFacts& facts, bool has_kinds)
{
    const RoleWord file_word = role_word_in(facts.file_name);
    const RoleWord folder_word = role_word_in(facts.folder_name);
    const bool is_of_both = candidate.role == Role::enrolment && file_word.role == Role::indicators; // a table of indicators has pupils too
    const bool is_land_of_schools = candidate.role == Role::campuses && file_word.role == Role::schools;
    if (file_word.role == candidate.role) {
        candidate.evidence.push_back({points_of_file_name, translate(Text::init_by_name, {file_word.word})});
    } else if (is_land_of_schools) {
        candidate.evidence.push_back({points_of_file_name / 2, translate(Text::init_by_name, {file_word.word})});
    } else if (file_word.role && !has_kinds && !is_of_both) {
        candidate.evidence.push_back(
            {points_of_other_name, translate(Text::init_by_other_name, {file_word.word, role_word(*file_word.role)})});
    } else if (!file_word.role && folder_word.role == candidate.role) {
        candidate.evidence.push_back({points_of_folder_name, translate(Text::init_by_folder, {folder_word.word})});
    }
}

void add_columns(Candidate& candidate, const LayerFacts& facts, const std::map<std::string, int>& roles_of_heading)
{
    const auto& headings = facts.layer->rows.columns;
    int points = 0;
    std::string list;
    for (const auto& [ours, position] : matched_columns(candidate.role, headings, {}).position_of) {
        const int worth = points_of_telling_column / roles_of_heading.at(headings[position]);
        points += worth;
        if (worth >= points_of_telling_column / 3) {
            list += (list.empty() ? "'" : ", '") + shortened(headings[position]) + "'";
        }
    }
    if (points > 0) {
        const std::string text = list.empty() ? translate(Text::init_by_common_columns) : translate(Text::init_by_columns, {list});
        candidate.evidence.push_back({std::min(points, most_points_of_columns), text});
    }
}

void add_school_names(Candidate& candidate, const LayerFacts& facts)
{
    const bool may_have = candidate.role == Role::schools || candidate.role == Role::campuses || candidate.role == Role::enrolment ||
                          candidate.role == Role::indicators;
    if (may_have && facts.school_name_share >= 0.5) {
        const int percent = static_cast<int>(facts.school_name_share * 100.0);
        candidate.evidence.push_back(
            {points_of_school_names * percent / 100,
             translate(Text::init_by_school_names, {percent, shortened(facts.school_column), facts.school_sample})});
    }
}

/// A list of points of education needs no filter: what is no school is left out with a row of its own.
bool are_all_of_education(const KindsFound& kinds)
{
    return kinds.column != nullptr && std::all_of(kinds.column->counts.begin(), kinds.column->counts.end(),
                                                  [](const KindCount& count) { return is_education_path(std::optional(count.value)); });
}

/// A layer as one role; nothing where little speaks for it.
std::optional<Candidate> candidate_as(Role role, std::size_t position, const LayerFacts& facts,
                                      const std::map<std::string, int>& roles_of_heading)
{
    if (!fits(role, facts.shape) || !fits_amounts(role, facts)) {
        return std::nullopt;
    }
    const KindsFound kinds = best_kinds(facts, role);
    const auto features = static_cast<double>(facts.layer->rows.features.size());
    const bool is_whole = kinds.rows == 0 || (role == Role::schools && are_all_of_education(kinds)) || role == Role::network ||
                          static_cast<double>(kinds.rows) >= whole_share * features;
    Candidate candidate{role, position, is_whole ? "" : filter_of(kinds), is_whole ? all_rows(facts) : rows_of(facts, kinds), {}};
    add_kinds(candidate, facts, kinds);
    add_names(candidate, facts, kinds.rows > 0);
    if (is_whole) {
        add_columns(candidate, facts, roles_of_heading);
        add_school_names(candidate, facts);
    }
    return candidate.score() > 0 ? std::optional(std::move(candidate)) : std::nullopt;
}

} // namespace

bool gives_amounts_only(const LayerFacts& facts)
{
    const auto& headings = facts.layer->rows.columns;
    const auto amounts = matched_columns(Role::indicators, headings, {}).position_of;
    const auto enrolment = matched_columns(Role::enrolment, headings, {});
    const auto is_amount = [](const auto& match) { return !names_row(match.first); };
    const auto is_of_pupils = [](const auto& match) { return match.first.starts_with("enrol_"); };
    return std::any_of(amounts.begin(), amounts.end(), is_amount) && enrolment.grades.empty() &&
           std::none_of(enrolment.position_of.begin(), enrolment.position_of.end(), is_of_pupils);
}

int Candidate::score() const
{
    int sum = 0;
    for (const Evidence& piece : evidence) {
        sum += piece.points;
    }
    return sum;
}

bool is_of_sites(const LayerFacts& facts)
{
    return role_word_in(facts.file_name).is_site && facts.shape == Shape::polygons;
}

std::vector<Candidate> candidates_of(const std::vector<LayerFacts>& layers)
{
    std::vector<Candidate> candidates;
    for (std::size_t position = 0; position < layers.size(); ++position) {
        if (is_of_sites(layers[position])) {
            continue;
        }
        const auto roles_of_heading = roles_of_headings(layers[position].layer->rows.columns);
        for (const Role role : all_roles) {
            if (auto candidate = candidate_as(role, position, layers[position], roles_of_heading)) {
                candidates.push_back(std::move(*candidate));
            }
        }
    }
    return candidates;
}

} // namespace fieldgap
