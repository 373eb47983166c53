#pragma once
// The commands: where reading, analysing and writing meet. Each returns the exit code of a finished run and throws otherwise
// (gis/error.hpp).

#include "cli/log.hpp"
#include "cli/options.hpp"

namespace fieldgap {

/// Read, check, measure, walk, allocate, write.
int run_city(const cli::RunOptions& options, cli::Log& log);

/// Read, check and measure only; writes the layer data_issues.
int check_city(const cli::CheckOptions& options, cli::Log& log);

/// Read the city (or take it as it was prepared), read the sites, screen them, write.
int screen_sites(const cli::ScreenOptions& options, cli::Log& log);

/// Looks at files and writes a commented config for them; 0 also where questions are left in it.
int init_city(const cli::InitOptions& options, cli::Log& log);

int make_synthetic_city(const cli::SynthOptions& options, cli::Log& log);

} // namespace fieldgap
