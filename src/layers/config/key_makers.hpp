#pragma once
// Short ways to write a key of a config down: its name, bounds and place.

#include "layers/config/config_keys.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// A member of a Config, plain or optional, as an accessor that serves both ways.
#define FIELDGAP_AT(member)                                                                                                                \
    [](Config & config) -> auto&                                                                                                           \
    {                                                                                                                                      \
        return config.member;                                                                                                              \
    }

namespace fieldgap::config {

template <class T, class Member>
Access<T> access(Member member)
{
    return {[member](Config& config, T value) { member(config) = std::move(value); },
            [member](Config& config) -> std::optional<T> { return member(config); }};
}

template <class Member>
Key number(std::string name, double low, double high, std::string unit, Member member)
{
    return {std::move(name), Number{access<double>(member), low, high, std::move(unit)}};
}

template <class Member>
Key numbers(std::string name, double low, double high, std::string unit, bool may_be_empty, Member member)
{
    return {std::move(name), Numbers{access<std::vector<double>>(member), low, high, std::move(unit), may_be_empty}};
}

template <class Member>
Key whole(std::string name, int low, int high, std::string unit, Member member)
{
    return {std::move(name), Whole{access<int>(member), low, high, std::move(unit)}};
}

template <class Member>
Key flag(std::string name, Member member)
{
    return {std::move(name), Flag{access<bool>(member)}};
}

template <class Member>
Key text(std::string name, Member member)
{
    return {std::move(name), Words{access<std::string>(member)}};
}

/// A word for each value of an enumeration, in its order.
template <class Enum, class Member>
Key choice(std::string name, std::vector<std::string> words, Member member)
{
    const auto set = [words, member](Config& config, const std::string& word) {
        member(config) = static_cast<Enum>(std::find(words.begin(), words.end(), word) - words.begin());
    };
    const auto get = [words, member](Config& config) { return std::optional(words[static_cast<std::size_t>(member(config))]); };
    return {std::move(name), Choice{{set, get}, words}};
}

} // namespace fieldgap::config
