#pragma once
// What a planner reads of a row: names and words of its columns, its form, its tip. QGIS 3.22 and later read them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {

struct ColumnWords
{
    std::string column;
    std::string title;
    std::vector<std::pair<std::string, std::string>> values; ///< value in the file, word on the screen
};

/// Titles of columns, and words for the values of those that hold codes.
std::string column_words(const std::vector<ColumnWords>& columns);

/// A tab of a form: columns, or the rows that a relation leads to.
struct FormTab
{
    std::string title;
    std::vector<std::string> columns;
    std::string relation; ///< id; empty for a tab of columns
};

std::string tabbed_form(const std::vector<FormTab>& tabs);

/// Which columns of a layer that may be edited can be changed; the others are shown only.
std::string editable_columns(const std::vector<std::string>& columns, const std::vector<std::string>& editable);

/// HTML with `[% expression %]`, shown where the pointer rests.
std::string map_tip(std::string_view html);

// Parts of expressions.

/// A text as a literal.
std::string quoted_text(std::string_view text);
/// The value of an expression with what HTML would take for markup as text.
std::string html_escaped(std::string_view expression);
/// A sentence with `{}` for each expression, as one expression.
std::string sentence(std::string_view text, const std::vector<std::string>& expressions);

} // namespace gis
