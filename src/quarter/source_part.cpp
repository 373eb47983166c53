#include "quarter/source_part.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap::quarter {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<double> number_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

Source source_of(const Json& input)
{
    return {text_of(input, "input"),  text_of(input, "path"),     text_of(input, "layer"),
            text_of(input, "crs"),    text_of(input, "encoding"), text_of(input, "sha256"),
            number_of(input, "rows"), number_of(input, "used"),   number_of(input, "left_out")};
}

/// An object of an object; empty where there is none.
Json part_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? *found : Json::object();
}

} // namespace

SourceDocument source_document(const std::string& metadata)
{
    SourceDocument said;
    const Json document = Json::parse(metadata, nullptr, false);
    if (!document.is_object()) {
        return said;
    }
    const auto inputs = document.find("inputs");
    for (std::size_t i = 0; inputs != document.end() && inputs->is_array() && i < inputs->size(); ++i) {
        if ((*inputs)[i].is_object()) {
            said.sources.push_back(source_of((*inputs)[i]));
        }
    }
    const Json config = part_of(document, "config");
    said.plan_until = date_of_text(text_of(part_of(config, "plan"), "until"));
    const Json standards = part_of(config, "standards");
    said.variation_limits = {number_of(standards, "cv_primary"), number_of(standards, "cv_junior")};
    return said;
}

} // namespace fieldgap::quarter
