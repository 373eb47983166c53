#include "domain/new_venues/venue_greedy.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace fieldgap {
namespace {

/// What a place gained when it was asked last; the largest first, then the place that stands first.
struct Promise
{
    ExactArea gain;
    std::uint32_t place = 0;
    std::size_t beside = 0; ///< how many were chosen then

    friend bool operator<(const Promise& a, const Promise& b) { return a.gain != b.gain ? a.gain > b.gain : a.place < b.place; }
};

/// The bound is the sharper, the more of the largest gains are those of today; asking again costs time.
constexpr std::size_t asked_again = 20;

class LazyGreedy
{
public:
    LazyGreedy(VenueGains gains, std::size_t count) : gains_(std::move(gains)), count_(count)
    {
        for (std::uint32_t place = 0; place < gains_.places(); ++place) {
            promises_.insert({gains_.with({&place, 1}), place, 0});
        }
        result_.bound = most_with_best();
    }

    GreedyVenues chosen()
    {
        while (result_.chosen.size() < count_ && take_best()) {
            ask_best_again();
            result_.bound = std::min(result_.bound, most_with_best());
        }
        return std::move(result_);
    }

private:
    bool take_best()
    {
        if (promises_.empty() || promises_.begin()->gain == ExactArea()) {
            return false;
        }
        result_.gain += promises_.begin()->gain;
        result_.chosen.push_back(promises_.begin()->place);
        gains_.keep(promises_.begin()->place);
        promises_.erase(promises_.begin());
        return true;
    }

    /// Until the first ones have all been asked beside those that are chosen by now.
    void ask_best_again()
    {
        std::size_t fresh = 0;
        const std::size_t wanted = std::min({count_, promises_.size(), asked_again});
        for (auto next = promises_.begin(); fresh < wanted;) {
            gis::throw_if_interrupted();
            if (next->beside == result_.chosen.size()) {
                ++fresh;
                ++next;
                continue;
            }
            Promise again = *next;
            promises_.erase(next);
            again.gain = gains_.with({&again.place, 1});
            again.beside = result_.chosen.size();
            promises_.insert(again);
            next = promises_.begin();
            fresh = 0;
        }
    }

    ExactArea most_with_best() const
    {
        ExactArea most = result_.gain;
        std::size_t taken = 0;
        for (auto next = promises_.begin(); next != promises_.end() && taken < count_; ++next, ++taken) {
            most += next->gain;
        }
        return most;
    }

    VenueGains gains_;
    std::size_t count_;
    std::set<Promise> promises_;
    GreedyVenues result_;
};

} // namespace

GreedyVenues greedily_chosen(VenueGains gains, std::size_t count)
{
    return LazyGreedy(std::move(gains), count).chosen();
}

} // namespace fieldgap
