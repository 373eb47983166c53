#pragma once
// Under which keys the columns of a role are known.

#include "layers/columns/column_aliases.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// `heading_key`s: our name, then its aliases, then those with their parts in the other order.
std::vector<std::string> keys_of(const ColumnAliases& column);

/// Positions are those in the list of the role's columns.
class ColumnNames
{
public:
    explicit ColumnNames(Role role);

    std::size_t size() const { return columns_.size(); }
    std::string_view ours(std::size_t column) const { return columns_[column].ours; }
    std::vector<std::string> all_ours() const;
    bool is_ours(std::string_view name) const;

    const std::vector<std::string>& keys(std::size_t column) const { return keys_[column]; }
    std::size_t most_keys() const;
    bool has_key(std::size_t column, const std::string& key) const;

    /// The first column with this key, or none.
    std::optional<std::size_t> column_of(const std::string& key) const;
    /// The same among those of enrolment.
    std::optional<std::size_t> enrolment_column_of(const std::string& key) const;
    /// Nothing where several begin so.
    std::optional<std::size_t> only_column_beginning_with(const std::string& key) const;
    /// The same by our names as they are written; not one that is all of it.
    std::optional<std::size_t> only_ours_beginning_with(std::string_view text) const;
    /// Such as `enrol_primary_2026`.
    bool is_of_year(const std::string& name) const;

private:
    std::span<const ColumnAliases> columns_;
    std::vector<std::vector<std::string>> keys_;
};

} // namespace fieldgap
