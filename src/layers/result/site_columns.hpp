#pragma once
// The columns of `sites`, for the layer and for JSON.

#include "domain/screening/screening.hpp"
#include "layers/result/layer_writer.hpp"
#include "layers/result/result_view.hpp"

#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// What the writers of a screening read. Borrowed.
struct ScreenView
{
    const ResultView& city;
    std::span<const Estate> sites;
    const Screening& screening;
};

/// One site, or all together.
struct SiteOut
{
    const ScreenView& view;
    std::string id;
    const Estate* site; ///< nullptr: all together
    const SiteScreening& screened;

    const SiteRow& row() const { return screened.row; }
};

/// Every site and all of them together, in the order of their ids.
std::vector<SiteOut> site_rows(const ScreenView& view);

/// Those of `residential`, what `sites` adds, verdict and reasons at the end (docs/rules.md section 6).
std::vector<LayerColumn<SiteOut>> site_columns();

/// Of all together: the sum, absent where one is unknown.
std::optional<double> households_of(const SiteOut& row);

/// `S12 primary seats`: school (where there is one), stage and what gives way; empty where nothing does.
std::string binding_text(const std::optional<Binding>& binding);

} // namespace fieldgap
