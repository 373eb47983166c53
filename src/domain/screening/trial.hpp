#pragma once
// Pupils of some estates tried on the city's schools: who sits where, and whose ground falls behind (docs/rules.md section 6).

#include "domain/screening/reallocation.hpp"
#include "domain/seats/estate_walks.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// A city before estates come to it; everything is borrowed.
struct VerdictContext
{
    const City& city;
    const Results& results;
    const WalkNetworkView& walking;
    const Settings& settings;
    std::span<const SchoolStanding> schools; ///< parallel to City::schools
    const Reallocation& reallocation;
};

/// Which schools take in whom. `planned`: planned ones too, from their open_year on, for an estate whose first year is not earlier. What
/// nobody knows counts against the estate (unknown seats are none), `at_best` for it: unknown seats are plenty, and a planned school counts
/// for an estate whose first year is unknown.
enum class Admission : std::uint8_t { open, planned, open_at_best, planned_at_best };

inline constexpr std::array<Admission, 4> all_admissions = {Admission::open, Admission::planned, Admission::open_at_best,
                                                            Admission::planned_at_best};

constexpr bool counts_planned(Admission admission)
{
    return admission == Admission::planned || admission == Admission::planned_at_best;
}

constexpr bool is_at_best(Admission admission)
{
    return admission == Admission::open_at_best || admission == Admission::planned_at_best;
}

template <class T>
struct PerAdmission
{
    std::array<T, 4> values{};

    T& operator[](Admission admission) { return values[static_cast<std::size_t>(admission)]; }
    const T& operator[](Admission admission) const { return values[static_cast<std::size_t>(admission)]; }
};

/// An estate that comes, with all its pupils at once.
struct IncomingEstate
{
    const EstateWalks* walks = nullptr; ///< of the list in which it stands; borrowed
    std::uint32_t position = 0;         ///< in that list
    PupilLoad pupils;                   ///< stages that are not known bring nobody
    PerStage<bool> is_unknown;
    std::optional<std::int64_t> first_year;

    std::span<const EstateWalk> ways() const { return walks->of(position); }
    bool has_pupils(Stage stage) const { return pupils[stage] > ExactPupils(); }
};

/// The planned estates of a list, in its order.
std::vector<IncomingEstate> incoming_estates(const VerdictContext& context, const EstateWalks& walks);

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
    SeatsTaken() = default;
    explicit SeatsTaken(std::size_t schools) : load(schools), is_unclear(schools) {}

    std::vector<PupilLoad> load;  ///< parallel to City::schools
    std::vector<bool> is_unclear; ///< parallel to City::schools: named in `unclear`
    std::vector<UnclearSeats> unclear;
};

PerAdmission<SeatsTaken> nothing_taken(const VerdictContext& context);

/// Pupils of one stage of one estate at one school.
struct Placed
{
    std::uint32_t incoming = 0; ///< position among the estates that are tried together
    EstateWalk walk;
    Stage stage{};
    ExactPupils pupils; ///< more than none
};

struct LoadedSchool
{
    SchoolIndex school{};
    PupilLoad load;
};

/// A school whose ground falls further behind than the allocation as it stands leaves it.
struct Breach
{
    SchoolIndex school{};
    std::optional<ExactArea> by; ///< absent: its ground or its need is unknown
};

struct Trial
{
    Admission admission{};
    LoadCount count{};               ///< of `loads` and `breaches`
    std::vector<Placed> placed;      ///< by estate, stage, school
    std::vector<PupilLoad> without;  ///< per estate: pupils without a seat
    std::vector<LoadedSchool> loads; ///< schools that receive anybody, ascending
    std::vector<Breach> breaches;    ///< of those, ascending

    const Breach* breach_of(SchoolIndex school) const;
    /// What is placed of one estate.
    std::span<const Placed> placed_of(std::size_t incoming) const;
    /// Schools to which one of the estates sends pupils, or any of them; ascending.
    std::vector<SchoolIndex> receiving(std::size_t incoming) const;
    std::vector<SchoolIndex> receiving() const;
};

/// All estates at once, a seat given once (see `seated`), on top of what is taken.
Trial tried(const VerdictContext& context, std::span<const IncomingEstate> incoming, const SeatsTaken& taken, Admission admission,
            LoadCount count = LoadCount::exact);

/// The load of the city with what a trial adds; parallel to City::schools.
std::vector<PupilLoad> loads_with(const SeatsTaken& taken, const Trial& trial);

/// True where pupils of this stage may walk there and are taken in.
bool may_go(const VerdictContext& context, const IncomingEstate& incoming, const EstateWalk& walk, Stage stage, Admission admission);

/// Seats of a stage with those ahead seated, as `seats_*` shows them: negative where the school is overfull; absent where a number is
/// missing, or somebody of unknown number may sit there. Whole seats: half a pupil takes one.
std::optional<std::int64_t> seats_shown(const VerdictContext& context, SchoolIndex school, Stage stage, const SeatsTaken& taken);

/// Seats left to newcomers: never negative; plenty where they are unknown and that counts for the estate.
ExactPupils seats_left(const VerdictContext& context, SchoolIndex school, Stage stage, const SeatsTaken& taken, Admission admission);

} // namespace fieldgap
