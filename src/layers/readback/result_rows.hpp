#pragma once
// The rows of a layer of a result, cell by cell; nothing of them is believed unseen.

#include "domain/city/exact_amount.hpp"
#include "gis/geometry/shapes.hpp"
#include "gis/io/merging/geometry_in.hpp"
#include "gis/io/merging/merge_input.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Lines and grounds are most of a file: who does not want them leaves them there.
enum class Places : bool { left, taken };

/// Cells are taken by the names of their columns; a column that the file does not have is NULL in every row. Functions throw gis::Error,
/// naming file, layer, row and column, where a cell is none of its kind.
class ResultRows
{
public:
    /// No cap of a config is larger.
    static constexpr double most_m2 = 1e9;

    /// `columns` are parted by blanks; the first names the row in messages.
    ResultRows(gis::MergeInput& result, const std::string& layer, std::string_view columns, Places places = Places::left);

    /// To the next row.
    bool next();

    std::string text(std::string_view column) const; ///< empty for NULL
    bool is_null(std::string_view column) const;
    std::optional<double> number(std::string_view column, double most = most_m2) const; ///< not below 0
    std::optional<ExactArea> area(std::string_view column) const;
    std::optional<std::int64_t> count(std::string_view column) const;
    bool flag(std::string_view column, bool otherwise) const;
    /// In degrees; nothing where places are left.
    gis::Geometry geometry();

private:
    struct Wanted
    {
        std::string_view name;
        int position = 0;
    };

    int place_of(std::string_view column) const;
    [[noreturn]] void refuse(std::string_view column) const;

    gis::MergeInput& result_;
    std::string layer_;
    std::vector<Wanted> columns_;
    std::optional<gis::SqliteStatement> row_; ///< none where there is no such layer
    std::optional<gis::GeometryIn> geometry_;
};

} // namespace fieldgap
