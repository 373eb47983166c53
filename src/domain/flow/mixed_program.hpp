#pragma once
// Linear programs in which some amounts are whole: COIN-OR CBC behind a few words.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

struct ProgramTerm
{
    std::uint32_t variable = 0;
    double factor = 1.0;
};

struct ProgramAnswer
{
    bool is_found = false;
    std::vector<double> values;  ///< of the variables
    std::optional<double> bound; ///< proven: the objective is nowhere larger; absent where the search thinks that nothing keeps to the rows
    bool is_proven = false;      ///< nothing is better than `values`
};

/// Built up variable by variable and row by row. One thread at a time in the whole process, and the same answer every time: CBC's random
/// numbers are shared by all its models.
class MixedProgram
{
public:
    static constexpr double unlimited = std::numeric_limits<double>::max();

    std::uint32_t add_variable(double low, double high, bool is_whole);
    /// low <= sum of the terms <= high
    void add_row(double low, double high, std::span<const ProgramTerm> terms);

    /// The largest sum of the terms. The search ends after so many nodes, never by time; gis::Interrupted where an end was asked for.
    ProgramAnswer maximised(std::span<const ProgramTerm> objective, int max_nodes) const;

private:
    bool are_whole(const double* values) const;

    std::vector<double> low_, high_;
    std::vector<std::uint8_t> is_whole_;
    std::vector<double> row_low_, row_high_;
    std::vector<int> row_begin_ = {0};
    std::vector<int> term_variable_;
    std::vector<double> term_factor_;
};

} // namespace fieldgap
