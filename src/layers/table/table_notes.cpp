#include "layers/table/table_notes.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/columns/columns.hpp"
#include "words/nearest.hpp"

namespace fieldgap {
namespace {

std::string rows_of_head(const gis::TableReading& reading)
{
    const std::string first = std::to_string(reading.head_row);
    return reading.head_rows == 1 ? first : first + "-" + std::to_string(reading.head_row + reading.head_rows - 1);
}

std::string skipped_texts(const gis::TableReading& reading)
{
    std::string all;
    for (const std::string& text : reading.skipped) {
        all += (all.empty() ? "'" : ", '") + text + "'";
    }
    return all.empty() ? "nothing" : all;
}

void note_head(const std::string& role, const InputSpec& spec, const gis::TableReading& reading, Findings& findings)
{
    if (!reading.is_plain()) {
        findings.push_back({IssueCode::table_head_found,
                            role,
                            "",
                            {},
                            {spec.written_path, rows_of_head(reading), skipped_texts(reading), reading.rows_above + 1}});
    }
    for (const gis::TableRow& row : reading.left_out) {
        Finding finding{IssueCode::table_row_no_data, role, "", {}, {row.number, gis::text_of_row(row.cells)}};
        finding.rows_left_out = 1;
        findings.push_back(std::move(finding));
    }
}

/// Texts in which a decoder, here or in the program that wrote the file, found no character.
void note_damaged_texts(const std::string& role, const InputSpec& spec, const gis::VectorLayer& layer, Findings& findings)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    constexpr std::size_t most = 6;
    std::vector<std::string> damaged;
    for (const std::string& heading : layer.columns) {
        if (heading.find(replacement) != std::string::npos) {
            damaged.push_back("'" + heading + "'");
        }
    }
    for (const gis::VectorFeature& row : layer.features) {
        for (const std::optional<std::string>& value : row.values) {
            if (value && value->find(replacement) != std::string::npos) {
                damaged.push_back("#" + std::to_string(row.row) + " '" + *value + "'");
            }
        }
    }
    if (const std::size_t count = damaged.size(); count > 0) {
        const std::string encoding = layer.encoding.empty() ? "UTF-8" : layer.encoding;
        findings.push_back(
            {IssueCode::text_damaged, role, "", {}, {count, spec.written_path, encoding, words::joined_first(std::move(damaged), most)}});
    }
}

} // namespace

void note_file(const std::string& role, const InputSpec& spec, const gis::VectorLayer& layer, Findings& findings)
{
    if (!layer.encoding_overruled.empty()) {
        findings.push_back({IssueCode::encoding_overruled, role, "", {}, {spec.written_path, layer.encoding_overruled, layer.encoding}});
    } else if (layer.encoding_guessed) {
        findings.push_back({IssueCode::encoding_guessed, role, "", {}, {spec.written_path, layer.encoding}});
    }
    note_damaged_texts(role, spec, layer, findings);
    if (layer.driver == "ESRI Shapefile" && layer.columns.empty()) {
        findings.push_back({IssueCode::attributes_missing, role, "", {}, {spec.written_path}});
    }
    if (layer.features.empty()) {
        findings.push_back({IssueCode::layer_empty, role, "", {}, {spec.written_path}});
    }
    if (layer.table) {
        note_head(role, spec, *layer.table, findings);
    }
}

} // namespace fieldgap
