#pragma once
// What was doubtful in the data, as values. They become rows of the layer `data_issues`.

#include "domain/city/stage.hpp"
#include "gis/geometry/shapes.hpp"
#include "words/value.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class Severity : std::uint8_t { error, warning, info };

enum class IssueCode : std::uint16_t; ///< the codes stand in issue_code.hpp, which only those include that name one: a new code rebuilds
                                      ///< little

std::string_view code_of(IssueCode code);
Severity severity_of(IssueCode code);
std::string_view name_of(Severity severity);

/// How the figures of one school would change if the doubt were resolved the other way: what `gap_effect_m2` is computed from.
struct WhatIf
{
    std::string school_id;
    double own_m2 = 0.0;          ///< added to its sports ground; negative: taken off
    PerStage<double> pupils = {}; ///< added to its enrolment; negative: taken off
    bool is_drawn = false;        ///< own_m2 is drawn ground: that changes nothing for a school whose official figures are used
};

struct Finding
{
    IssueCode code{};
    std::string layer;                ///< the input layer, such as `fields`
    std::string feature_id;           ///< empty where it concerns the whole layer
    gis::Geometry where;              ///< CityPlane; monostate where nothing is known
    std::vector<words::Value> values; ///< for the message
    std::vector<WhatIf> what_if = {}; ///< empty: the gap does not depend on it, or nobody can say how
    std::size_t rows_left_out = 0;    ///< rows of the layer that it takes out of the city
    std::uint32_t order = 0;          ///< among the findings of its code and feature, the first to be shown first
};

std::string message_of(const Finding& finding);
std::string_view cure_of(IssueCode code);

using Findings = std::vector<Finding>;

} // namespace fieldgap
