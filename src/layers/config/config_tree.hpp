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

/// Tables in a list, `[[name]]`, and where each begins. Their keys follow, each with the number of its table.
struct TableList
{
    std::vector<std::string> where;
};

/// What no key takes: a time, or a list that holds other things than texts alone or numbers alone.
struct Unfit
{
    std::string kind;
};

using Value =
    std::variant<Table, Unfit, bool, std::int64_t, double, std::string, std::vector<std::string>, std::vector<double>, Date, TableList>;

/// One key. A table has one of its own, before those in it.
struct Assignment
{
    std::string key; ///< dotted from the root; a part with a dot or the like in it stands in quotes
    Value value;
    std::string where;     ///< `city.toml:3:7`, or `--set walk.minutes`
    std::string typed;     ///< of --set: VALUE as typed; else empty
    std::size_t table = 0; ///< in a list of tables: which of them, from 1 on
};

/// All keys of a config file in the order of the file, then those of --set that it does not have; a --set replaces the value of its key,
/// the last one counts. Throws gis::Error for a file that cannot be read and gis::UsageError for what is no TOML, both with the place.
std::vector<Assignment> read_assignments(const std::string& path, const std::vector<std::string>& overrides);

/// Such as `the text 'abc'`, for messages. Passwords are left out.
std::string described(const Value& value);

} // namespace fieldgap::config
