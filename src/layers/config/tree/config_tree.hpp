#pragma once
// A config as a flat list of keys and values with their places: what toml++ reads, in our own words.

#include "domain/city/date.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fieldgap::config {

struct Table
{
};

/// What no key takes: a time, or a list that holds other things than texts alone, numbers alone or tables alone.
struct Unfit
{
    std::string kind;
};

struct Assignment;

/// A table that is one value together, or one table of a list.
struct Tree
{
    std::vector<Assignment> keys; ///< in the order of the file
    bool is_inline = false;       ///< written in braces: all of it
    std::string where;            ///< where it begins
};

using Value = std::variant<Table, Unfit, bool, std::int64_t, double, std::string, std::vector<std::string>, std::vector<double>, Date, Tree,
                           std::vector<Tree>>;

/// One key. A table has one of its own, before those in it.
struct Assignment
{
    std::string key; ///< dotted from the root; a part with a dot or the like in it stands in quotes
    Value value;
    std::string where; ///< `city.toml:3:7`, or `--set walk.minutes`
    std::string typed; ///< of --set: VALUE as typed; else empty
};

/// All keys of a text in TOML, in its order; `source` is what messages call it. Throws gis::UsageError for what is no TOML, with the place.
std::vector<Assignment> assignments_in(const std::string& toml, const std::string& source);

/// All keys of a config file in the order of the file, then those of --set that it does not have (config_overrides.hpp). Throws gis::Error
/// for a file that cannot be read and gis::UsageError for what is no TOML, both with the place.
std::vector<Assignment> read_assignments(const std::string& path, const std::vector<std::string>& overrides);

/// Such as `the text 'abc'`, for messages. Passwords are left out.
std::string described(const Value& value);

} // namespace fieldgap::config
