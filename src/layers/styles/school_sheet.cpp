#include "layers/styles/school_sheet.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "layers/reading/column_titles.hpp"
#include "layers/reading/column_words.hpp"
#include "layers/reading/school_sentence.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr const char* map_name = "walk";
constexpr double sheet_scale = 10'000.0;
constexpr double figures_top_mm = 212.0;

/// The value of an expression in the text of a label.
std::string shown(const std::string& expression)
{
    return "[% " + expression + " %]";
}

std::string number(const std::string& column, int digits)
{
    return words::fill("coalesce(format_number(\"{}\", {}), '-')", {column, digits});
}

struct Figure
{
    const char* column;
    int digits;
};
constexpr Figure figures[] = {{"enrol_total", 0}, {"own_m2", 0},         {"required_m2", 0}, {"per_student_m2", 2},
                              {"standard_m2", 2}, {"gap_m2", 0},         {"rent_m2", 0},     {"share_m2", 0},
                              {"basement_m2", 0}, {"expand_m2", 0},      {"residual_m2", 0}, {"per_student_after_m2", 2},
                              {"cost", 0},        {"venues_in_reach", 0}};

/// A label for each name and each value: letters of two scripts have lines of two heights.
void add_figures(std::vector<gis::PrintItem>& items)
{
    constexpr double line_mm = 4.7;
    items.emplace_back(gis::PrintLabel{{10.0, figures_top_mm, 82.0, 6.0}, translate(Text::print_figures), 10.0, true});
    double top = figures_top_mm + 7.0;
    for (const Figure& figure : figures) {
        items.emplace_back(gis::PrintLabel{{10.0, top, 58.0, line_mm}, column_title(figure.column).value_or(figure.column), 8.0});
        items.emplace_back(gis::PrintLabel{{68.0, top, 20.0, line_mm}, shown(number(figure.column, figure.digits)), 8.0, false, true});
        top += line_mm;
    }
}

/// Who or what a row of the ledger is from: a giver, a reported figure, a field.
std::string origin()
{
    std::string out = "CASE ";
    for (const char* figure : {"outdoor_m2", "indoor_m2", "special_m2"}) {
        out += words::fill("WHEN \"from_id\" LIKE '%.{}' THEN {} ", {figure, gis::quoted_text(column_title(figure).value_or(figure))});
    }
    return out + "ELSE " + giver_name(Cities::one) + " END";
}

gis::PrintTable ledger_table()
{
    gis::PrintTable table;
    table.box = {96.0, figures_top_mm + 7.0, 104.0, 66.0};
    table.layer = "ledger";
    table.relation = "school_ledger";
    table.columns = {{translate(Text::print_basis), worded("basis", R"("basis")"), 26.0, false, 0, false},
                     {translate(Text::print_from), origin(), 30.0, false, 0, false},
                     {translate(Text::print_m2), R"(format_number("m2", 0))", 12.0, true, 0, false},
                     {translate(Text::print_walk_min), R"(coalesce(format_number("walk_s" / 60, 1), ''))", 13.0, true, 0, false},
                     {translate(Text::print_cost), R"(coalesce(format_number("cost", 0), ''))", 14.0, true, 0, false}};
    table.size_pt = 6.5;
    table.goes_on = true;
    return table;
}

constexpr double issues_mm = 24.0; ///< a heading and an issue for each stage

/// Above figures and ledger.
gis::PrintTable issue_table()
{
    gis::PrintTable table;
    table.box = {10.0, figures_top_mm - issues_mm + 4.0, 190.0, issues_mm - 6.0};
    table.layer = "register";
    table.relation = "school_issues";
    table.columns = {{translate(Text::print_stage), worded("register.stage", R"("stage")"), 14.0, false, 0, false},
                     {translate(Text::print_state), worded("register.state", R"("state")"), 26.0, false, 0, false},
                     {translate(Text::print_gap_now), R"(coalesce(format_number("current_gap_m2", 0), ''))", 16.0, true, 0, false},
                     {translate(Text::print_due), R"(coalesce("due", ''))", 14.0, false, 0, false},
                     {translate(Text::print_unit), R"(coalesce("unit", ''))", 30.0, false, 0, false},
                     {translate(Text::print_evidence), R"(coalesce("evidence", ''))", 78.0, false, 0, false}};
    table.size_pt = 6.5;
    return table;
}

/// The map gives room to them.
void add_issues(gis::PrintLayout& layout)
{
    for (gis::PrintItem& item : layout.items) {
        if (auto* const map = std::get_if<gis::PrintMap>(&item)) {
            map->box.height -= issues_mm;
        } else if (auto* const bar = std::get_if<gis::PrintScaleBar>(&item)) {
            bar->box.y -= issues_mm;
        }
    }
    layout.items.emplace_back(
        gis::PrintLabel{{10.0, figures_top_mm - issues_mm - 2.0, 190.0, 6.0}, translate(Text::print_issues), 10.0, true});
    layout.items.emplace_back(issue_table());
}

} // namespace

gis::PrintLayout school_sheet(bool has_register)
{
    gis::PrintMap map;
    map.box = {10.0, 40.0, 190.0, 167.0};
    map.name = map_name;
    map.layers = {"schools", "venues", "links", "walk_areas", "fields", "campuses", "districts", "streets"};
    map.scale = sheet_scale;
    gis::PrintLayout layout;
    layout.name = translate(Text::print_school_sheet);
    layout.width = 210.0;
    layout.height = 297.0;
    layout.items = {
        gis::PrintLabel{{10.0, 9.0, 190.0, 9.0}, shown(R"(coalesce("name", "school_id"))"), 18.0, true},
        gis::PrintLabel{{10.0, 19.0, 190.0, 6.0},
                        shown(R"("school_id" || coalesce(', ' || "district", '') || ', ' || )" + worded("status", R"("status")")),
                        9.0},
        gis::PrintLabel{{10.0, 26.0, 190.0, 13.0}, shown(school_sentence(Cities::one)), 10.0},
        map,
        gis::PrintNorth{{187.0, 43.0, 10.0, 14.0}, map_name},
        gis::PrintScaleBar{{13.0, 193.0, 70.0, 12.0}, map_name},
        gis::PrintLabel{{96.0, figures_top_mm, 104.0, 6.0}, translate(Text::print_ledger), 10.0, true},
        ledger_table(),
        gis::PrintLabel{{10.0, 287.0, 190.0, 5.0}, translate(Text::print_sheet_source), 7.0, false, false, "90,90,90"}};
    add_figures(layout.items);
    if (has_register) {
        add_issues(layout);
    }
    layout.atlas = {"schools", R"(coalesce("name", "school_id"))", R"('sheet_' || regexp_replace("school_id", '[^A-Za-z0-9_-]', '_'))",
                    R"("status" <> 'branch')"};
    return layout;
}

} // namespace fieldgap
