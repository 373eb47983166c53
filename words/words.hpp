#pragma once
// The one catalogue of texts that a user sees. Ids and English texts stand in words/*.def, the same texts in Chinese in words/zh.def.

#include "words/value.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace words {

/// One id for each text of errors, logs, progress and help.
enum class Text : std::uint16_t {
#define WORDS_TEXT(id, en) id,
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
    count
};

/// The text with each `{}` replaced in order.
std::string translate(Text id, std::initializer_list<Value> values = {});

/// The bare text, as in the catalogue of the language spoken.
std::string_view text_of(Text id);
std::string_view text_of(Text id, Language language);

} // namespace words
