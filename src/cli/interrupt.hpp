#pragma once
// Ctrl-C and SIGTERM end a run at its next safe point (gis/interrupt.hpp), or, where a library does not come back to one, within two
// seconds.

namespace fieldgap::cli {

/// From now on SIGINT and SIGTERM ask for an end; a second one exits at once with 130. What has not ended `grace` (1.5 s) after the first
/// is ended from beside, in any step: `clean_up` is called on a thread of its own and the process exits with 130. Signals of failed writes
/// are ignored, so that the write itself says what went wrong.
void watch_interrupts(void (*clean_up)());

} // namespace fieldgap::cli
