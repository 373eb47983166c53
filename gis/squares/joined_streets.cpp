#include "gis/squares/joined_streets.hpp"

#include "gis/joining/ends_at_one_place.hpp"
#include "gis/squares/square_joining.hpp"

#include <utility>

namespace gis {

Streets joined(UnjoinedStreets ways, Squares squares)
{
    Streets streets = std::move(ways.lines);
    streets.trunk_ways_barred = ways.barred_trunk.size();
    for (const CountedWay& way : ways.barred_trunk) {
        streets.trunk_barred_m += way.metres;
    }
    join_ends_at_one_place(streets, ways.level_of_line);
    if (squares == Squares::across) {
        join_squares(streets, ways.squares, ways.first_line_of_way, std::move(ways.level_of_line));
    }
    return streets;
}

} // namespace gis
