#pragma once
// A config in the making: keys with their values, why, and what is still to be answered.

#include "layers/config/config.hpp"
#include "words/value.hpp"

#include <map>
#include <string>
#include <vector>

namespace fieldgap {

struct DraftKey
{
    std::string name;
    std::string literal;              ///< its value as TOML; `"?"` is a question
    std::string comment;              ///< one line, may be empty
    std::vector<std::string> choices; ///< of a question: a line each
    std::string brief = {};           ///< what the terminal says of them, where that is to be one short line

    bool is_open() const { return literal == "\"?\""; }
};

/// One [inputs.X].
struct DraftInput
{
    Role role = Role::schools;
    std::vector<std::string> comments; ///< lines above it
    std::vector<DraftKey> keys;
    std::vector<DraftKey> columns; ///< of `columns = {..}`, by name
};

/// One [X] other than inputs. A key `a.b` stands in the inline table `a`.
struct DraftSection
{
    std::string name;
    std::vector<std::string> comments;
    std::vector<DraftKey> keys;
};

struct Draft
{
    std::vector<std::string> looked_at; ///< as written: relative to the config where they can be
    std::vector<DraftSection> before;   ///< [city]
    std::vector<DraftInput> inputs;     ///< in the order of the roles
    std::vector<DraftSection> after;
    std::vector<std::string> not_used; ///< a line each
};

/// A key as TOML takes it: bare where it can be, else in quotes.
std::string toml_key(const std::string& key);

inline const std::string open_question_literal = "\"?\"";

/// The whole file.
std::string config_text(const Draft& draft);

/// Such as `inputs.venues.path: one of ..`, a line for each question.
std::vector<std::string> questions_of(const Draft& draft);

/// How the line of a `looked at` begins in a language; a TOML string follows.
std::string looked_at_mark(words::Language language);

} // namespace fieldgap
