#pragma once
// The whole analysis of a city as one short function.

#include "domain/analysis/district.hpp"
#include "domain/gap/measured_city.hpp"

#include <functional>
#include <string_view>

namespace fieldgap {

/// Everything that was found out; lists are parallel to those of the City.
struct Results
{
    Ownership owns;
    DrawnGround drawn;
    CampusShares shares;
    std::vector<Enrolment> enrolled;
    std::vector<std::optional<Need>> needs;
    std::vector<Supply> supplies;
    std::vector<Assessment> assessments;
    std::vector<VenueGround> venue_grounds;
    Reach reach;
    Allocation allocation;
    Districts districts;
    Findings findings;
};

MeasuredCity measured_city(const City& city, const Results& results, const Settings& settings);

/// A city with all of it; borrowed.
struct AnalysedCity
{
    const City& city;
    const Results& results;
    const WalkNetworkView& walking;
    const Settings& settings;

    MeasuredCity measured() const { return measured_city(city, results, settings); }
};

/// Steps of the analysis, for progress; called before each.
enum class Step : std::uint8_t { measure, walk, allocate, sum_up };
using OnStep = std::function<void(Step)>;

/// All that needs no walking: whose ground it is, what is needed, what is there, what is doubtful. Reach, allotments and districts stay
/// empty; the findings are those that `analyse` reports before its walk.
Results measure(const City& city, const Settings& settings);

/// Makes anew what of the results is borrowed from the city: after both were read back from a file.
void borrow_again(const City& city, Results& results);

Results analyse(const City& city, const WalkNetworkView& walking, const Settings& settings, const OnStep& on_step);

} // namespace fieldgap
