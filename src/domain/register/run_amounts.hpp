#pragma once
// What of the gaps was done, is under way, is promised, and has no measure.

#include "domain/register/register_run.hpp"

namespace fieldgap {

/// Sums over the issues of a run.
struct RegisterAmounts
{
    ExactArea baseline; ///< when the issues were opened
    ExactArea current;  ///< of those whose gap is known
    PerChannel<ExactArea> done;
    PerChannel<ExactArea> under_way;
    PerChannel<ExactArea> promised;
    ExactArea unassigned;
};

/// done: what leases in force give, and growth of ground since the issue was opened, as far as the stage would lack it without (share: 0,
/// for nothing that is measured proves it). promised: of issues that are not closed; under_way: of those that name a quarter, less what is
/// done. unassigned: of issues that are not closed, what neither is done nor promised.
RegisterAmounts amounts_of(const RegisterAfter& after);

/// As rows, each area with its channel behind the dot: `done.rent_m2`.
std::vector<AmountRow> amount_rows(const RegisterAfter& after);

} // namespace fieldgap
