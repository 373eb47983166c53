#include "layers/config/tree/assigned_values.hpp"

#include "words/words.hpp"

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

std::string after_space(const std::string& unit)
{
    return unit.empty() ? unit : " " + unit;
}

} // namespace

gis::UsageError wrong_value(const Assignment& assignment, const std::string& right)
{
    return gis::UsageError(translate(Text::config_wrong_value, {assignment.where, assignment.key, described(assignment.value), right}));
}

double number_in(const Assignment& assignment, double low, double high, const std::string& unit)
{
    const auto* const whole = std::get_if<std::int64_t>(&assignment.value);
    const auto* const given = std::get_if<double>(&assignment.value);
    const bool is_number = whole != nullptr || given != nullptr;
    const double number = whole != nullptr ? static_cast<double>(*whole) : given != nullptr ? *given : 0.0;
    // Written so that NaN is refused as well.
    if (!is_number || !(number >= low && number <= high)) {
        throw wrong_value(assignment, translate(Text::config_right_number, {low, high, after_space(unit)}));
    }
    return number;
}

std::int64_t whole_in(const Assignment& assignment, std::int64_t low, std::int64_t high, const std::string& unit)
{
    const auto* const number = std::get_if<std::int64_t>(&assignment.value);
    if (number == nullptr || *number < low || *number > high) {
        throw wrong_value(assignment, translate(Text::config_right_whole, {low, high, after_space(unit)}));
    }
    return *number;
}

} // namespace fieldgap::config
