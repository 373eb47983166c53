#pragma once
// Where one may walk into an estate.

#include "domain/walk/group_entries.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// Outline, or the point of an estate without ground. Borrowed from the estate.
Site estate_site(const Estate& estate);

/// Gates of owner_kind estate (or none) that name the estate, or name nobody and stand within 5 m of its outline; gates of one's own before
/// those of OSM, group by group as `entries_of` has it; else the outline at steps of 5 m; else the point. Gates for schools only open no
/// estate. Parallel to the estates.
std::vector<Entries> estate_entries(std::span<const Estate> estates, std::span<const Gate> gates);

} // namespace fieldgap
