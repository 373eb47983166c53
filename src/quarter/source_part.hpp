#pragma once
// What a result says of what it was made of.

#include "quarter/variation_part.hpp"

namespace fieldgap::quarter {

struct SourceDocument
{
    std::vector<Source> sources;
    std::optional<Date> plan_until;
    VariationLimits variation_limits;
};

/// `metadata`: the provenance of a result, JSON. What it does not say, or says in another form, is absent.
SourceDocument source_document(const std::string& metadata);

} // namespace fieldgap::quarter
