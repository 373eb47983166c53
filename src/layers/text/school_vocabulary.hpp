#pragma once
// What the name of a school says about it, in the languages of the tables here: data, so that a word is added in one line.

#include "domain/city/city.hpp"

#include <string_view>

namespace fieldgap {

struct NameSign
{
    PerStage<bool> stages{};
    bool is_guess = false;     ///< the words are often used for other stages too (中学, 学校, High School)
    bool or_senior = false;    ///< 中学: junior, and it may be senior too
    bool is_no_school = false; ///< a kindergarten, training centre or university
    SchoolKind kind = SchoolKind::regular;

    bool has_stage() const { return stages != PerStage<bool>(); }
};

/// Longer words go before the shorter ones they hold; what stands before 附属 ("attached to") is another institution and is not read.
NameSign sign_of_name(std::string_view name);

} // namespace fieldgap
