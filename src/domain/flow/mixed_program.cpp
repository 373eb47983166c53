#include "domain/flow/mixed_program.hpp"

#include "gis/interrupt.hpp"

#include <coin/CbcEventHandler.hpp>
#include <coin/CbcHeuristic.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CoinHelperFunctions.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace fieldgap {
namespace {

/// Of a yes that is not quite one a lot of thousands of m2 makes more than a hundredth, were this larger.
constexpr double tolerance = 1e-9;

/// Clp's first solve takes Ctrl-C for itself while it runs; solving again does the same work and leaves signals alone.
class QuietClp : public OsiClpSolverInterface
{
public:
    QuietClp()
    {
        messageHandler()->setLogLevel(0);
        setHintParam(OsiDoReducePrint, true, OsiHintTry);
        setDblParam(OsiPrimalTolerance, tolerance);
        setDblParam(OsiDualTolerance, tolerance);
    }
    QuietClp(const QuietClp&) = default;
    QuietClp& operator=(const QuietClp&) = delete;
    ~QuietClp() override = default;

    void initialSolve() override { resolve(); }
    OsiSolverInterface* clone(bool copies_data = true) const override { return copies_data ? new QuietClp(*this) : new QuietClp(); }
};

/// Ends the search where the user wants the work to end.
class EndWhenAsked : public CbcEventHandler
{
public:
    CbcAction event(CbcEvent) override { return gis::is_interrupted() ? stop : noAction; }
    CbcEventHandler* clone() const override { return new EndWhenAsked(*this); }
};

double coin_bound(double value)
{
    return value == MixedProgram::unlimited ? COIN_DBL_MAX : value == -MixedProgram::unlimited ? -COIN_DBL_MAX : value;
}

std::vector<double> coin_bounds(const std::vector<double>& values)
{
    std::vector<double> bounds;
    bounds.reserve(values.size());
    for (const double value : values) {
        bounds.push_back(coin_bound(value));
    }
    return bounds;
}

/// Chosen one by one: CglFlowCover 0.60.3, one of CBC's usual ones, cuts away best answers of lots and places
/// (tests/allocation/compare_highs.py, seeds 1198, 1229 and 1285), and CglPreProcess takes a relaxed answer for a whole one.
void add_cuts(CbcModel& model)
{
    constexpr int at_root_only = -1;
    CglProbing probing;
    probing.setUsingObjective(1);
    probing.setMaxPass(1);
    probing.setMaxProbe(10);
    probing.setMaxLook(50);
    probing.setRowCuts(3);
    CglKnapsackCover covers;
    CglMixedIntegerRounding2 rounding;
    model.addCutGenerator(&probing, at_root_only, "Probing");
    model.addCutGenerator(&covers, at_root_only, "Knapsack");
    model.addCutGenerator(&rounding, at_root_only, "MixedIntegerRounding2");
}

void settle(CbcModel& model, int max_nodes)
{
    constexpr int strong_branching_on = 5;
    constexpr int trusted_after = 5;
    constexpr unsigned seed = 123456;
    CoinSeedRandom(seed);
    add_cuts(model);
    CbcRounding rounded(model);
    model.addHeuristic(&rounded);
    model.setNumberStrong(strong_branching_on);
    model.setNumberBeforeTrust(trusted_after);
    model.setLogLevel(0);
    model.setNumberThreads(0);
    model.setIntegerTolerance(tolerance);
    model.setMaximumNodes(max_nodes);
    const EndWhenAsked handler;
    model.passInEventHandler(&handler);
}

} // namespace

std::uint32_t MixedProgram::add_variable(double low, double high, bool is_whole)
{
    low_.push_back(low);
    high_.push_back(high);
    is_whole_.push_back(is_whole ? 1 : 0);
    return static_cast<std::uint32_t>(low_.size() - 1);
}

void MixedProgram::add_row(double low, double high, std::span<const ProgramTerm> terms)
{
    for (const ProgramTerm& term : terms) {
        term_variable_.push_back(static_cast<int>(term.variable));
        term_factor_.push_back(term.factor);
    }
    row_begin_.push_back(static_cast<int>(term_variable_.size()));
    row_low_.push_back(low);
    row_high_.push_back(high);
}

bool MixedProgram::are_whole(const double* values) const
{
    constexpr double nearly = 1e-6;
    for (std::size_t i = 0; i < is_whole_.size(); ++i) {
        if (is_whole_[i] != 0 && std::fabs(values[i] - std::round(values[i])) > nearly) {
            return false;
        }
    }
    return true;
}

ProgramAnswer MixedProgram::maximised(std::span<const ProgramTerm> objective, int max_nodes) const
{
    static std::mutex one_at_a_time;
    const std::lock_guard<std::mutex> lock(one_at_a_time);
    gis::throw_if_interrupted();
    if (low_.empty()) {
        return {true, {}, 0.0, true};
    }
    std::vector<double> cost(low_.size(), 0.0); // CBC looks for the least
    for (const ProgramTerm& term : objective) {
        cost[term.variable] -= term.factor;
    }
    CoinPackedMatrix rows(false, static_cast<int>(low_.size()), static_cast<int>(row_low_.size()),
                          static_cast<CoinBigIndex>(term_factor_.size()), term_factor_.data(), term_variable_.data(), row_begin_.data(),
                          nullptr);
    QuietClp solver;
    solver.loadProblem(rows, low_.data(), coin_bounds(high_).data(), cost.data(), coin_bounds(row_low_).data(),
                       coin_bounds(row_high_).data());
    for (std::size_t i = 0; i < is_whole_.size(); ++i) {
        if (is_whole_[i] != 0) {
            solver.setInteger(static_cast<int>(i));
        }
    }
    CbcModel model(solver);
    settle(model, max_nodes);
    model.branchAndBound();
    gis::throw_if_interrupted();

    ProgramAnswer answer;
    if (!model.isProvenInfeasible()) {
        answer.bound = -model.getBestPossibleObjValue();
    }
    if (const double* values = model.bestSolution(); values != nullptr && are_whole(values)) {
        answer.is_found = true;
        answer.is_proven = model.isProvenOptimal();
        answer.values.assign(values, values + low_.size());
    }
    return answer;
}

} // namespace fieldgap
