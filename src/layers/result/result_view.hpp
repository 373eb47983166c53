#pragma once
// What the writers of a result read.

#include "domain/analysis/walk_results.hpp"
#include "domain/indicators/district_readings.hpp"
#include "domain/new_venues/venue_options.hpp"
#include "domain/options/gate_options.hpp"
#include "domain/proof/proof.hpp"
#include "domain/register/register_run.hpp"
#include "domain/screening/estate_results.hpp"
#include "gis/io/geopackage/geopackage.hpp"

#include <span>

namespace fieldgap {

inline const VenueOptions no_venue_options;

/// Borrowed.
struct ResultView
{
    const City& city;
    const Results& results;
    const EstateResults& estates;
    const WalkResults& walks;
    const WalkNetworkView& walking;
    const Settings& settings;
    bool with_streets = false; ///< [output] streets
    std::span<const GateOption> gate_options = {};
    const VenueOptions& venue_options = no_venue_options;
    const Proof* proof = nullptr;                 ///< none in `screen`
    const IndicatorFigures* indicators = nullptr; ///< likewise
    const RegisterAfter* strike_off = nullptr;    ///< none without a register

    AnalysedCity analysed() const { return {city, results, walking, settings}; }
};

} // namespace fieldgap
