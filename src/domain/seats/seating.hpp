#pragma once
// Who goes where: pupils of estates to seats of schools, all at once, a seat given once.

#include "domain/city/exact_amount.hpp"
#include "domain/city/stage.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// Pupils of one stage of one estate.
struct SeatDemand
{
    Stage stage{};
    ExactPupils pupils;
};

struct SeatSupply
{
    PerStage<ExactPupils> seats{};
    ExactPupils room; ///< of all stages together
};

/// These pupils may go to this school.
struct SeatWay
{
    std::uint32_t demand = 0;
    std::uint32_t school = 0; ///< position in `supplies`
    double walk_m = 0.0;
};

/// Demands by estate id and stage, supplies by school id, ways by demand, then school: so that the order of the input never matters.
struct SeatingProblem
{
    std::vector<SeatDemand> demands;
    std::vector<SeatSupply> supplies;
    std::vector<SeatWay> ways;
};

struct SeatingPlan
{
    std::vector<ExactPupils> seated;  ///< per way
    std::vector<ExactPupils> without; ///< per demand: pupils without a seat
};

/// As many pupils seated as possible; among those the least sum of pupils x walk_m (to 1 mm); ties go to schools that come first, and there
/// to demands that come first. Exact in thousandths of a pupil. Negative amounts count as none.
SeatingPlan seated(const SeatingProblem& problem);

} // namespace fieldgap
