#include "synth/synth.hpp"

#include "synth/model.hpp"
#include "synth/writing.hpp"

namespace fieldgap {

void synthesise(const SynthSettings& settings)
{
    check_files(settings);
    write_city(synthetic_city(settings), settings);
}

} // namespace fieldgap
