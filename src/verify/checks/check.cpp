#include "verify/checks/check.hpp"

#include <cmath>
#include <cstdio>

namespace fieldgap::verify {
namespace {

constexpr std::string_view square_metre = "m2";

} // namespace

/// A claim about two numbers, not yet in words.
struct Check::Numbers
{
    Fault fault{};
    Subject subject;
    std::string_view what;
    std::optional<double> found;
    std::string_view against;
    std::optional<double> expected;
    double off = 0.0; ///< above 0 where it is wrong, or would be without the tolerance
    double tolerance = 0.0;
    std::string_view unit;
    bool is_limit = false;
};

std::string text_of(Subject subject)
{
    return subject.second.empty() ? std::string(subject.id) : std::string(subject.id) + " - " + std::string(subject.second);
}

std::string text_of_number(double number)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.10g", number);
    return text;
}

std::string text_of_parts(std::int64_t hundredths)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", static_cast<double>(hundredths) / area_parts);
    return text;
}

namespace {

/// m2 with two decimals, but where there are more of them.
std::string shown(std::optional<double> number, std::string_view unit)
{
    if (!number) {
        return "NULL";
    }
    const bool is_exact_area = unit == square_metre && std::fabs(*number * area_parts - std::round(*number * area_parts)) < 1e-6;
    char text[64];
    std::snprintf(text, sizeof text, is_exact_area ? "%.2f" : "%.10g", *number);
    return unit.empty() ? text : std::string(text) + " " + std::string(unit);
}

} // namespace

void Check::keep(const Numbers& claim)
{
    worst_ = Case{claim.fault,
                  text_of(claim.subject),
                  std::string(claim.what),
                  shown(claim.found, claim.unit),
                  std::string(claim.against),
                  shown(claim.expected, claim.unit),
                  claim.off,
                  claim.unit};
}

void Check::refuse(const Numbers& claim)
{
    ++faults_;
    if (faults_ == 1 || claim.off > worst_off_) {
        worst_off_ = claim.off;
        is_near_limit_ = false;
        keep(claim);
    }
}

void Check::weigh(const Numbers& claim)
{
    ++claims_;
    if (!(claim.off <= claim.tolerance)) { // so that NaN is refused
        return refuse(claim);
    }
    const double share = claim.is_limit && claim.found && claim.expected && *claim.expected > 0.0 ? *claim.found / *claim.expected : 0.0;
    if (faults_ > 0 || (share <= nearest_ && (is_near_limit_ || claim.off <= worst_off_))) {
        return;
    }
    is_near_limit_ = share > nearest_;
    (is_near_limit_ ? nearest_ : worst_off_) = is_near_limit_ ? share : claim.off;
    keep(claim);
}

void Check::same(Subject subject, std::string_view what, Area found, std::string_view against, Area expected)
{
    weigh({Fault::differs, subject, what, square_metres(found), against, square_metres(expected),
           std::fabs(square_metres(found - expected)), 0.0, square_metre});
}

void Check::same(Subject subject, std::string_view what, std::optional<Area> found, std::string_view against, Area expected)
{
    if (found) {
        return same(subject, what, *found, against, expected);
    }
    holds(false, Fault::differs, subject, what, "NULL", against, text_of_parts(expected));
}

void Check::same_number(Subject subject, std::string_view what, std::optional<double> found, std::string_view against,
                        std::optional<double> expected, double tolerance, std::string_view unit)
{
    const bool one_is_missing = found.has_value() != expected.has_value();
    const double off = one_is_missing ? INFINITY : found ? std::fabs(*found - *expected) : 0.0;
    weigh({Fault::differs, subject, what, found, against, expected, off, tolerance, unit});
}

void Check::same_count(Subject subject, std::string_view what, std::int64_t found, std::string_view against, std::int64_t expected)
{
    same_number(subject, what, static_cast<double>(found), against, static_cast<double>(expected), 0.0);
}

void Check::same_word(Subject subject, std::string_view what, std::string_view found, std::string_view against, std::string_view expected)
{
    holds(found == expected, Fault::differs, subject, what, found, against, expected);
}

void Check::at_most(Subject subject, std::string_view what, Area found, std::string_view against, Area most)
{
    weigh({Fault::exceeds, subject, what, square_metres(found), against, square_metres(most), square_metres(found - most), 0.0,
           square_metre, true});
}

void Check::at_least(Subject subject, std::string_view what, Area found, std::string_view against, Area least)
{
    weigh({Fault::undercuts, subject, what, square_metres(found), against, square_metres(least), square_metres(least - found), 0.0,
           square_metre});
}

void Check::number_at_most(Subject subject, std::string_view what, double found, std::string_view against, double most, double tolerance,
                           std::string_view unit)
{
    weigh({Fault::exceeds, subject, what, found, against, most, found - most, tolerance, unit, true});
}

void Check::number_at_least(Subject subject, std::string_view what, double found, std::string_view against, double least, double tolerance,
                            std::string_view unit)
{
    weigh({Fault::undercuts, subject, what, found, against, least, least - found, tolerance, unit});
}

void Check::holds(bool claim, Fault fault, Subject subject, std::string_view what, std::string_view found, std::string_view against,
                  std::string_view expected)
{
    ++claims_;
    if (claim) {
        return;
    }
    ++faults_;
    if (faults_ == 1) {
        worst_ = Case{fault, text_of(subject), std::string(what), std::string(found), std::string(against), std::string(expected), 0.0, {}};
        worst_off_ = 0.0;
        is_near_limit_ = false;
    }
}

} // namespace fieldgap::verify
