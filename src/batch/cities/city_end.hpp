#pragma once
// A city of a batch and how it stands.

#include "batch/cities/city_state.hpp"
#include "batch/cities/find_cities.hpp"

namespace fieldgap {

struct CityEnd
{
    BatchCity city;
    CityOutcome outcome;
};

} // namespace fieldgap
