#include "domain/proof/proof.hpp"

namespace fieldgap {

Proof proof_of(const AnalysedCity& analysed, const FigureSources& sources)
{
    return {certificate_of(analysed), ledger(analysed, sources), future_gaps(analysed), scarcity(analysed)};
}

} // namespace fieldgap
