#include "layers/places/place_evidence.hpp"

#include "layers/places/chinese_signs.hpp"
#include "layers/places/country_signs.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool is_of_same_place(const PlaceSign& a, const PlaceSign& b)
{
    return a.country == b.country && a.within.min_x == b.within.min_x && a.within.min_y == b.within.min_y;
}

/// What several tables say counts once, by the one that says it most clearly.
void keep_weightier(PlaceSigns& signs, const PlaceSign& sign)
{
    const auto same = std::find_if(signs.begin(), signs.end(), [&](const PlaceSign& one) { return is_of_same_place(one, sign); });
    if (same == signs.end()) {
        signs.push_back(sign);
    } else if (sign.weight > same->weight) {
        *same = sign;
    }
}

} // namespace

PlaceEvidence place_evidence_of(std::span<const NamedTable> tables)
{
    PlaceEvidence evidence;
    for (const NamedTable& table : tables) {
        const TableTexts texts = texts_of(*table.rows, table.path);
        for (const PlaceSigns& signs : {chinese_signs_of(texts), country_signs_of(texts)}) {
            for (const PlaceSign& sign : signs) {
                keep_weightier(evidence.signs, sign);
            }
        }
        evidence.titles.insert(evidence.titles.end(), texts.headings.begin(), texts.headings.end());
        evidence.titles.insert(evidence.titles.end(), texts.names.begin(), texts.names.end());
        for (const SystemSign& sign : system_signs_of(texts)) {
            if (std::find(evidence.systems.begin(), evidence.systems.end(), sign) == evidence.systems.end()) {
                evidence.systems.push_back(sign);
            }
        }
    }
    std::stable_sort(evidence.signs.begin(), evidence.signs.end(),
                     [](const PlaceSign& a, const PlaceSign& b) { return a.weight > b.weight; });
    return evidence;
}

} // namespace fieldgap
