#pragma once
// Which layer may be which input of a city, by its name, shape, columns and values; the evidence is kept, in words.

#include "layers/guess/layer_facts.hpp"
#include "layers/guess/role_vocabulary.hpp"
#include "layers/guess/street_supply.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

/// Why a layer may serve a role, or not (fewer than no points).
struct Evidence
{
    int points = 0;
    std::string text;
};

/// A layer, or those of its rows that a filter leaves, as an input.
struct Candidate
{
    Role role = Role::schools;
    std::size_t layer = 0;           ///< position in the list of layers
    std::string where;               ///< empty: all rows
    std::vector<std::uint32_t> rows; ///< positions of its features, ascending
    std::vector<Evidence> evidence;
    StreetSupply streets = {}; ///< of a network

    int score() const;
};

/// With fewer points a layer is not taken for the role.
inline constexpr int enough_points = 30;
/// Two candidates that are nearer to each other are about equally good.
inline constexpr int clear_margin = 15;

/// All that the layers could be by themselves, in the order of the layers; those of sites for `screen` (by their name) are none. A
/// layer that a column of kinds sorts is a candidate with a filter where only some of its rows are of the role.
std::vector<Candidate> candidates_of(const std::vector<LayerFacts>& layers);

/// Amounts of the national evaluation and no pupils: such a table is `indicators`, and no enrolment.
bool gives_amounts_only(const LayerFacts& facts);

/// True for layers of candidate estates, which no input takes.
bool is_of_sites(const LayerFacts& facts);

} // namespace fieldgap
