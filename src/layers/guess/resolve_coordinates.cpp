#include "layers/guess/resolve_coordinates.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "layers/columns/columns.hpp"
#include "layers/crs/layer_datum.hpp"
#include "layers/crs/street_fit.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t least_agreeing = 4;

bool is_compared(Role role)
{
    return role == Role::schools || role == Role::campuses || role == Role::fields || role == Role::gates || role == Role::venues ||
           role == Role::districts;
}

/// What names the ground that a feature belongs to, see FitFeature.
std::string_view owner_column(Role role)
{
    switch (role) {
    case Role::campuses:
    case Role::fields: return "school_id";
    case Role::gates: return "owner_id";
    case Role::schools: return "district";
    case Role::districts: return "name";
    default: return "id";
    }
}

FitLayer fit_layer(const Candidate& candidate, const SurveyedLayer& layer)
{
    const auto matched = matched_columns(candidate.role, layer.rows.columns, {}).position_of;
    const auto text = [&](std::string_view ours, const gis::VectorFeature& row) {
        const auto column = matched.find(ours);
        return column == matched.end() ? std::string() : cell_key(row.values[column->second]);
    };
    FitLayer fit;
    fit.role = candidate.role;
    fit.reading = layer.reading;
    for (const std::uint32_t i : candidate.rows) {
        const gis::VectorFeature& row = layer.rows.features[i];
        fit.features.push_back({text("id", row), text(owner_column(candidate.role), row), row.geometry});
    }
    return fit;
}

gis::Point middle_of(const FitLayer& layer)
{
    std::vector<gis::Point> middles;
    for (const FitFeature& feature : layer.features) {
        if (const gis::Box box = gis::bounds(feature.degrees); !box.is_empty()) {
            middles.push_back(gis::middle_of(box));
        }
    }
    const auto middle = middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2);
    std::nth_element(middles.begin(), middle, middles.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    return middles.empty() ? gis::Point() : *middle;
}

FitLayer grounds_of(const KnownSchools& known)
{
    FitLayer grounds;
    grounds.role = Role::campuses;
    for (const gis::MultiPolygon& ground : known.grounds) {
        grounds.features.push_back({"", "", ground});
    }
    return grounds;
}

class CrsResolution
{
public:
    CrsResolution(const std::vector<LayerFacts>& layers, const std::vector<Candidate>& candidates, const std::vector<RoleChoice>& choices,
                  const KnownSchools& known, const gis::MultiLine& streets)
        : layers_(layers), known_(grounds_of(known)), streets_(streets)
    {
        for (const RoleChoice& choice : choices) {
            for (std::size_t i = 0; i < choice.candidates.size() && !choice.is_open(); ++i) {
                add(candidates[choice.candidates[i]]);
            }
        }
    }

    ResolvedCoordinates all()
    {
        while (resolve_next()) {
        }
        follow_the_others();
        look_at_the_declared();
        look_at_open_datums();
        return {std::move(resolved_), std::move(open_datums_)};
    }

private:
    void add(const Candidate& candidate)
    {
        const SurveyedLayer& layer = *layers_[candidate.layer].layer;
        if (layer.lacks_crs && layer.readings.list.size() > 1) {
            open_.push_back(candidate.layer);
        }
        if (is_compared(candidate.role) && layer.rows.has_geometry) {
            at_.push_back(candidate.layer);
            fits_.push_back(fit_layer(candidate, layer));
        }
    }

    bool is_open(std::size_t layer) const
    {
        return std::find(open_.begin(), open_.end(), layer) != open_.end() && !resolved_.contains(layer);
    }

    /// The layers beyond doubt, and this one last.
    std::vector<FitLayer> sure_and(std::size_t i) const
    {
        std::vector<FitLayer> list;
        for (std::size_t j = 0; j < fits_.size(); ++j) {
            if (j != i && !is_open(at_[j])) {
                list.push_back(fits_[j]);
            }
        }
        list.push_back(known_);
        list.push_back(fits_[i]);
        return list;
    }

    bool resolve_next()
    {
        for (std::size_t i = 0; i < fits_.size(); ++i) {
            if (is_open(at_[i]) && resolve(i)) {
                return true;
            }
        }
        return false;
    }

    bool resolve(std::size_t i)
    {
        const CrsReadings& readings = layers_[at_[i]].layer->readings;
        std::vector<FitLayer> list = sure_and(i);
        if (list.size() == 2 && known_.features.empty()) {
            return false; // nothing to compare with
        }
        for (std::size_t j = 1; j < readings.list.size(); ++j) {
            list.back().alternatives.push_back(readings.list[j].reading);
        }
        const auto agreeing = agreements(list, list.size() - 1);
        const auto best =
            std::max_element(agreeing.begin(), agreeing.end(), [](const auto& a, const auto& b) { return a.agree < b.agree; });
        const auto at = static_cast<std::size_t>(best - agreeing.begin());
        const std::size_t next = next_best(readings, agreeing, at);
        if (best->agree < least_agreeing || 10 * best->agree < 6 * best->tested || 2 * agreeing[next].agree > best->agree) {
            return false;
        }
        const gis::SourceCrs& reading = readings.list[at].reading;
        const std::string other = next == at ? std::string("-") : readings.list[next].reading.crs;
        const std::size_t other_agree = next == at ? 0 : agreeing[next].agree;
        resolved_[at_[i]] = {reading, translate(Text::init_crs_fits, {readings.evidence, best->agree, best->tested, other_agree, other})};
        read_again(i, reading);
        return true;
    }

    /// The best of those that lead elsewhere; the best itself where none does.
    static std::size_t next_best(const CrsReadings& readings, const std::vector<Agreement>& agreeing, std::size_t best)
    {
        std::optional<std::size_t> next;
        for (std::size_t i = 0; i < agreeing.size(); ++i) {
            const bool is_elsewhere = !gis::lead_to_one_place(readings.list[i], readings.list[best]);
            next = is_elsewhere && (!next || agreeing[i].agree > agreeing[*next].agree) ? std::optional(i) : next;
        }
        return next.value_or(best);
    }

    void read_again(std::size_t i, const gis::SourceCrs& reading)
    {
        for (std::size_t j = 0; j < fits_.size(); ++j) {
            if (at_[j] == at_[i]) {
                fits_[j] = read_as(std::move(fits_[j]), reading);
            }
        }
    }

    /// Layers without CRS come from one hand.
    void follow_the_others()
    {
        if (resolved_.empty()) {
            return;
        }
        const ResolvedCrs first = resolved_.begin()->second;
        const bool is_one =
            std::all_of(resolved_.begin(), resolved_.end(), [&](const auto& one) { return one.second.reading == first.reading; });
        for (const std::size_t layer : open_) {
            const auto& list = layers_[layer].layer->readings.list;
            const bool can_be = std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.reading == first.reading; });
            if (is_one && can_be && is_open(layer)) {
                resolved_[layer] = {first.reading, translate(Text::init_crs_why, {layers_[layer].layer->readings.evidence,
                                                                                  translate(Text::init_crs_as_others)})};
            }
        }
    }

    /// Those beyond doubt but for the datum, with what their numbers may be instead; `at` gets the layer of each.
    std::vector<FitLayer> with_look_alikes(std::vector<std::size_t>& at) const
    {
        std::vector<FitLayer> list;
        for (std::size_t i = 0; i < fits_.size(); ++i) {
            if (!is_open(at_[i])) {
                const gis::VectorLayer& rows = layers_[at_[i]].layer->rows;
                const std::string code = rows.crs_authority.empty() ? fits_[i].reading.crs : rows.crs_authority;
                list.push_back(fits_[i]);
                list.back().alternatives = gis::look_alikes(fits_[i].reading, code, middle_of(fits_[i]));
                at.push_back(at_[i]);
            }
        }
        return list;
    }

    void look_at_the_declared()
    {
        std::vector<std::size_t> at;
        std::vector<FitLayer> list = with_look_alikes(at);
        list.push_back(known_);
        const std::vector<LayerVerdict> verdicts = compare_layers(list);
        for (const LayerVerdict& verdict : verdicts) {
            if (verdict.cure) {
                resolved_[at[verdict.layer]] = {
                    *verdict.cure, translate(Text::init_crs_shifted, {verdict.agree_then, verdict.tested, verdict.agree_declared})};
            }
        }
        list.pop_back();
        if (verdicts.empty()) {
            look_at_streets(list, at);
        }
    }

    /// Where the layers agree with each other, all of them may be shifted alike.
    void look_at_streets(const std::vector<FitLayer>& list, const std::vector<std::size_t>& at)
    {
        street_fit_ = fit_to_streets(list, streets_);
        for (std::size_t i = 0; i < list.size() && street_fit_.datum; ++i) {
            const std::string why = streets_say(*street_fit_.datum);
            gis::SourceCrs reading = list[i].reading;
            reading.datum = *street_fit_.datum;
            const auto& others = list[i].alternatives;
            const bool is_compared = list[i].reading.datum == street_fit_.declared;
            if (is_compared && std::find(others.begin(), others.end(), reading) != others.end()) {
                resolved_[at[i]] = {reading, why};
            }
        }
    }

    std::string streets_say(gis::WebDatum datum) const
    {
        const auto place = static_cast<std::size_t>(datum);
        return translate(Text::init_streets_tell,
                         {name_of(datum), street_fit_.better[place], street_fit_.better[place] + street_fit_.worse[place]});
    }

    /// Open is what neither another layer nor the streets agree with.
    void look_at_open_datums()
    {
        if (street_fit_.datum || stands_by_streets()) {
            return;
        }
        for (std::size_t i = 0; i < fits_.size(); ++i) {
            const std::size_t layer = at_[i];
            const bool is_open_datum = layers_[layer].layer->readings.is_datum_open && !resolved_.contains(layer);
            if (is_open_datum && !agrees_with_others(i)) {
                open_datums_[layer] = open_datum(i);
            }
        }
    }

    OpenDatum open_datum(std::size_t i) const
    {
        const auto& median_m = street_fit_.median_m;
        if (street_fit_.points > 0) {
            return {translate(Text::init_datum_open_streets, {median_m[0], median_m[1], median_m[2]}), true};
        }
        bool has_neighbours = !streets_.empty() || !known_.features.empty();
        for (std::size_t j = 0; j < fits_.size(); ++j) {
            has_neighbours = has_neighbours || (j != i && tells_datum(j));
        }
        return {translate(has_neighbours ? Text::init_datum_open : Text::init_datum_unknown), has_neighbours};
    }

    /// Too few points for a proof, but beside the streets as they stand, and by far less so in any other datum.
    bool stands_by_streets() const
    {
        constexpr double beside_m = 100.0;
        const auto& median_m = street_fit_.median_m;
        return street_fit_.points > 0 && median_m[0] <= beside_m && 2.0 * median_m[0] <= std::min(median_m[1], median_m[2]);
    }

    /// Its own datum is known, and its features are small enough: districts are too large to tell.
    bool tells_datum(std::size_t i) const
    {
        return !is_open(at_[i]) && !layers_[at_[i]].layer->readings.is_datum_open && fits_[i].role != Role::districts;
    }

    /// Three of five features, and four at least, lie where layers of a known datum want them.
    bool agrees_with_others(std::size_t i) const
    {
        std::vector<FitLayer> list;
        for (std::size_t j = 0; j < fits_.size(); ++j) {
            if (j != i && tells_datum(j)) {
                list.push_back(fits_[j]);
            }
        }
        list.push_back(known_);
        list.push_back(fits_[i]);
        const Agreement agreement = agreements(list, list.size() - 1).front();
        return agreement.agree >= least_agreeing && 10 * agreement.agree >= 6 * agreement.tested;
    }

    const std::vector<LayerFacts>& layers_;
    FitLayer known_;
    std::vector<std::size_t> open_; ///< layers with several readings
    std::vector<std::size_t> at_;   ///< the layer of each of `fits_`
    std::vector<FitLayer> fits_;
    std::map<std::size_t, ResolvedCrs> resolved_;
    const gis::MultiLine& streets_;
    StreetFit street_fit_;
    std::map<std::size_t, OpenDatum> open_datums_;
};

} // namespace

ResolvedCoordinates resolved_coordinates(const std::vector<LayerFacts>& layers, const std::vector<Candidate>& candidates,
                                         const std::vector<RoleChoice>& choices, const KnownSchools& known, const gis::MultiLine& streets)
{
    return CrsResolution(layers, candidates, choices, known, streets).all();
}

} // namespace fieldgap
