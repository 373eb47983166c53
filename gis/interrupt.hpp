#pragma once
// Whether the user wants the work to end (Ctrl-C, SIGTERM). Asked wherever a loop over data of a file's own size begins another round.

namespace gis {

/// From now on the work is to end. Safe in a signal handler.
void request_interrupt() noexcept;

/// One relaxed load: cheap enough for inner loops.
bool is_interrupted() noexcept;

/// Throws Interrupted (gis/error.hpp) once an end was asked for.
void throw_if_interrupted();

} // namespace gis
