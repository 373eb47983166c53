#pragma once
// Which table and which column gave the official figures of each school.

#include "domain/city/figure_source.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fieldgap {

/// The official figures of the schools at one time of reading.
class OfficialFigures
{
public:
    explicit OfficialFigures(const std::vector<School>& schools);

    /// Taken down once the enrolment table is joined and before sports_m2 is parted; `of_register` before the join, `settled` are the
    /// schools in the end. A figure that both tables give alike is the register's.
    FigureSources sources(const OfficialFigures& of_register, const std::vector<School>& settled) const;

private:
    struct Figures
    {
        std::array<std::optional<double>, 3> by_kind;
        std::optional<double> sports_m2, sports_m2_per_pupil;
    };

    Figures of(const std::string& id) const;

    std::unordered_map<std::string, Figures> of_school_; ///< those with any
};

} // namespace fieldgap
