#include "report/page_layers.hpp"

namespace fieldgap {
namespace {

/// Ground that is seen and not measured by: a metre is less than a pixel, and these layers are most of a large city's page.
constexpr double about_a_metre = 1e5;

} // namespace

std::span<const PageLayer> page_layers()
{
    static const std::vector<PageLayer> layers = {
        {"schools", {}},
        {"stages", {}},
        {"districts", {}, PageRows::all, 1e6, 2.0},
        {"summary", {}},
        {"campuses", {"school_id", "status"}},
        {"venues", {}},
        {"links", {}, PageRows::used, 1e6, 1.0},
        {"ledger", {}},
        {"future_gaps", {}},
        {"bottlenecks", {}},
        {"walk_areas", {"school_id", "minutes"}, PageRows::all, about_a_metre, 5.0, 40'000},
        {"residential", {"phase", "covered", "verdict"}, PageRows::all, about_a_metre, 0.0, 300'000},
        {"streets", {"access", "minutes"}, PageRows::of_public, about_a_metre, 2.0, 150'000},
        {"data_issues", {}},
    };
    return layers;
}

} // namespace fieldgap
