#pragma once
// What the writers of a result read.

#include "domain/analysis/walk_results.hpp"
#include "domain/options/gate_options.hpp"
#include "domain/proof/certificate.hpp"
#include "domain/proof/future_gaps.hpp"
#include "domain/proof/ledger_row.hpp"
#include "domain/screening/estate_results.hpp"
#include "gis/io/geopackage/geopackage.hpp"

#include <span>

namespace fieldgap {

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
    std::span<const CertificateRow> certificate = {};
    std::span<const LedgerRow> ledger = {};
    std::span<const FutureGap> future_gaps = {};

    AnalysedCity analysed() const { return {city, results, walking, settings}; }
};

} // namespace fieldgap
