#include "layers/output/results.hpp"

#include "layers/evaluation/result_indicators.hpp"
#include "layers/output/summary.hpp"
#include "layers/plan/result_programme.hpp"
#include "layers/plan/result_surfaces.hpp"
#include "layers/proof/result_bottlenecks.hpp"
#include "layers/proof/result_certificate.hpp"
#include "layers/proof/result_leases.hpp"
#include "layers/proof/result_ledger.hpp"
#include "layers/register/result_register.hpp"
#include "layers/result/issues.hpp"
#include "layers/result/result_districts.hpp"
#include "layers/result/result_estates.hpp"
#include "layers/result/result_gate_options.hpp"
#include "layers/result/result_grounds.hpp"
#include "layers/result/result_links.hpp"
#include "layers/result/result_schools.hpp"
#include "layers/result/result_venue_options.hpp"
#include "layers/result/result_walks.hpp"

namespace fieldgap {

void write_results(gis::GeoPackage& file, const ResultView& view, const std::vector<SummaryLine>& lines)
{
    write_schools(file, view);
    write_stages(file, view);
    write_campuses(file, view);
    write_fields(file, view);
    write_venues(file, view);
    write_links(file, view);
    write_gate_options(file, view);
    write_venue_options(file, view);
    write_unreached(file, view);
    write_walk_areas(file, view);
    write_bottlenecks(file, view);
    write_streets(file, view);
    write_residential(file, view);
    write_districts(file, view);
    write_indicators(file, view);
    write_indicator_verdicts(file, view);
    write_variation(file, view);
    write_phasing(file, view);
    write_certificate(file, view);
    write_ledger(file, view);
    write_future_gaps(file, view);
    write_leases(file, view);
    write_surfaces(file, view);
    write_programme(file, view);
    write_strike_off(file, view);
    write_register(file, view);
    write_data_issues(file, ranked_issues(view.city, view.results, view.settings));
    write_summary(file, lines);
}

} // namespace fieldgap
