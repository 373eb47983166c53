#include "layers/draft/draft_columns.hpp"

#include "layers/columns/columns.hpp"
#include "layers/draft/draft_area_columns.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

class ColumnDraft
{
public:
    ColumnDraft(DraftInput& input, const Candidate& candidate, const LayerFacts& facts)
        : input_(input), candidate_(candidate), facts_(facts), rows_(facts.layer->rows),
          matched_(matched_columns(candidate.role, rows_.columns, {}, facts_of_columns(rows_, candidate.rows)))
    {
    }

    void draft()
    {
        add_unsure();
        add_id();
        add_names_of_schools();
        add_stage();
        say_found();
        say_grades();
        say_zeros();
        draft_area_columns(input_, candidate_, facts_, matched_);
    }

private:
    bool has(const std::string& ours) const
    {
        return matched_.position_of.contains(ours) ||
               std::any_of(input_.columns.begin(), input_.columns.end(), [&](const DraftKey& column) { return column.name == ours; });
    }

    bool is_ours(std::string_view ours) const
    {
        const auto columns = columns_of_role(candidate_.role);
        return std::find(columns.begin(), columns.end(), ours) != columns.end();
    }

    std::string with_sample(std::size_t column) const
    {
        const std::string sample = sample_of(rows_, column);
        const std::string heading = words::toml_text(rows_.columns[column]);
        return sample.empty() ? heading + " (" + translate(Text::init_column_empty) + ")" : heading + " ('" + sample + "')";
    }

    void write(const std::string& ours, std::size_t column, const std::string& why)
    {
        input_.columns.push_back({ours, words::toml_text(rows_.columns[column]), why, {}});
    }

    /// Several headings would do as well: a question. Those that were found by a part of their name only are better written.
    void add_unsure()
    {
        for (const auto& [ours, position] : matched_.position_of) {
            const auto rivals = matched_.doubtful.find(ours);
            if (rivals != matched_.doubtful.end() && !rivals->second.empty()) {
                if (ours == "id" && write_only_unique(position, rivals->second)) {
                    continue;
                }
                ask(ours, position, rivals->second);
            } else if (const auto years = matched_.years.find(ours); years != matched_.years.end()) {
                write(ours, position, translate(Text::init_column_year, {years->second.year, with_sample(position)}));
            } else if (const ColumnMatch by = matched_.matched_by.at(ours); by == ColumnMatch::cut_name || by == ColumnMatch::part) {
                write(ours, position,
                      translate(by == ColumnMatch::part ? Text::init_column_part : Text::init_column_cut, {with_sample(position)}));
            }
        }
    }

    /// Of several headings that may be ids, one that alone tells nearly all rows apart is the id.
    bool write_only_unique(std::size_t position, const std::vector<std::string>& rivals)
    {
        std::vector<std::size_t> unique;
        const auto look_at = [&](std::size_t column) {
            const auto different = different_values(column);
            if (different && *different * 20 >= candidate_.rows.size() * 19) {
                unique.push_back(column);
            }
        };
        look_at(position);
        for (const std::string& rival : rivals) {
            look_at(*rows_.column(rival));
        }
        if (unique.size() == 1) {
            const bool is_sure = different_values(unique.front()) == candidate_.rows.size();
            const std::string sample = with_sample(unique.front());
            write("id", unique.front(), is_sure ? translate(Text::init_column_id, {candidate_.rows.size(), sample}) : sample);
        }
        return unique.size() == 1;
    }

    void ask(const std::string& ours, std::size_t position, const std::vector<std::string>& rivals)
    {
        DraftKey question{ours, open_question_literal, translate(Text::init_column_doubtful), {with_sample(position)}};
        for (const std::string& rival : rivals) {
            question.choices.push_back(with_sample(*rows_.column(rival)));
        }
        input_.columns.push_back(std::move(question));
    }

    /// How many different values a column has, or nothing where a row has none.
    std::optional<std::size_t> different_values(std::size_t column) const
    {
        std::set<std::string> values;
        for (const std::uint32_t row : candidate_.rows) {
            const auto& value = rows_.features[row].values[column];
            if (!value || value->empty()) {
                return std::nullopt;
            }
            values.insert(*value);
        }
        return values.size();
    }

    static bool may_be_id(const std::string& heading)
    {
        const std::string small = words::lower_ascii(heading);
        if (small == "fid") {
            return false; // not even stable in its own file
        }
        constexpr std::string_view endings[] = {"id", "code", "dm", "bh", "no", "nr", "number", "key", "编号", "代码", "编码", "號"};
        return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) { return small.ends_with(ending); });
    }

    /// A number that a file format or a program gives to each row.
    static bool is_of_format(const std::string& heading)
    {
        const std::string small = words::lower_ascii(heading);
        constexpr std::string_view names[] = {"objectid", "objectid_1", "oid", "gid", "ogc_fid", "gml_id"};
        return std::find(std::begin(names), std::end(names), small) != std::end(names);
    }

    void add_id()
    {
        if (has("id") || !is_ours("id") || candidate_.role == Role::enrolment || candidate_.role == Role::indicators) {
            return;
        }
        if (!add_id_of(false)) {
            add_id_of(true);
        }
    }

    /// The first column with an id-like heading that tells all rows apart.
    bool add_id_of(bool from_format)
    {
        for (std::size_t column = 0; column < rows_.columns.size(); ++column) {
            const std::string& heading = rows_.columns[column];
            if (is_read(column) || is_of_format(heading) != from_format || !may_be_id(heading)) {
                continue;
            }
            if (const auto different = different_values(column); different && *different == candidate_.rows.size()) {
                write("id", column, translate(Text::init_column_id, {*different, with_sample(column)}));
                return true;
            }
        }
        return false;
    }

    bool is_read(std::size_t column) const
    {
        return std::any_of(matched_.position_of.begin(), matched_.position_of.end(),
                           [&](const auto& match) { return match.second == column; });
    }

    void add_names_of_schools()
    {
        const bool is_of_schools =
            candidate_.role == Role::schools || candidate_.role == Role::enrolment || candidate_.role == Role::indicators;
        if (is_of_schools && !has("name") && facts_.school_name_share >= 0.5) {
            const int percent = static_cast<int>(facts_.school_name_share * 100.0);
            const std::size_t column = *rows_.column(facts_.school_column);
            if (!is_read(column)) {
                write("name", column, translate(Text::init_column_names, {percent, with_sample(column)}));
            }
        }
    }

    /// A column in which nearly every value is a stage.
    void add_stage()
    {
        if (const auto by = matched_.matched_by.find("stage"); by != matched_.matched_by.end() && by->second == ColumnMatch::values) {
            return write_stage_by_values(matched_.position_of.at("stage"));
        }
        if (!is_ours("stage") || has("stage")) {
            return;
        }
        for (const KindColumn& kinds : facts_.kinds) {
            const std::size_t column = *rows_.column(kinds.name);
            std::size_t stages = 0;
            for (const KindCount& count : kinds.counts) {
                stages += stages_of(std::optional(count.value)).value ? count.rows : 0;
            }
            const bool are_stages = stages * 10 >= kinds.rows * 9 && kinds.rows * 2 >= rows_.features.size();
            const bool is_written = std::any_of(input_.columns.begin(), input_.columns.end(),
                                                [&](const DraftKey& key) { return key.literal == words::toml_text(kinds.name); });
            if (are_stages && !is_read(column) && !is_written) {
                return write("stage", column, translate(Text::init_column_stage, {stages, kinds.rows, with_sample(column)}));
            }
        }
    }

    void write_stage_by_values(std::size_t column)
    {
        const auto told = std::count_if(candidate_.rows.begin(), candidate_.rows.end(),
                                        [&](std::uint32_t row) { return stages_of(rows_.features[row].values[column]).value.has_value(); });
        write("stage", column, translate(Text::init_column_stage, {told, candidate_.rows.size(), with_sample(column)}));
    }

    void say_found()
    {
        constexpr std::size_t most = 12;
        std::string found;
        for (const auto& [ours, position] : matched_.position_of) {
            found += (found.empty() ? "" : ", ") + ours + " = " + with_sample(position);
        }
        const gis::CoordinateColumns& coordinates = rows_.coordinates;
        for (const auto& [ours, theirs] :
             {std::pair("x", coordinates.x), std::pair("y", coordinates.y), std::pair("wkt", coordinates.wkt)}) {
            if (const auto position = rows_.column(theirs); position && !theirs.empty()) {
                found += (found.empty() ? "" : ", ") + std::string(ours) + " = " + with_sample(*position);
                std::erase(matched_.unused, theirs);
            }
        }
        if (!found.empty()) {
            input_.comments.push_back(translate(Text::init_columns_found, {found}));
        }
        std::vector<std::string> unused;
        for (const std::string& heading : matched_.unused) {
            unused.push_back(words::toml_text(shortened(heading)));
        }
        if (!unused.empty()) {
            input_.comments.push_back(translate(Text::init_columns_unused, {words::joined_first(std::move(unused), most)}));
        }
    }

    void say_grades()
    {
        for (const auto& [ours, columns] : matched_.grades) {
            std::string sum;
            for (const std::size_t column : columns) {
                sum += (sum.empty() ? "" : " + ") + words::toml_text(rows_.columns[column]);
            }
            input_.comments.push_back(translate(Text::init_column_grades, {ours, sum}));
        }
    }

    /// Pupils, classes and seats that nobody counted.
    void say_zeros()
    {
        constexpr std::array<std::string_view, 3> totals = {"enrol_total", "classes_total", "capacity_total"};
        std::string zeros;
        for (const std::string_view ours : totals) {
            const auto found = matched_.position_of.find(ours);
            if (found != matched_.position_of.end() && rows_.features.size() > 1 && is_zero_throughout(rows_, found->second)) {
                zeros += (zeros.empty() ? "" : ", ") + words::toml_text(rows_.columns[found->second]);
            }
        }
        if (!zeros.empty()) {
            input_.comments.push_back(translate(Text::init_column_zeros, {zeros, rows_.features.size()}));
        }
    }

    DraftInput& input_;
    const Candidate& candidate_;
    const LayerFacts& facts_;
    const gis::VectorLayer& rows_;
    MatchedColumns matched_;
};

} // namespace

void draft_columns(DraftInput& input, const Candidate& candidate, const LayerFacts& facts)
{
    if (!columns_of_role(candidate.role).empty()) {
        ColumnDraft(input, candidate, facts).draft();
    }
}

} // namespace fieldgap
