#include "layers/guess/guess_relations.hpp"

#include "gis/geometry/middle.hpp"
#include "layers/columns/columns.hpp"
#include "layers/guess/rough_metres.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double district_area_m2 = 600'000.0; ///< larger than any campus, smaller than any district
constexpr double gate_m = 10.0;
constexpr double most_schools = 0.8;
constexpr double half = 0.5;
constexpr double few = 0.2;

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

const Candidate* best_candidate(const std::vector<Candidate>& candidates, Role role)
{
    const Candidate* found = nullptr;
    for (const Candidate& candidate : candidates) {
        const bool is_better = found == nullptr || candidate.score() > found->score();
        if (candidate.role == role && candidate.score() >= enough_points && is_better) {
            found = &candidate;
        }
    }
    return found;
}

class LayerRelations
{
public:
    LayerRelations(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers, const KnownSchools& known)
        : candidates_(candidates), layers_(layers), known_(known), schools_(best(Role::schools)), metres_(latitude())
    {
    }

    void relate()
    {
        find_schools();
        look_at_grounds_with_schools();
        const std::vector<gis::MultiPolygon> campus_list = campus_grounds();
        const gis::PolygonIndex campuses(campus_list);
        match_fields_to_campuses(campuses);
        look_at_points_on(campuses);
        look_at_tables();
    }

private:
    const Candidate* best(Role role) const { return best_candidate(candidates_, role); }

    double latitude() const
    {
        std::vector<gis::Point> positions = school_places(candidates_, layers_, known_);
        if (positions.empty()) {
            return 0.0;
        }
        std::sort(positions.begin(), positions.end(), [](const gis::Point& a, const gis::Point& b) { return a.y < b.y; });
        return std::clamp(positions[positions.size() / 2].y, -80.0, 80.0);
    }

    void find_schools()
    {
        schools_layer_ = schools_ == nullptr ? layers_.size() : schools_->layer;
        schools_are_points_ = schools_ != nullptr && layers_[schools_layer_].shape == Shape::points;
        for (const gis::Point& position : school_places(candidates_, layers_, known_)) {
            points_.push_back(metres_(position));
        }
    }

    std::vector<gis::MultiPolygon> grounds_of(std::size_t layer, const std::vector<std::uint32_t>& rows) const
    {
        std::vector<gis::MultiPolygon> grounds;
        for (const std::uint32_t row : rows) {
            if (const auto* ground = std::get_if<gis::MultiPolygon>(&layers_[layer].layer->rows.features[row].geometry)) {
                grounds.push_back(metres_(*ground));
            }
        }
        return grounds;
    }

    std::vector<std::uint32_t> all_rows(std::size_t layer) const
    {
        std::vector<std::uint32_t> rows(layers_[layer].layer->rows.features.size());
        std::iota(rows.begin(), rows.end(), 0U);
        return rows;
    }

    /// The candidate for this role over this layer, made where there is none yet. Filtered ones are as they are.
    void add(Role role, std::size_t layer, int points, const std::string& text)
    {
        bool found = false;
        for (Candidate& candidate : candidates_) {
            if (candidate.role == role && candidate.layer == layer) {
                candidate.evidence.push_back({points, text});
                found = true;
            }
        }
        if (!found && points > 0) {
            candidates_.push_back({role, layer, "", all_rows(layer), {{points, text}}});
        }
    }

    bool is_taken_for_whole(std::size_t layer) const { return is_of_sites(layers_[layer]) || layers_[layer].shape != Shape::polygons; }

    void look_at_grounds_with_schools()
    {
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            if (points_.empty() || is_taken_for_whole(layer) || layer == schools_layer_) {
                continue;
            }
            const std::vector<gis::MultiPolygon> list = grounds_of(layer, all_rows(layer));
            const gis::PolygonIndex grounds(list);
            std::set<std::uint32_t> holders;
            std::size_t inside = 0;
            for (const gis::Point& school : points_) {
                const auto holding = grounds.holding(school);
                inside += holding.empty() ? 0U : 1U;
                holders.insert(holding.begin(), holding.end());
            }
            judge_holders(layer, grounds, inside, holders.size());
        }
    }

    void judge_holders(std::size_t layer, const gis::PolygonIndex& grounds, std::size_t inside, std::size_t holders)
    {
        const bool are_all = inside == points_.size() && holders == grounds.size();
        const std::string text = are_all ? translate(Text::init_all_schools_inside, {inside, holders})
                                         : translate(Text::init_schools_inside, {inside, points_.size(), holders, grounds.size()});
        const bool are_large = median_area_m2(grounds) >= district_area_m2;
        if (are_large) {
            add(Role::campuses, layer, -60, translate(Text::init_too_large));
            add(Role::fields, layer, -60, translate(Text::init_too_large));
            add(Role::venues, layer, -60, translate(Text::init_too_large));
        }
        if (are_large && share(inside, points_.size()) >= most_schools) {
            add(Role::districts, layer, 35, text);
        } else if (!are_large) {
            add(Role::districts, layer, -30, translate(Text::init_too_small));
            const bool hold = share(inside, points_.size()) >= few && share(holders, grounds.size()) >= half;
            if (hold && schools_are_points_) {
                add(Role::schools, layer, -35, translate(Text::init_points_elsewhere));
            }
            if (hold) {
                add(Role::campuses, layer, 40, text);
                add(Role::residential, layer, -30, text);
            }
        }
    }

    /// Of the best campuses, of schools that are drawn, or of an OSM file.
    std::vector<gis::MultiPolygon> campus_grounds()
    {
        const Candidate* campuses = best(Role::campuses);
        const Candidate* schools = best(Role::schools);
        if (campuses == nullptr && schools != nullptr && layers_[schools->layer].shape == Shape::polygons) {
            campuses = schools;
        }
        if (campuses != nullptr) {
            campus_layer_ = campuses->layer;
            return grounds_of(campuses->layer, campuses->rows);
        }
        campus_layer_ = layers_.size();
        std::vector<gis::MultiPolygon> grounds;
        for (const gis::MultiPolygon& ground : known_.grounds) {
            grounds.push_back(metres_(ground));
        }
        return grounds;
    }

    void match_fields_to_campuses(const gis::PolygonIndex& campuses)
    {
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            if (campuses.size() == 0 || is_taken_for_whole(layer) || layer == campus_layer_ || layer == schools_layer_) {
                continue;
            }
            look_at_filtered_fields(layer, campuses);
            const auto grounds = grounds_of(layer, all_rows(layer));
            const std::size_t inside = inside_of(grounds, campuses);
            const std::string text = translate(Text::init_in_campuses, {inside, grounds.size()});
            if (share(inside, grounds.size()) >= half) {
                add(Role::fields, layer, 35, text);
                add(Role::venues, layer, -40, text);
                add(Role::residential, layer, -40, text);
            } else if (share(inside, grounds.size()) < few) {
                add(Role::fields, layer, -30, text);
            }
        }
    }

    /// Of grounds of many kinds only those of sport count.
    void look_at_filtered_fields(std::size_t layer, const gis::PolygonIndex& campuses)
    {
        for (Candidate& candidate : candidates_) {
            if (candidate.layer == layer && candidate.role == Role::fields && !candidate.where.empty()) {
                const auto grounds = grounds_of(layer, candidate.rows);
                const std::size_t inside = inside_of(grounds, campuses);
                candidate.evidence.push_back({inside > 0 ? 30 : -30, translate(Text::init_in_campuses, {inside, grounds.size()})});
            }
        }
    }

    static std::size_t inside_of(const std::vector<gis::MultiPolygon>& grounds, const gis::PolygonIndex& campuses)
    {
        return static_cast<std::size_t>(std::count_if(grounds.begin(), grounds.end(), [&](const gis::MultiPolygon& ground) {
            const auto holding = campuses.holding(middle_of(gis::bounds(ground)));
            return std::any_of(holding.begin(), holding.end(),
                               [&](std::uint32_t i) { return rough_area_m2(campuses[i]) > rough_area_m2(ground); });
        }));
    }

    void look_at_points_on(const gis::PolygonIndex& campuses)
    {
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            if (campuses.size() == 0 || layers_[layer].shape != Shape::points || layer == schools_layer_) {
                continue;
            }
            std::size_t on = 0;
            std::size_t points = 0;
            for (const gis::VectorFeature& feature : layers_[layer].layer->rows.features) {
                if (const auto* point = std::get_if<gis::Point>(&feature.geometry)) {
                    ++points;
                    on += campuses.with_outline_near(metres_(*point), gate_m).empty() ? 0U : 1U;
                }
            }
            if (share(on, points) >= half) {
                add(Role::gates, layer, 35, translate(Text::init_on_outlines, {on, points}));
            }
        }
    }

    std::set<std::string> texts_of(const LayerFacts& facts, const std::vector<std::uint32_t>& rows, const std::string& ours,
                                   Role role) const
    {
        const auto matched = matched_columns(role, facts.layer->rows.columns, {}, facts_of_columns(facts.layer->rows, rows)).position_of;
        const auto column = matched.find(ours);
        std::set<std::string> texts;
        for (const std::uint32_t row : column == matched.end() ? std::vector<std::uint32_t>() : rows) {
            texts.insert(cell_key(facts.layer->rows.features[row].values[column->second]));
        }
        texts.erase("");
        return texts;
    }

    void look_at_tables()
    {
        std::set<std::string> ids(known_.ids.begin(), known_.ids.end());
        std::set<std::string> names(known_.names.begin(), known_.names.end());
        if (schools_ = best(Role::schools); schools_ != nullptr) {
            ids = texts_of(layers_[schools_->layer], schools_->rows, "id", Role::schools);
            names = texts_of(layers_[schools_->layer], schools_->rows, "name", Role::schools);
        }
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            if (layers_[layer].shape == Shape::table) {
                compare(layer, "id", ids, Text::init_same_ids);
                compare(layer, "name", names, Text::init_same_names);
            }
        }
    }

    void compare(std::size_t layer, const std::string& ours, const std::set<std::string>& of_schools, Text text)
    {
        const Role role = gives_amounts_only(layers_[layer]) ? Role::indicators : Role::enrolment;
        const auto texts = texts_of(layers_[layer], all_rows(layer), ours, role);
        const auto same = static_cast<std::size_t>(
            std::count_if(texts.begin(), texts.end(), [&](const std::string& one) { return of_schools.contains(one); }));
        if (share(same, texts.size()) >= few) {
            add(role, layer, 40, translate(text, {same, texts.size()}));
        }
    }

    std::vector<Candidate>& candidates_;
    const std::vector<LayerFacts>& layers_;
    const KnownSchools& known_;
    const Candidate* schools_; ///< valid until candidates are added
    RoughMetres metres_;
    std::vector<gis::Point> points_; ///< the schools, in metres
    std::size_t schools_layer_ = 0;
    std::size_t campus_layer_ = 0;
    bool schools_are_points_ = false;
};

} // namespace

std::vector<gis::Point> school_places(const std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers,
                                      const KnownSchools& known)
{
    const Candidate* schools = best_candidate(candidates, Role::schools);
    if (schools == nullptr) {
        return known.schools;
    }
    std::vector<gis::Point> places;
    for (const std::uint32_t row : schools->rows) {
        const gis::Box box = gis::bounds(layers[schools->layer].layer->rows.features[row].geometry);
        if (!box.is_empty()) {
            places.push_back(middle_of(box));
        }
    }
    return places;
}

void relate(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers, const KnownSchools& known)
{
    LayerRelations(candidates, layers, known).relate();
}

} // namespace fieldgap
