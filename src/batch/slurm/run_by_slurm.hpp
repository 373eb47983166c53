#pragma once
// All cities of a batch as array jobs of Slurm. Shared state is files in OUTDIR; Slurm is only asked what is queued yet.

#include "batch/slurm/slurm_batch.hpp"
#include "batch/work/run_cities.hpp"
#include "cli/log.hpp"

namespace fieldgap {

/// As `run_cities`, by tasks of array jobs. A city whose task ended without its outcome (it was killed, its node was lost) is submitted
/// again, twice at most, then told of as `crashed`. Jobs that an earlier batch left in this folder are ended first. Throws gis::WriteError
/// where the job is refused. Once the user wants an end all jobs are cancelled, what has ended is told of, and gis::Interrupted is thrown.
void run_by_slurm(const SlurmBatch& batch, cli::Log& log, const OnEnd& on_end);

} // namespace fieldgap
