#pragma once
// Schools added up, as a district or the city.

#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Pupils and their ground at one school: one stage of it.
struct StageGround
{
    double pupils = 0.0;
    double before_m2 = 0.0;
    double after_m2 = 0.0;
};

struct Variation
{
    double mean_m2 = 0.0;
    double cv = 0.0;
};

/// Weighted by pupils; absent where there is no pupil or no ground.
std::optional<Variation> variation(const std::vector<StageGround>& schools, double StageGround::*ground);

/// A count that the layers leave open between two bounds: which schools without stage rows count for districts is in no layer.
struct Count
{
    std::int64_t sure = 0;
    std::int64_t perhaps = 0;
};

struct Group
{
    Area own = 0, required = 0, gap = 0, surplus = 0, residual = 0;
    PerChannel<Area> given;
    double cost = 0.0;
    bool has_figures = false;
    Count schools, meet, near, shorts, unknown;
    double pupils = 0.0; ///< of schools that surely count
    PerStage<std::vector<StageGround>> stages;

    void add(const Result& result, std::uint32_t school);

private:
    bool count(const Result& result, std::uint32_t school);
    void add_stages(const Result& result, std::uint32_t school);
};

} // namespace fieldgap::verify
