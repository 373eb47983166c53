#include "layers/columns/column_names.hpp"

#include "layers/columns/heading.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// What a head of two rows, or one with brackets, makes of a heading: `在校生数小学` for `小学在校生数`.
std::optional<std::string> turned(const std::string& key)
{
    constexpr std::array<std::string_view, 5> parts = {"小学", "初中", "高中", "室外", "室内"};
    const auto part = std::find_if(parts.begin(), parts.end(), [&](std::string_view each) { return key.starts_with(each); });
    return part == parts.end() ? std::nullopt : std::optional(key.substr(part->size()) + std::string(*part));
}

} // namespace

std::vector<std::string> keys_of(const ColumnAliases& column)
{
    std::vector<std::string> keys = {heading_key(column.ours)};
    for_each_word(column.aliases, [&](std::string_view alias) { keys.push_back(heading_key(alias)); });
    for (std::size_t k = 0, plain = keys.size(); k < plain; ++k) {
        if (auto key = turned(keys[k])) {
            keys.push_back(std::move(*key));
        }
    }
    return keys;
}

ColumnNames::ColumnNames(Role role) : columns_(aliases_of(role))
{
    for (const ColumnAliases& column : columns_) {
        keys_.push_back(keys_of(column));
    }
}

std::vector<std::string> ColumnNames::all_ours() const
{
    std::vector<std::string> names;
    for (const ColumnAliases& column : columns_) {
        names.emplace_back(column.ours);
    }
    return names;
}

bool ColumnNames::is_ours(std::string_view name) const
{
    return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnAliases& column) { return column.ours == name; });
}

std::size_t ColumnNames::most_keys() const
{
    std::size_t most = 0;
    for (const std::vector<std::string>& keys : keys_) {
        most = std::max(most, keys.size());
    }
    return most;
}

bool ColumnNames::has_key(std::size_t column, const std::string& key) const
{
    return std::find(keys_[column].begin(), keys_[column].end(), key) != keys_[column].end();
}

std::optional<std::size_t> ColumnNames::column_of(const std::string& key) const
{
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (has_key(c, key)) {
            return c;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ColumnNames::enrolment_column_of(const std::string& key) const
{
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].ours.starts_with("enrol_") && has_key(c, key)) {
            return c;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ColumnNames::only_column_beginning_with(const std::string& key) const
{
    std::optional<std::size_t> only;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const bool begins = std::any_of(keys_[c].begin(), keys_[c].end(), [&](const std::string& name) { return name.starts_with(key); });
        if (begins && only) {
            return std::nullopt;
        }
        only = begins ? std::optional(c) : only;
    }
    return only;
}

std::optional<std::size_t> ColumnNames::only_ours_beginning_with(std::string_view text) const
{
    std::optional<std::size_t> only;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const bool begins = columns_[c].ours.starts_with(text) && columns_[c].ours != text;
        if (columns_[c].ours == text || (begins && only)) {
            return std::nullopt;
        }
        only = begins ? std::optional(c) : only;
    }
    return only;
}

bool ColumnNames::is_of_year(const std::string& name) const
{
    const auto dated = year_heading(name);
    const auto column = dated ? enrolment_column_of(dated->key) : std::nullopt;
    return column && name == std::string(columns_[*column].ours) + "_" + std::to_string(dated->year);
}

} // namespace fieldgap
