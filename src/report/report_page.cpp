#include "report/report_page.hpp"

#include "report/packed_text.hpp"
#include "report/page_template.hpp"

#include <stdexcept>
#include <string_view>

namespace fieldgap {
namespace {

constexpr std::string_view language_place = "__FIELDGAP_LANG__";
constexpr std::string_view data_place = "__FIELDGAP_DATA__";

/// The template up to a place that is filled, which is taken off it.
std::string_view before(std::string_view place, std::string_view& rest)
{
    const auto at = rest.find(place);
    if (at == std::string_view::npos) {
        throw std::logic_error("the page has no place for its data");
    }
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at + place.size());
    return part;
}

} // namespace

std::string report_page(const ReportData& data, words::Language language)
{
    const std::string_view name = words::language_names[static_cast<std::size_t>(language)];
    std::string_view rest = page_template();
    std::string page;
    for (const std::string_view place : {language_place, language_place, data_place}) {
        page += before(place, rest);
        page += place == data_place ? packed_text(data.json) : std::string(name);
    }
    return page += rest;
}

} // namespace fieldgap
