#pragma once
// The waterfall of a result as rows of blocks.

#include "cli/page.hpp"
#include "domain/city/settings.hpp"
#include "domain/plan/waterfall.hpp"

#include <vector>

namespace fieldgap {

/// The signs that bars are made of: a whole column, and what is too little for one.
struct BlockSigns
{
    const char* whole;
    const char* trace;
};

inline constexpr BlockSigns unicode_blocks = {"█", "▏"};
inline constexpr BlockSigns ascii_blocks = {"#", "|"};

/// A row for what is required, what the schools have, each of these channels, and what stays; each begins where the one before it ended.
/// Chinese lines up.
void add_waterfall(cli::Page& page, const Waterfall& waterfall, const std::vector<Channel>& channels, const BlockSigns& signs);

} // namespace fieldgap
