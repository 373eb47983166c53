#pragma once
// What counts where nothing but area is asked for (docs/rules.md rules 10 and 13).

#include "domain/transport/transport_problem.hpp"

namespace fieldgap {

/// The same givers, takers, offers and caps: without lots, places and budget, for the objective `area`. What leases took stays taken.
TransportProblem of_area_alone(TransportProblem problem);

} // namespace fieldgap
