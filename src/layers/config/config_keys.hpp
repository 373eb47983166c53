#pragma once
// Every key of a config as one row: name, kind, bounds, and where its value lies in Config.

#include "layers/config/config.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fieldgap::config {

/// How a key of type T is written into a Config and read out of it; absent where it is not set.
template <class T>
struct Access
{
    std::function<void(Config&, T)> set;
    std::function<std::optional<T>(Config&)> get;
};

/// Bounds are included.
struct Number
{
    Access<double> access;
    double low;
    double high;
    std::string unit;
    bool is_exact = false; ///< a Quantity: no more decimals than that can hold
};

/// A list of numbers, each greater than the one before; it may be empty where `may_be_empty`.
struct Numbers
{
    Access<std::vector<double>> access;
    double low;
    double high;
    std::string unit;
    bool may_be_empty;
};

struct Whole
{
    Access<int> access;
    int low;
    int high;
    std::string unit;
};

struct Flag
{
    Access<bool> access;
};

/// Any text that is not empty.
struct Words
{
    Access<std::string> access;
};

/// One of these words.
struct Choice
{
    Access<std::string> access;
    std::vector<std::string> words;
};

/// A list of texts; if `words` is not empty, of these, each once at most.
struct List
{
    Access<std::vector<std::string>> access;
    std::vector<std::string> words;
};

/// A text, or a list of some: the files of an input.
struct Paths
{
    Access<std::vector<std::string>> access;
};

/// A table whose keys are the user's: our column = their column.
struct ColumnMap
{
    std::function<std::map<std::string, std::string>&(Config&)> at;
};

/// A table of numbers whose keys are the user's: names of districts, or years.
struct NumberMap
{
    std::function<std::map<std::string, double>&(Config&)> at;
    double low;
    double high;
    std::string unit;
    bool by_year;
    bool is_exact = false;
};

/// A day, as a date of TOML or as the same in quotes.
struct Day
{
    Access<Date> access;
};

/// The standard of a stage: a number, or a table with a constant or steps.
struct AreaStandard
{
    Access<StageStandard> access;
};

using Kind = std::variant<Number, Numbers, Whole, Flag, Words, Choice, List, Paths, ColumnMap, NumberMap, Day, AreaStandard>;

struct Key
{
    std::string name; ///< dotted
    Kind kind;
};

/// All keys but those of [inputs] in the order of docs/rules.md.
const std::vector<Key>& plain_keys();

/// Another name of `inputs.new_venues.path`.
inline constexpr const char* candidates_key = "new_venues.candidates";

/// Keys of [inputs.X] for this role. Their accesses create the input.
std::vector<Key> input_keys(Role role);

} // namespace fieldgap::config
