#pragma once
// What of a result goes into the page: layers, columns, rows, and how exact their shapes are.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Which rows of a layer the page wants.
enum class PageRows : std::uint8_t {
    all,
    used,      ///< those whose `given_m2` is above 0
    of_public, ///< those whose `access` is `walked`
};

struct PageLayer
{
    std::string_view name;
    std::vector<std::string_view> columns; ///< empty: all; those by which rows are chosen among them
    PageRows rows = PageRows::all;
    double units_per_degree = 1e6; ///< of whole-number coordinates: 1e6 is 0.11 m, 1e5 is 1.1 m
    double thinned_m = 0.0;        ///< points of lines and rings go where the shape moves by no more than this; 0: all stay
    std::size_t most_rows = 0;     ///< with more the layer stays out of the page; 0: no limit
};

/// In the order in which the page holds them.
std::span<const PageLayer> page_layers();

} // namespace fieldgap
