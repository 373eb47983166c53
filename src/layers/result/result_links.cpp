#include "layers/result/result_links.hpp"

#include "domain/walk/link_speed.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

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

    const std::string& from_id() const { return view.city.schools[index(pair.school)].id; }
    const std::string& to_id() const { return giver_id(view, channel, pair.giver); }
    double price() const
    {
        return channel == Channel::rent ? price_of(view.city.venues[pair.giver], view.settings)
                                        : view.settings.channels[channel].cost_per_m2;
    }
    EntrySource to_source() const
    {
        const SiteEntries& entries = view.results.reach.entries;
        return (channel == Channel::rent ? entries.of_venue : entries.of_school)[pair.giver].source;
    }
    double flips_at_m_per_min() const
    {
        return LinkSpeeds(view.settings.walk, view.walking, view.results.reach).flips_at_m_per_min(channel, pair);
    }
    gis::Geometry route() const
    {
        return gis::MultiLine{route_of(view.analysed().measured(), view.results.reach, view.walking, channel, pair)};
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
        {"cost", ColumnType::real, [](const LinkRow& row) { return Cell(cost_of(row.given, row.price())); }},
        {"from_source", ColumnType::text,
         [](const LinkRow& row) { return text_cell(name_of(row.view.results.reach.entries.of_school[index(row.pair.school)].source)); }},
        {"to_source", ColumnType::text, [](const LinkRow& row) { return text_cell(name_of(row.to_source())); }},
        {"flips_at_m_per_min", ColumnType::real, [](const LinkRow& row) { return rounded(row.flips_at_m_per_min(), speed_step); }},
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
    std::size_t share = 0;
    for (std::size_t rent = 0; rent <= reach.rent.pairs.size(); ++rent) {
        for (; share < reach.share.pairs.size(); ++share) {
            const LinkRow next{view, Channel::share, reach.share.pairs[share], view.results.allocation.given_by_share[share]};
            if (rent < reach.rent.pairs.size() && !comes_before(next, LinkRow{view, Channel::rent, reach.rent.pairs[rent], {}})) {
                break;
            }
            visit(next);
        }
        if (rent < reach.rent.pairs.size()) {
            visit(LinkRow{view, Channel::rent, reach.rent.pairs[rent], view.results.allocation.given_by_rent[rent]});
        }
    }
}

} // namespace

void write_links(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<LinkRow> layer(file, "links", gis::LayerGeometry::line, words::translate(words::Text::layer_links), link_columns());
    each_link(view, [&](const LinkRow& row) { layer.add(row.route(), row); });
}

void for_each_link(const ResultView& view, const LinkVisitor& visit)
{
    each_link(view, [&](const LinkRow& row) { visit(row.from_id(), row.to_id(), row.route()); });
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
