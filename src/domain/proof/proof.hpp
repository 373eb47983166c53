#pragma once
// What a result proves of itself, as one step after the analysis.

#include "domain/proof/certificate.hpp"
#include "domain/proof/future_gaps.hpp"
#include "domain/proof/ledger.hpp"
#include "domain/proof/scarcity.hpp"

#include <vector>

namespace fieldgap {

struct Proof
{
    std::vector<CertificateRow> certificate;
    std::vector<LedgerRow> ledger;
    std::vector<FutureGap> future_gaps;
    Scarcity scarcity;
};

Proof proof_of(const AnalysedCity& analysed, const FigureSources& sources);

} // namespace fieldgap
