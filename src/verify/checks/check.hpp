#pragma once
// A check: what it compared, and its worst case.

#include "verify/result/amounts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap::verify {

/// What is compared: `what` and `against` are columns, keys, or formulas of them, in every language the same.
enum class Fault : std::uint8_t {
    differs,   ///< `what` of the subject is `found`, where `against` gives `expected`
    exceeds,   ///< .. is more than `expected`, which `against` allows
    undercuts, ///< .. is less than `expected`, which `against` asks for
    unknown,   ///< .. names `found`, which `against` has not got
    missing,   ///< .. is not there; `against` asks for it
    twice,     ///< .. is there more than once in `against`
    malformed  ///< .. is `found`, which is no value of its column
};

struct Case
{
    Fault fault{};
    std::string subject; ///< whose row it is: an id, or two
    std::string what;
    std::string found;
    std::string against;
    std::string expected;
    double off = 0.0; ///< by how much, in `unit`
    std::string_view unit;
};

/// Whose claim it is; borrowed.
struct Subject
{
    std::string_view id;
    std::string_view second = {};
};

class Check
{
public:
    /// `name` is what programs call it; a literal.
    explicit Check(std::string_view name) : name_(name) {}

    /// Equal; with `tolerance`: equal but for what rounding on the way may have done.
    void same(Subject subject, std::string_view what, Area found, std::string_view against, Area expected);
    void same_number(Subject subject, std::string_view what, std::optional<double> found, std::string_view against,
                     std::optional<double> expected, double tolerance, std::string_view unit = "");
    void same_count(Subject subject, std::string_view what, std::int64_t found, std::string_view against, std::int64_t expected);
    void same_word(Subject subject, std::string_view what, std::string_view found, std::string_view against, std::string_view expected);
    /// An area that has to be there.
    void same(Subject subject, std::string_view what, std::optional<Area> found, std::string_view against, Area expected);

    void at_most(Subject subject, std::string_view what, Area found, std::string_view against, Area most);
    void at_least(Subject subject, std::string_view what, Area found, std::string_view against, Area least);
    void number_at_most(Subject subject, std::string_view what, double found, std::string_view against, double most, double tolerance,
                        std::string_view unit = "");
    void number_at_least(Subject subject, std::string_view what, double found, std::string_view against, double least, double tolerance,
                         std::string_view unit = "");

    /// A claim that holds or not.
    void holds(bool claim, Fault fault, Subject subject, std::string_view what, std::string_view found, std::string_view against,
               std::string_view expected = {});

    std::string_view name() const { return name_; }
    bool is_accepted() const { return faults_ == 0; }
    std::size_t claims() const { return claims_; }
    std::size_t faults() const { return faults_; }
    /// Of refused claims the one that is furthest off; else what comes nearest to its limit, or, without limits, the greatest difference
    /// that a tolerance let pass. Absent where all is exact.
    const std::optional<Case>& worst() const { return worst_; }

private:
    struct Numbers;
    void weigh(const Numbers& claim);
    void refuse(const Numbers& claim);
    void keep(const Numbers& claim);

    std::string_view name_;
    std::size_t claims_ = 0;
    std::size_t faults_ = 0;
    std::optional<Case> worst_;
    double worst_off_ = 0.0;
    double nearest_ = 0.0; ///< of what stayed below a limit: its share of it
    bool is_near_limit_ = false;
};

/// `S1`, or `S1 - V2`.
std::string text_of(Subject subject);
/// With two decimals at most, as m2 and yuan have them.
std::string text_of_parts(std::int64_t hundredths);
std::string text_of_number(double number);

} // namespace fieldgap::verify
