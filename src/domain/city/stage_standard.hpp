#pragma once
// How much ground the pupils of one stage are to have together (docs/rules.md rule 3).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// From so many pupils on: an area for all of them together, and one for each.
struct StandardStep
{
    std::int64_t from_pupils = 1;
    double base_m2 = 0.0;
    double m2_per_pupil = 0.0;

    double required_m2(double pupils) const { return base_m2 + m2_per_pupil * pupils; }
    friend bool operator==(const StandardStep&, const StandardStep&) = default;
};

/// The standard of a stage: m2 per pupil, a constant beside them, or steps by the number of pupils. One pupil more never needs less.
class StageStandard
{
public:
    static StageStandard per_pupil(double m2) { return StageStandard({{1, 0.0, m2}}); }

    /// The first step holds for few pupils too. Precondition: not empty, from_pupils rising, first_fall finds nothing.
    explicit StageStandard(std::vector<StandardStep> steps);

    /// R(n): 0 for nobody. The step holds with the greatest from_pupils that is not above the pupils, to a thousandth of a pupil; parts of
    /// a pupil below a step need no more than the whole pupils with which it begins, so that R never falls between them either.
    double required_m2(double pupils) const;

    /// R(n) / n. Precondition: there are pupils.
    double m2_per_pupil(double pupils) const;

    /// The same for every pupil, however many there are: a number in the config.
    bool is_per_pupil() const { return steps_.size() == 1 && steps_.front().base_m2 == 0.0; }

    std::span<const StandardStep> steps() const { return steps_; }
    friend bool operator==(const StageStandard&, const StageStandard&) = default;

private:
    std::vector<StandardStep> steps_;
};

/// The first of these steps under which its first pupils need less than one pupil fewer under the step before: most likely a typing error.
std::optional<std::size_t> first_fall(std::span<const StandardStep> steps);

} // namespace fieldgap
