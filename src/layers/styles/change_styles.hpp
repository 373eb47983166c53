#pragma once
// Schools by what became of their gaps, in a comparison of two results.

#include "words/words.hpp"

#include <string>
#include <vector>

namespace fieldgap {

struct ChangeLook
{
    const char* layer;
    words::Text title;
    const char* colour;
};

/// The first is drawn on top; those that did not change come last.
std::vector<ChangeLook> change_looks();

/// Signs as large as the change, with the school's name and the m2.
std::string change_body(const ChangeLook& look);

} // namespace fieldgap
