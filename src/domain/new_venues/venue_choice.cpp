#include "domain/new_venues/venue_choice.hpp"

#include "domain/new_venues/venue_gains.hpp"
#include "domain/new_venues/venue_greedy.hpp"
#include "domain/new_venues/venue_search.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fieldgap {
namespace {

using Places = std::vector<std::uint32_t>;

class VenueChooser
{
public:
    explicit VenueChooser(const VenueProblem& problem) : problem_(problem), gains_(problem, DistrictCapsBind::places_too) {}

    VenueChoice chosen()
    {
        for (std::uint32_t place = 0; place < problem_.places.size(); ++place) {
            result_.alone.push_back(gains_.with({&place, 1}));
        }
        result_.bound = max_closed(with_all_places(problem_)) - max_closed(problem_.base);
        choose();
        if (problem_.places.size() <= most_places_searched) {
            leave_idle_out();
            take_earlier_ones();
        }
        rank();
        return std::move(result_);
    }

private:
    void choose()
    {
        if (problem_.count >= problem_.places.size()) {
            Places all(problem_.places.size());
            std::iota(all.begin(), all.end(), 0U);
            return take(std::move(all));
        }
        choose_greedily();
        if (result_.gain < result_.bound && problem_.places.size() <= most_places_searched) {
            search();
        }
    }

    void choose_greedily()
    {
        const bool are_capped = std::any_of(problem_.places.begin(), problem_.places.end(),
                                            [](const SupplyNode& place) { return place.district_cap != no_district_cap; });
        GreedyVenues greedy = greedily_chosen(gains_, problem_.count);
        take(std::move(greedy.chosen));
        if (are_capped) { // then only gains without these caps are sure to shrink
            greedy = greedily_chosen(VenueGains(problem_, DistrictCapsBind::today_only), problem_.count);
            take(std::move(greedy.chosen));
        }
        result_.bound = std::min(result_.bound, greedy.bound);
    }

    void search()
    {
        SearchedVenues found = searched_venues(problem_, result_.gain);
        if (found.chosen) {
            take(std::move(*found.chosen));
        }
        if (found.bound && *found.bound >= result_.gain) { // less says that the search lost itself in its doubles
            result_.bound = std::min(result_.bound, *found.bound);
        }
    }

    /// If they are better than those chosen so far.
    void take(Places places)
    {
        const ExactArea gain = gains_.with(places);
        if (gain > result_.gain) {
            result_.gain = gain;
            result_.chosen = std::move(places);
            std::sort(result_.chosen.begin(), result_.chosen.end());
        }
    }

    /// The last ones first.
    void leave_idle_out()
    {
        for (std::size_t i = result_.chosen.size(); i-- > 0;) {
            Places others = result_.chosen;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            if (gains_.with(others) == result_.gain) {
                result_.chosen = std::move(others);
            }
        }
    }

    /// Each exchange makes the places as a list smaller, so that this ends.
    void take_earlier_ones()
    {
        for (std::size_t i = 0; i < result_.chosen.size();) {
            gis::throw_if_interrupted();
            i = exchange(i) ? 0 : i + 1;
        }
    }

    bool exchange(std::size_t position)
    {
        for (std::uint32_t earlier = 0; earlier < result_.chosen[position]; ++earlier) {
            if (std::binary_search(result_.chosen.begin(), result_.chosen.end(), earlier)) {
                continue;
            }
            Places others = result_.chosen;
            others[position] = earlier;
            if (gains_.with(others) == result_.gain) {
                std::sort(others.begin(), others.end());
                result_.chosen = std::move(others);
                return true;
            }
        }
        return false;
    }

    void rank()
    {
        Places left = std::exchange(result_.chosen, {});
        VenueGains beside = gains_;
        while (!left.empty()) {
            std::size_t best = 0;
            ExactArea most;
            for (std::size_t i = 0; i < left.size(); ++i) {
                const ExactArea gain = beside.with({&left[i], 1});
                best = gain > most ? i : best;
                most = std::max(most, gain);
            }
            result_.chosen.push_back(left[best]);
            result_.beside.push_back(most);
            beside.keep(left[best]);
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
        }
    }

    const VenueProblem& problem_;
    VenueGains gains_;
    VenueChoice result_;
};

} // namespace

VenueChoice chosen_venues(const VenueProblem& problem)
{
    return VenueChooser(problem).chosen();
}

} // namespace fieldgap
