#pragma once
// Ctrl-C and SIGTERM end a run at its next safe point, so that no half-written file is left.

namespace fieldgap::cli {

/// From now on SIGINT and SIGTERM only set a flag; a second one exits at once with 130.
void watch_interrupts();

bool is_interrupted();

/// Throws gis::Interrupted once a signal has come. Cheap enough for loops.
void throw_if_interrupted();

} // namespace fieldgap::cli
