#pragma once
// The strike-off register in a result: its tables as they stand after the run, and the schools on the map.

#include "layers/result/result_view.hpp"

namespace fieldgap {

/// Schools with an issue, by id; of one that is not in this run neither name nor place is known.
void write_strike_off(gis::GeoPackage& file, const ResultView& view);

/// register, register_history, register_runs, register_amounts; empty without a register.
void write_register(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
