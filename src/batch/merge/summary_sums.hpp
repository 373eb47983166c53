#pragma once
// The table `summary` of many cities.

#include "gis/io/geopackage/geopackage.hpp"
#include "layers/output/summary_lines.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fieldgap {

/// A figure of many cities, and of how many.
struct SummedLine
{
    SummaryLine line;        ///< its value is absent where no city knows it
    std::int64_t cities = 0; ///< that know the value
};

class SummarySums
{
public:
    /// The summary of one more city.
    void add(const std::vector<SummaryLine>& lines);

    /// Of `all` cities, as many as were added and others without a result. In the order of the keys of the cities.
    std::vector<SummedLine> lines(std::size_t all) const;

private:
    struct Sum
    {
        SummedLine figure;
        std::int64_t said = 0; ///< by so many cities, be it as unknown
        bool is_common = true; ///< all said the same
    };

    Sum& sum_of(const SummaryLine& line, std::size_t after);
    bool is_told(const Sum& sum) const;

    std::vector<Sum> sums_;
    std::map<std::string, std::int64_t> cities_with_years_; ///< of each kind of years
    std::int64_t cities_ = 0;
};

/// The table: key, value, unit, cities.
gis::LayerSchema summary_schema();
std::vector<gis::Cell> cells_of(const SummedLine& sum);

} // namespace fieldgap
