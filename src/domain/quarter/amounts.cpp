#include "domain/quarter/amounts.hpp"

#include <map>
#include <string_view>

namespace fieldgap::quarter {

bool Change::is_same() const
{
    return before && now && before->value == now->value && before->text == now->text;
}

std::vector<Change> changes(std::span<const Amount> before, std::span<const Amount> now)
{
    std::vector<Change> all;
    std::map<std::string_view, std::size_t> places;
    const auto of_key = [&](const Amount& amount) -> Change& {
        const auto [place, is_new] = places.emplace(amount.key, all.size());
        if (is_new) {
            all.push_back({amount.key, {}, {}});
        }
        return all[place->second];
    };
    for (const Amount& amount : now) {
        Change& change = of_key(amount);
        change.now = change.now ? change.now : amount;
    }
    for (const Amount& amount : before) {
        Change& change = of_key(amount);
        change.before = change.before ? change.before : amount;
    }
    return all;
}

} // namespace fieldgap::quarter
