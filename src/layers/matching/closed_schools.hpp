#pragma once
// Schools that a register calls closed: what other layers say of them is of no school of the city.

#include "domain/city/city.hpp"
#include "layers/matching/school_finder.hpp"

#include <string>
#include <vector>

namespace fieldgap {

class ClosedSchools
{
public:
    ClosedSchools(const std::vector<School>& closed, const std::vector<School>& open) : closed_(closed), open_(open) {}

    /// A closed school is meant, by id or name, and no open one.
    bool are_meant_by(const std::string& written) const;

private:
    SchoolFinder closed_;
    SchoolFinder open_;
};

/// Branches of closed schools stand alone; the campuses that name them, and their own grounds, are campuses that name nobody. `schools`:
/// those that are not closed.
void forget_closed_schools(const std::vector<School>& closed, std::vector<School>& schools, std::vector<Campus>& campuses);

/// Fields and gates that name a closed school are given by location. The schools of `city` are those that are not closed.
void forget_closed_schools(const std::vector<School>& closed, City& city);

} // namespace fieldgap
