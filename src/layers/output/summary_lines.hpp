#pragma once
// Figures of a result by their keys.

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// One line of the table `summary`. The keys are an interface.
struct SummaryLine
{
    std::string key;
    std::optional<double> value; ///< absent: unknown, not zero
    std::string unit;
};

/// Collects lines under one prefix.
class SummaryLines
{
public:
    explicit SummaryLines(std::string prefix = {}) : prefix_(std::move(prefix)) {}

    void number(const std::string& key, std::optional<double> value, const std::string& unit)
    {
        lines_.push_back({prefix_ + key, value, unit});
    }
    template <class Whole>
    void count(const std::string& key, Whole value)
    {
        number(key, static_cast<double>(value), "");
    }
    void area(const std::string& key, std::optional<ExactArea> value)
    {
        number(key, value ? std::optional(value->square_metres()) : std::nullopt, "m2");
    }
    void append(const std::vector<SummaryLine>& lines) { lines_.insert(lines_.end(), lines.begin(), lines.end()); }

    const std::vector<SummaryLine>& lines() const { return lines_; }

private:
    std::string prefix_;
    std::vector<SummaryLine> lines_;
};

} // namespace fieldgap
