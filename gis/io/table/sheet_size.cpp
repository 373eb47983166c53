#include "gis/io/table/sheet_size.hpp"

#include "gis/error.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/table/sheet_tags.hpp"
#include "words/words.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <string_view>

namespace gis {
namespace {

struct SheetSize
{
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
};

SheetSize size_of_xlsx_sheet(const std::string& path)
{
    SheetSize size;
    for_each_tag(path, [&size](std::string_view tag) {
        if (tag.starts_with("row ")) {
            size.rows = std::max(size.rows, number_of(attribute(tag, "r"), 0));
        } else if (tag.starts_with("c ")) {
            size.columns = std::max(size.columns, column_of(attribute(tag, "r")));
        }
    });
    return size;
}

/// Of an .ods all sheets stand in one text; rows and cells say how often they repeat. What is empty at the end counts for nothing.
class OdsSizes
{
public:
    void operator()(std::string_view tag)
    {
        if (tag.starts_with("table:table ")) {
            sheet_ = SheetSize();
        } else if (tag.starts_with("table:table-row")) {
            repeated_ = number_of(attribute(tag, "table:number-rows-repeated"), 1);
            cells_ = 0;
            filled_ = 0;
        } else if (tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")) {
            cells_ += number_of(attribute(tag, "table:number-columns-repeated"), 1);
            filled_ = tag.find("value-type") != std::string_view::npos ? cells_ : filled_;
        } else if (tag == "/table:table-row") {
            end_row();
        }
    }

    SheetSize largest;

private:
    void end_row()
    {
        empty_ += filled_ == 0 ? repeated_ : 0;
        if (filled_ > 0) {
            sheet_.rows += empty_ + repeated_;
            sheet_.columns = std::max(sheet_.columns, filled_);
            empty_ = 0;
        }
        largest = sheet_.rows * sheet_.columns > largest.rows * largest.columns ? sheet_ : largest;
    }

    SheetSize sheet_;
    std::uint64_t repeated_ = 1;
    std::uint64_t cells_ = 0;
    std::uint64_t filled_ = 0;
    std::uint64_t empty_ = 0;
};

void check(const VectorSource& source, const SheetSize& size)
{
    if (size.rows * size.columns > max_cells_of_sheet) {
        throw Error(words::translate(words::Text::sheet_too_large,
                                     {source.role, shown(source), size.rows, size.columns, max_cells_of_sheet / 1'000'000}));
    }
}

} // namespace

void check_sheet_size(const VectorSource& source, const std::string& path)
{
    const std::string root = "/vsizip/{" + path + "}";
    if (path.ends_with(".ods") || path.ends_with(".ODS")) {
        OdsSizes sizes;
        for_each_tag(root + "/content.xml", [&sizes](std::string_view tag) { sizes(tag); });
        check(source, sizes.largest);
    } else if (path.ends_with(".xlsx") || path.ends_with(".XLSX")) {
        const std::string folder = root + "/xl/worksheets";
        const CPLStringList names(VSIReadDir(folder.c_str()));
        for (int i = 0; i < names.size(); ++i) {
            check(source, size_of_xlsx_sheet(folder + "/" + names[i]));
        }
    }
}

} // namespace gis
