#include "domain/compare/causes.hpp"

namespace fieldgap {

ExactArea CauseAmounts::sum() const
{
    ExactArea all;
    for (const ExactArea one : m2) {
        all += one;
    }
    return all;
}

CauseAmounts& CauseAmounts::operator+=(const CauseAmounts& other)
{
    for (const Cause cause : all_causes) {
        (*this)[cause] += other[cause];
    }
    return *this;
}

} // namespace fieldgap
