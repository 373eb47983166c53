#pragma once
// The steps that fill the land: each adds its things to the city.

#include "synth/model.hpp"
#include "synth/roster.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Schools, their campuses, fields and gates. `parcels` are as many as plans that are no guests.
void add_schools(SyntheticCity& made, const std::vector<SchoolPlan>& plans, std::vector<Parcel> parcels, std::uint64_t seed);

/// A campus whose school has left.
void add_deserted_campus(SyntheticCity& made, const Parcel& parcel, Random random);

/// A field on nobody's campus.
void add_stray_field(SyntheticCity& made, const Parcel& parcel, Random random);

void add_venues(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);

/// Existing and planned estates; some of the planned owe the city a school that is planned too.
void add_estates(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);
void add_sites(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);

/// `main` or `side`.
void add_gate(SyntheticCity& made, OwnerKind owner, const std::string& owner_id, const char* kind, const gis::Point& at);

/// A letter and a number with leading zeros, so that ids sort as they count.
std::string numbered(std::string_view letter, std::size_t number, int digits);

/// The point at a share of the way from `a` to `b`.
gis::Point on_edge(const gis::Point& a, const gis::Point& b, double share);

} // namespace fieldgap
