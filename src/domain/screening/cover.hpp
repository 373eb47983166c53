#pragma once
// Whether estates have schools within the walk (docs/rules.md section 6, `covered`).

#include "domain/screening/trial.hpp"
#include "domain/seats/unknown_stage.hpp"

#include <optional>

namespace fieldgap {

/// Borrows the city.
class Cover
{
public:
    explicit Cover(const VerdictContext& context);

    /// An open school of each stage in the limit, for planned estates one with seats; absent where unknown seats or stages decide.
    std::optional<bool> of(const EstateWalks& walks, std::uint32_t estate, const SeatsTaken& taken) const;

private:
    std::optional<bool> of_stage(const EstateWalks& walks, std::uint32_t estate, const SeatsTaken& taken, Stage stage) const;

    const VerdictContext& context_;
    SchoolsOfUnknownStage of_unknown_stage_;
};

} // namespace fieldgap
