#pragma once
// Pupils of some estates tried on the city's schools: who sits where, and whose ground falls behind.

#include "domain/seats/catchment.hpp"
#include "domain/seats/estate_walks.hpp"
#include "domain/seats/school_standing.hpp"
#include "domain/seats/seating.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// Somebody of whom no number is known may sit here.
struct UnclearSeats
{
    SchoolIndex school{};
    Stage stage{};
    std::string estate_id;
};

/// What has been taken already when an estate comes.
struct SeatsTaken
{
    explicit SeatsTaken(std::size_t schools = 0) : load(schools), is_unclear(schools) {}

    std::vector<PupilLoad> load;  ///< parallel to City::schools
    std::vector<bool> is_unclear; ///< parallel to City::schools: named in `unclear`
    std::vector<UnclearSeats> unclear;
};

/// An estate that comes, with all its pupils at once. Pointers are borrowed.
struct IncomingEstate
{
    std::uint32_t estate = 0; ///< position in the list that `walks` and `catchments` are parallel to
    const EstateWalks* walks = nullptr;
    const std::vector<CatchmentSchools>* catchments = nullptr;
    PupilLoad pupils;
    std::optional<std::int64_t> first_year;
};

/// Which schools take in whom. Unknown seats count as none; `optimistic` as plenty. Planned schools count from their open_year on, for an
/// estate whose first year is not earlier (optimistic: whose first year is unknown, too).
struct Admission
{
    bool planned_schools = false;
    bool optimistic = false;
};

struct Placed
{
    std::uint32_t incoming = 0;
    EstateWalk walk;
    Stage stage{};
    ExactPupils pupils; ///< more than none
};

struct LoadedSchool
{
    SchoolIndex school{};
    PupilLoad load;
};

struct Trial
{
    std::vector<Placed> placed;      ///< by comer, stage, school
    std::vector<PupilLoad> without;  ///< per comer: pupils without a seat
    std::vector<LoadedSchool> loads; ///< schools that receive anybody, ascending

    bool all_seated() const;
};

/// True where pupils of this stage may walk there and are taken in.
bool may_go(const IncomingEstate& incoming, const EstateWalk& walk, Stage stage, Admission admission,
            std::span<const SchoolStanding> schools, const EstateSettings& settings);

/// Seats left to newcomers: never negative; plenty where they are unknown and `optimistic`.
ExactPupils seats_left(const SchoolStanding& school, Stage stage, const PupilLoad& taken, bool is_unclear, bool optimistic);

/// All comers at once, a seat given once (see `seated`).
Trial tried(std::span<const IncomingEstate> all_incoming, const SeatsTaken& taken, Admission admission,
            std::span<const SchoolStanding> schools, const EstateSettings& settings);

/// A school whose ground falls further behind than the allocation as it stands leaves it.
struct Breach
{
    SchoolIndex school{};
    std::optional<ExactArea> by; ///< absent: its ground or its need is unknown
};

/// With `lower_bound` a school's new pupils count as being of whichever stage asks less of it: a lower bound that depends on their sum
/// only.
std::vector<Breach> breaches(const Trial& trial, const SeatsTaken& taken, std::span<const SchoolStanding> schools, const Standard& standard,
                             bool lower_bound = false);

/// Their new pupils as `lower_bound` counts them.
PupilLoad lightest_load(const SchoolStanding& school, const PupilLoad& taken, const PupilLoad& load, const Standard& standard);

} // namespace fieldgap
