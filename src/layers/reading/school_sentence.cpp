#include "layers/reading/school_sentence.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_look.hpp"
#include "words/words.hpp"

#include <vector>

namespace fieldgap {
namespace {

using words::Text;
using words::text_of;

std::string area(const std::string& column)
{
    return words::fill("format_number(\"{}\", 0)", {column});
}

std::string text(Text id)
{
    return gis::quoted_text(text_of(id));
}

std::string name_in(const char* layer, const char* id_column)
{
    return words::fill("attribute(get_feature('{}', '{}', \"from_id\"), 'name')", {gis::layer_id(layer), id_column});
}

/// What stands between two things of a list.
std::string between_two()
{
    return words::translate(Text::tip_list_mark, {"", ""});
}

/// Each row of the ledger that gives, in its order.
std::string gifts(Cities cities)
{
    const std::string one = "CASE WHEN \"basis\" = 'rent' THEN " +
                            gis::sentence(text_of(Text::tip_rented), {area("m2"), giver_name(cities)}) + " WHEN \"basis\" = 'share' THEN " +
                            gis::sentence(text_of(Text::tip_shared), {area("m2"), giver_name(cities)}) +
                            " WHEN \"basis\" = 'basement' THEN " + gis::sentence(text_of(Text::tip_basement), {area("m2")}) +
                            " WHEN \"basis\" = 'expand' THEN " + gis::sentence(text_of(Text::tip_expanded), {area("m2")}) + " END";
    const std::string same_city = cities == Cities::many ? " AND \"city\" = attribute(@parent, 'city')" : "";
    return words::fill("try(aggregate(layer:='{}', aggregate:='concatenate', expression:={}, filter:=\"school_id\" = attribute(@parent, "
                       "'school_id'){} AND \"basis\" IN ('rent', 'share', 'basement', 'expand'), concatenator:={}), '')",
                       {gis::layer_id("ledger"), one, same_city, gis::quoted_text(between_two())});
}

} // namespace

std::string giver_name(Cities cities)
{
    // QGIS 3.22 finds a row by one column alone, and ids of two cities may be the same.
    return cities == Cities::many
               ? R"("from_id")"
               : words::fill("coalesce({}, {}, \"from_id\")", {name_in("venues", "venue_id"), name_in("schools", "school_id")});
}

std::string school_sentence(Cities cities)
{
    const std::string given = words::fill("coalesce(nullif({}, ''), {})", {gifts(cities), text(Text::tip_nothing)});
    const std::string rest = words::fill("CASE WHEN \"residual_m2\" > 0 THEN {} ELSE {} END",
                                         {gis::sentence(text_of(Text::tip_remains), {area("residual_m2")}), text(Text::tip_closed)});
    return words::fill("CASE WHEN \"status\" = 'branch' THEN {} WHEN \"status\" = 'none' THEN {} WHEN \"gap_m2\" IS NULL THEN {} "
                       "WHEN \"gap_m2\" > 0 THEN {} ELSE {} END",
                       {text(Text::tip_branch), text(Text::tip_none), text(Text::tip_unknown),
                        gis::sentence(text_of(Text::tip_short), {area("gap_m2"), given, rest}),
                        gis::sentence(text_of(Text::tip_meets), {area("own_m2"), area("required_m2")})});
}

std::string venue_sentence()
{
    return gis::sentence(text_of(Text::tip_venue), {area("area_m2"), area("rented_m2"), "\"schools_in_reach\""});
}

} // namespace fieldgap
