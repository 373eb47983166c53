#include "layers/table/table_notes.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/columns/columns.hpp"

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

} // namespace

void note_file(const std::string& role, const InputSpec& spec, const gis::VectorLayer& layer, Findings& findings)
{
    if (!layer.encoding_overruled.empty()) {
        findings.push_back({IssueCode::encoding_overruled, role, "", {}, {spec.written_path, layer.encoding_overruled, layer.encoding}});
    } else if (layer.encoding_guessed) {
        findings.push_back({IssueCode::encoding_guessed, role, "", {}, {spec.written_path, layer.encoding}});
    }
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
