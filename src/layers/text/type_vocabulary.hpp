#pragma once
// Words of types of schools in registers and in crawled points of interest, and what they say: data, so that a word is added in one place.
// school_type.hpp reads cells by them.

#include "domain/city/city.hpp"

#include <span>
#include <string_view>

namespace fieldgap {

/// What the type of a school says of it; nothing of it: any school (`学校`, `Community school`, 公办).
struct TypeSign
{
    PerStage<bool> stages{};
    bool or_senior = false;    ///< 中学: junior, and it may be senior too
    bool is_no_school = false; ///< a nursery, a college, a training centre, a gate
    SchoolKind kind = SchoolKind::regular;

    bool has_stage() const { return stages != PerStage<bool>(); }
};

/// Words of one meaning, parted by spaces, in lower case and without gaps.
struct TypeWords
{
    TypeSign sign;
    std::string_view texts;
    bool is_category = false; ///< the first part of a type text such as `科教文化服务;学校;小学`, of which a later part says more
};

std::span<const TypeWords> type_words();

/// A type that is a number: of Amap's list (141203) or of Japan's national land information (16001).
struct TypeCodes
{
    TypeSign sign;
    std::string_view codes; ///< parted by spaces
};

std::span<const TypeCodes> type_codes();

} // namespace fieldgap
