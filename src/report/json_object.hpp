#pragma once
// JSON written member by member; figures to four places, what is unknown null.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

class JsonObject
{
public:
    JsonObject& text(std::string_view name, std::string_view value);
    JsonObject& figure(std::string_view name, std::optional<double> value);
    JsonObject& count(std::string_view name, std::optional<std::int64_t> value);
    JsonObject& flag(std::string_view name, bool value);
    /// `value` is JSON.
    JsonObject& json(std::string_view name, const std::string& value);

    std::string str() const { return "{" + members_ + "}"; }

private:
    std::string members_; ///< joined by commas
};

/// A list of what `part` makes of each: JSON.
template <class Values, class Part>
std::string json_list(const Values& values, Part part)
{
    std::string items;
    for (const auto& value : values) {
        items += (items.empty() ? "" : ",") + part(value);
    }
    return "[" + items + "]";
}

} // namespace fieldgap
