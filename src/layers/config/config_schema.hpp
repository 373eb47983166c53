#pragma once
// From an assignment of a config to its place in Config: which key it is, of which kind, within which bounds.

#include "gis/error.hpp"
#include "layers/config/config_keys.hpp"
#include "layers/config/tree/config_tree.hpp"

namespace fieldgap::config {

/// The row and the name of the column (of a ColumnMap, else empty) for a dotted key.
struct Match
{
    const Key* key = nullptr;
    std::string column;
};

/// All keys and the tables above them, for looking up.
class Schema
{
public:
    Schema();

    std::optional<Match> find(const std::string& name) const;
    bool is_table(const std::string& name) const;

    /// Checks the assignment and puts it in. Throws gis::UsageError: unknown key, wrong kind, out of bounds.
    void apply(const Assignment& assignment, Config& config) const;

private:
    gis::UsageError unknown(const Assignment& assignment) const;
    void apply_programmes(const Assignment& assignment, Config& config) const;
    void apply_tree(const Tree& tree, const std::vector<Key>& keys, Config& config) const;

    std::vector<Key> keys_;
    std::vector<std::string> tables_;
};

} // namespace fieldgap::config
