#pragma once
// Values to bytes and back, for a file that the same program on the same kind of machine reads again. Not an exchange format.

#include "gis/error.hpp"
#include "layers/prepared/struct_members.hpp"

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace fieldgap {

/// Bytes that end too early or say what cannot be.
class BinaryDamaged : public std::exception
{
};

template <class T>
inline constexpr bool is_plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

/// Appends values to a text of bytes.
class BinaryWriter
{
public:
    template <class... Things>
    void operator()(const Things&... things)
    {
        (keep(things), ...);
    }

    std::string bytes;

private:
    template <class T>
    void keep(const T& thing)
    {
        if constexpr (is_plain<T>) {
            bytes.append(reinterpret_cast<const char*>(&thing), sizeof(T));
        } else {
            members::of(thing, *this);
        }
    }
    void keep(const std::string& text)
    {
        keep(text.size());
        bytes += text;
    }
    template <class T>
    void keep(const std::vector<T>& list)
    {
        keep(list.size());
        if constexpr (is_plain<T>) {
            bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
        } else {
            for (const T& thing : list) {
                keep(thing);
            }
        }
    }
    template <class T>
    void keep(const std::optional<T>& thing)
    {
        keep(thing.has_value());
        if (thing) {
            keep(*thing);
        }
    }
    template <class... Kinds>
    void keep(const std::variant<Kinds...>& thing)
    {
        keep(thing.index());
        std::visit([this](const auto& value) { this->keep(value); }, thing);
    }
    void keep(const words::Value& value) { keep(value.value()); }
    void keep(const gis::Square& square /*what its ground shows is found anew*/)
    {
        (*this)(square.ground, square.corners, square.is_private, square.is_steps, square.is_in_main);
    }
    void keep(const SiteEntries& /*borrow from the City: made anew by borrow_again*/) {}
};

/// Reads them again in the same order. Throws BinaryDamaged.
class BinaryReader
{
public:
    explicit BinaryReader(std::string_view bytes) : left_(bytes) {}

    template <class... Things>
    void operator()(Things&... things)
    {
        (fetch(things), ...);
    }

    bool is_at_end() const { return left_.empty(); }

private:
    std::string_view take(std::size_t count)
    {
        if (count > left_.size()) {
            throw BinaryDamaged();
        }
        const std::string_view taken = left_.substr(0, count);
        left_.remove_prefix(count);
        return taken;
    }
    /// Each thing of a list takes at least one byte, so that no damaged number asks for more memory than the file has.
    std::size_t list_size(std::size_t least_bytes)
    {
        std::size_t count = 0;
        fetch(count);
        if (count > left_.size() / least_bytes) {
            throw BinaryDamaged();
        }
        return count;
    }
    template <class T>
    void fetch(T& thing)
    {
        if constexpr (is_plain<T>) {
            std::memcpy(static_cast<void*>(&thing), take(sizeof(T)).data(), sizeof(T));
        } else {
            members::of(thing, *this);
        }
    }
    void fetch(SiteEntries& /*see keep*/) {}
    void fetch(gis::Square& square)
    {
        (*this)(square.ground, square.corners, square.is_private, square.is_steps, square.is_in_main);
        square.open = gis::OpenGround(square.ground);
    }
    void fetch(std::string& text) { text = take(list_size(1)); }
    template <class T>
    void fetch(std::vector<T>& list)
    {
        if constexpr (is_plain<T>) {
            list.resize(list_size(sizeof(T)));
            if (!list.empty()) {
                std::memcpy(static_cast<void*>(list.data()), take(list.size() * sizeof(T)).data(), list.size() * sizeof(T));
            }
        } else {
            list.resize(list_size(1));
            for (T& thing : list) {
                fetch(thing);
            }
        }
    }
    void fetch(std::vector<words::Value>& list)
    {
        const std::size_t count = list_size(1);
        for (std::size_t i = 0; i < count; ++i) {
            std::variant<std::string, std::int64_t, double> value;
            fetch(value);
            std::visit([&list](const auto& one) { list.emplace_back(one); }, value);
        }
    }
    template <class T>
    void fetch(std::optional<T>& thing)
    {
        bool has_value = false;
        fetch(has_value);
        if (has_value) {
            fetch(thing.emplace());
        }
    }
    template <class... Kinds>
    void fetch(std::variant<Kinds...>& thing)
    {
        std::size_t kind = 0;
        fetch(kind);
        if (kind >= sizeof...(Kinds)) {
            throw BinaryDamaged();
        }
        std::size_t i = 0;
        ((i++ == kind ? fetch(thing.template emplace<Kinds>()) : void()), ...);
    }

    std::string_view left_;
};

} // namespace fieldgap
