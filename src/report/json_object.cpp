#include "report/json_object.hpp"

#include "report/layer_columns.hpp"

namespace fieldgap {

JsonObject& JsonObject::json(std::string_view name, const std::string& value)
{
    members_ += (members_.empty() ? "" : ",") + json_text(std::string(name)) + ":" + value;
    return *this;
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value)
{
    return json(name, json_text(std::string(value)));
}

JsonObject& JsonObject::figure(std::string_view name, std::optional<double> value)
{
    return json(name, value ? json_number(*value) : "null");
}

JsonObject& JsonObject::count(std::string_view name, std::optional<std::int64_t> value)
{
    return json(name, value ? std::to_string(*value) : "null");
}

JsonObject& JsonObject::flag(std::string_view name, bool value)
{
    return json(name, value ? "true" : "false");
}

} // namespace fieldgap
