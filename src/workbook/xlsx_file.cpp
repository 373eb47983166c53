#include "workbook/xlsx_file.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"
#include "workbook/cell_text.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace fieldgap {
namespace {

constexpr std::uint32_t colour_of_head = 0xE7EEF5;

/// By CellKind.
constexpr std::array<const char*, 8> number_formats = {"@", "#,##0", "#,##0.00", "0.0000", "0", "@", "#,##0.####", "#,##0.0"};

} // namespace

struct XlsxFile::Parts
{
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* head = nullptr;
    lxw_format* title = nullptr;
    std::array<lxw_format*, number_formats.size()> formats{};
    std::vector<double> widths;

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() { lxw_workbook_free(book); }

    void make_formats();
    void set_widths() const;
    void widen(std::uint16_t column, std::string_view text) { widths[column] = std::max(widths[column], column_width_for(text)); }
};

void XlsxFile::Parts::make_formats()
{
    head = workbook_add_format(book);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_align(head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(head, LXW_BORDER_THIN);
    format_set_bg_color(head, colour_of_head);
    title = workbook_add_format(book);
    format_set_bold(title);
    for (std::size_t kind = 0; kind < formats.size(); ++kind) {
        formats[kind] = workbook_add_format(book);
        format_set_num_format(formats[kind], number_formats[kind]);
    }
}

void XlsxFile::Parts::set_widths() const
{
    for (std::uint16_t column = 0; column < widths.size(); ++column) {
        worksheet_set_column(sheet, column, column, widths[column], nullptr);
    }
}

XlsxFile::XlsxFile(const std::filesystem::path& file, const std::filesystem::path& work, std::int64_t timestamp_s)
    : parts_(new Parts), path_(file.string())
{
    std::string folder = work.string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    parts_->book = workbook_new_opt(path_.c_str(), &options);
    if (parts_->book == nullptr) {
        throw gis::WriteError(words::translate(words::Text::workbook_not_written, {path_, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED)}));
    }
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(timestamp_s);
    workbook_set_properties(parts_->book, &properties);
    parts_->make_formats();
}

XlsxFile::~XlsxFile() = default;

void XlsxFile::add_sheet(const std::string& title)
{
    parts_->sheet = workbook_add_worksheet(parts_->book, title.c_str());
    if (parts_->sheet == nullptr) {
        throw gis::WriteError(words::translate(words::Text::workbook_not_written, {path_, title}));
    }
}

void XlsxFile::begin_sheet(const SheetPlan& plan)
{
    add_sheet(plan.title);
    parts_->widths.assign(plan.columns.size(), 0.0);
    worksheet_freeze_panes(parts_->sheet, 1, static_cast<lxw_col_t>(plan.frozen_columns));
    for (std::uint16_t column = 0; column < plan.columns.size(); ++column) {
        worksheet_write_string(parts_->sheet, 0, column, plan.columns[column].heading.c_str(), parts_->head);
        parts_->widen(column, plan.columns[column].heading.substr(0, plan.columns[column].heading.find('(')));
    }
}

void XlsxFile::text(std::uint32_t row, std::uint16_t column, const std::string& text)
{
    worksheet_write_string(parts_->sheet, row, column, text.c_str(), parts_->formats[static_cast<std::size_t>(CellKind::text)]);
    parts_->widen(column, text);
}

void XlsxFile::number(std::uint32_t row, std::uint16_t column, double number, CellKind kind)
{
    const bool is_whole_figure = kind == CellKind::figure && number == std::floor(number);
    const CellKind shown = is_whole_figure ? CellKind::whole : kind;
    worksheet_write_number(parts_->sheet, row, column, number, parts_->formats[static_cast<std::size_t>(shown)]);
    parts_->widen(column, words::fill("{:.0f}", {number * 1000.0})); // as wide with its groups and decimals
}

void XlsxFile::end_sheet(std::uint32_t last_row)
{
    parts_->set_widths();
    worksheet_autofilter(parts_->sheet, 0, 0, last_row, static_cast<lxw_col_t>(parts_->widths.size() - 1));
}

void XlsxFile::begin_page(const std::string& title, std::size_t columns)
{
    add_sheet(title);
    parts_->widths.assign(columns, column_width_for(""));
    worksheet_set_landscape(parts_->sheet);
    worksheet_fit_to_pages(parts_->sheet, 1, 0);
}

void XlsxFile::head(std::uint32_t row, std::uint16_t column, const std::string& text)
{
    worksheet_write_string(parts_->sheet, row, column, text.c_str(), parts_->head);
    parts_->widen(column, text.substr(0, text.find('(')));
}

void XlsxFile::line(std::uint32_t row, const std::string& text, bool is_title)
{
    lxw_format* const plain = parts_->formats[static_cast<std::size_t>(CellKind::text)];
    worksheet_write_string(parts_->sheet, row, 0, text.c_str(), is_title ? parts_->title : plain);
}

void XlsxFile::end_page()
{
    parts_->set_widths();
}

void XlsxFile::close()
{
    lxw_workbook* book = parts_->book;
    parts_->book = nullptr; // workbook_close frees it, whatever comes of it
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
        throw gis::WriteError(words::translate(words::Text::workbook_not_written, {path_, lxw_strerror(error)}));
    }
}

} // namespace fieldgap
