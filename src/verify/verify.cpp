#include "verify/verify.hpp"

#include "gis/interrupt.hpp"
#include "verify/checks/check_districts.hpp"
#include "verify/checks/check_layers.hpp"
#include "verify/checks/check_leases.hpp"
#include "verify/checks/check_ledger.hpp"
#include "verify/checks/check_limits.hpp"
#include "verify/checks/check_need.hpp"
#include "verify/checks/check_reach.hpp"
#include "verify/checks/check_stages.hpp"
#include "verify/checks/check_summary.hpp"
#include "verify/checks/check_twice.hpp"
#include "verify/proof/check_bounds.hpp"
#include "verify/proof/check_proof.hpp"

#include <algorithm>

namespace fieldgap::verify {
namespace {

using CheckOfTables = Check (*)(const Result&);
using CheckOfNetwork = Check (*)(const Result&, const ProofNetwork&);

constexpr std::array<CheckOfTables, 17> checks_of_tables = {
    check_layers, check_need,   check_ground,      check_stages, check_status, check_ledger, check_sums,   check_givers,    check_twice,
    check_reach,  check_routes, check_eligibility, check_caps,   check_lots,   check_leases, check_prices, check_districts,
};
constexpr std::array<CheckOfNetwork, 4> checks_of_network = {check_certificate, check_maximum, check_least_cost, check_budget};
constexpr std::array<CheckOfTables, 3> checks_of_the_whole = {check_bound, check_bottlenecks, check_summary};

std::vector<Check> checks_of(const Result& result)
{
    std::vector<Check> checks;
    const auto add = [&](Check check) {
        gis::throw_if_interrupted();
        checks.push_back(std::move(check));
    };
    for (const CheckOfTables check : checks_of_tables) {
        add(check(result));
    }
    const ProofNetwork network(result);
    for (const CheckOfNetwork check : checks_of_network) {
        add(check(result, network));
    }
    for (const CheckOfTables check : checks_of_the_whole) {
        add(check(result));
    }
    return checks;
}

} // namespace

bool Verdict::is_accepted() const
{
    return has_certificate && std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.is_accepted(); });
}

Verdict verdict_on(const std::string& path)
{
    ResultFile file(path);
    const Provenance provenance = provenance_of(file);
    Verdict verdict{provenance.version, provenance.schema_version, file.has_table("certificate"), {}};
    if (!verdict.has_certificate) {
        return verdict;
    }
    const auto missing = missing_columns(file);
    verdict.checks = missing.empty() ? checks_of(read_result(file, provenance)) : std::vector<Check>{check_columns(missing)};
    return verdict;
}

} // namespace fieldgap::verify
