#include "layers/result/result_links.hpp"

#include "domain/walk_map/link_speed.hpp"
#include "domain/walk_map/route_facts.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <utility>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

const std::string& giver_id(const ResultView& view, Channel channel, std::uint32_t giver)
{
    return channel == Channel::rent ? view.city.venues[giver].id : view.city.schools[giver].id;
}

struct LinkRow
{
    const ResultView& view;
    Channel channel;
    const ReachedPair& pair;
    ExactArea given;
    double cost = 0.0;
    std::int64_t crossings = 0; ///< on its route; known where that is written

    const std::string& from_id() const { return view.city.schools[index(pair.school)].id; }
    const std::string& to_id() const { return giver_id(view, channel, pair.giver); }
    EntrySource to_source() const
    {
        const SiteEntries& entries = view.results.reach.entries;
        return (channel == Channel::rent ? entries.of_venue : entries.of_school)[pair.giver].source;
    }
    gis::Line route() const { return route_of(view.analysed().measured(), view.results.reach, view.walking, channel, pair); }
    double flips_at_m_per_min() const
    {
        return LinkSpeeds(view.settings.walk, view.walking, view.results.reach).flips_at_m_per_min(channel, pair);
    }
};

std::vector<LayerColumn<LinkRow>> link_columns()
{
    return {
        {"from_school", ColumnType::text, [](const LinkRow& row) { return text_cell(row.from_id()); }},
        {"to_id", ColumnType::text, [](const LinkRow& row) { return text_cell(row.to_id()); }},
        {"channel", ColumnType::text, [](const LinkRow& row) { return text_cell(name_of(row.channel)); }},
        {"walk_s", ColumnType::real, [](const LinkRow& row) { return rounded(row.pair.walk_s, walk_step); }},
        {"walk_m", ColumnType::real, [](const LinkRow& row) { return rounded(row.pair.walk_m, walk_step); }},
        {"given_m2", ColumnType::real, [](const LinkRow& row) { return cell(row.given); }},
        {"cost", ColumnType::real, [](const LinkRow& row) { return Cell(row.cost); }},
        {"from_source", ColumnType::text,
         [](const LinkRow& row) { return text_cell(name_of(row.view.results.reach.entries.of_school[index(row.pair.school)].source)); }},
        {"to_source", ColumnType::text, [](const LinkRow& row) { return text_cell(name_of(row.to_source())); }},
        {"flips_at_m_per_min", ColumnType::real, [](const LinkRow& row) { return rounded(row.flips_at_m_per_min(), speed_step); }},
        {"crossings", ColumnType::integer, [](const LinkRow& row) { return Cell(row.crossings); }},
        {"major_roads", ColumnType::integer,
         [](const LinkRow& row) {
             return Cell(static_cast<std::int64_t>(major_roads_on(row.view.results.reach, row.view.walking, row.channel, row.pair)));
         }},
    };
}

bool comes_before(const LinkRow& a, const LinkRow& b)
{
    return a.pair.school != b.pair.school ? a.pair.school < b.pair.school : a.to_id() < b.to_id();
}

/// Both lists stand in the order of school and giver: they are merged into one.
template <class Visit>
void each_link(const ResultView& view, const Visit& visit)
{
    const Reach& reach = view.results.reach;
    const Allocation& allocation = view.results.allocation;
    std::size_t share = 0;
    for (std::size_t rent = 0; rent <= reach.rent.pairs.size(); ++rent) {
        for (; share < reach.share.pairs.size(); ++share) {
            const ExactArea given = allocation.given_by_share[share];
            const double price = view.settings.channels[Channel::share].cost_per_m2;
            const LinkRow next{view, Channel::share, reach.share.pairs[share], given, cost_of(given, price)};
            if (rent < reach.rent.pairs.size() && !comes_before(next, LinkRow{view, Channel::rent, reach.rent.pairs[rent], {}})) {
                break;
            }
            visit(next);
        }
        if (rent < reach.rent.pairs.size()) {
            visit(LinkRow{view, Channel::rent, reach.rent.pairs[rent], allocation.given_by_rent[rent], allocation.cost_by_rent[rent]});
        }
    }
}

} // namespace

void write_links(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<LinkRow> layer(file, "links", gis::LayerGeometry::line, words::translate(words::Text::layer_links), link_columns());
    each_link(view, [&](LinkRow row) {
        gis::Line route = row.route();
        row.crossings = static_cast<std::int64_t>(crossings_on(view.walking, route));
        layer.add(gis::MultiLine{std::move(route)}, row);
    });
}

void for_each_link(const ResultView& view, const LinkVisitor& visit)
{
    each_link(view, [&](const LinkRow& row) { visit(row.from_id(), row.to_id(), gis::MultiLine{row.route()}); });
}

namespace {

struct UnreachedRow
{
    const ResultView& view;
    const UnreachedGiver& giver;

    const std::string& from_id() const { return view.city.schools[index(giver.school)].id; }
    const std::string& to_id() const { return giver_id(view, giver.channel, giver.giver); }
    gis::Geometry line() const { return gis::MultiLine{giver.straight}; }
};

std::vector<LayerColumn<UnreachedRow>> unreached_columns()
{
    return {
        {"from_school", ColumnType::text, [](const UnreachedRow& row) { return text_cell(row.from_id()); }},
        {"to_id", ColumnType::text, [](const UnreachedRow& row) { return text_cell(row.to_id()); }},
        {"channel", ColumnType::text, [](const UnreachedRow& row) { return text_cell(name_of(row.giver.channel)); }},
        {"straight_m", ColumnType::real, [](const UnreachedRow& row) { return rounded(row.giver.straight_m, walk_step); }},
        {"walk_s", ColumnType::real, [](const UnreachedRow& row) { return rounded(row.giver.walk_s, walk_step); }},
        {"reason", ColumnType::text, [](const UnreachedRow& row) { return text_cell(name_of(row.giver.reason)); }},
    };
}

} // namespace

void write_unreached(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<UnreachedRow> layer(file, "unreached", gis::LayerGeometry::line, words::translate(words::Text::layer_unreached),
                                    unreached_columns());
    for (const UnreachedGiver& giver : view.walks.unreached) {
        const UnreachedRow row{view, giver};
        layer.add(row.line(), row);
    }
}

void for_each_unreached(const ResultView& view, const LinkVisitor& visit)
{
    for (const UnreachedGiver& giver : view.walks.unreached) {
        const UnreachedRow row{view, giver};
        visit(row.from_id(), row.to_id(), row.line());
    }
}

} // namespace fieldgap
