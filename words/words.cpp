#include "words/words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace words {
namespace {

using Catalogue = std::array<std::string_view, static_cast<std::size_t>(Text::count)>;

constexpr Catalogue english = {
#define WORDS_TEXT(id, en) en,
#include "words/batch.def"
#include "words/cli.def"
#include "words/desk.def"
#include "words/diff.def"
#include "words/estates.def"
#include "words/gis.def"
#include "words/indicators.def"
#include "words/init.def"
#include "words/layers.def"
#include "words/merge.def"
#include "words/programme.def"
#include "words/register.def"
#include "words/report.def"
#include "words/results.def"
#include "words/run.def"
#include "words/screen.def"
#include "words/verify.def"
#include "words/workbook.def"
#undef WORDS_TEXT
};

constexpr Catalogue chinese_texts()
{
    Catalogue texts{};
#define WORDS_ZH(id, zh) texts[static_cast<std::size_t>(Text::id)] = zh;
#include "words/zh.def"
#undef WORDS_ZH
    return texts;
}

constexpr Catalogue chinese = chinese_texts();

std::atomic<Language> language_now = Language::en;

} // namespace

std::optional<Language> language_named(std::string_view name)
{
    const auto* const found = std::find(language_names.begin(), language_names.end(), name);
    return found == language_names.end() ? std::nullopt : std::optional(static_cast<Language>(found - language_names.begin()));
}

void set_language(Language wanted)
{
    language_now.store(wanted, std::memory_order_relaxed);
}

Language language()
{
    return language_now.load(std::memory_order_relaxed);
}

std::string_view text_of(Text id)
{
    return text_of(id, language());
}

std::string_view text_of(Text id, Language language)
{
    const auto position = static_cast<std::size_t>(id);
    return language == Language::zh ? chinese[position] : english[position];
}

std::string fill(std::string_view text, const Value* first, std::size_t count)
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (std::size_t i = 0; i < count; ++i) {
        std::visit([&](const auto& value) { store.push_back(value); }, first[i].value());
    }
    return fmt::vformat(fmt::string_view(text.data(), text.size()), store);
}

std::string fill(std::string_view text, std::initializer_list<Value> values)
{
    return fill(text, values.begin(), values.size());
}

std::string translate(Text id, std::initializer_list<Value> values)
{
    return fill(text_of(id), values);
}

} // namespace words
