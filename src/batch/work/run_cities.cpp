#include "batch/work/run_cities.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"

#include <poll.h>

#include <chrono>
#include <map>
#include <memory>
#include <thread>

namespace fieldgap {
namespace {

constexpr int between_looks_ms = 50;                   ///< at memory and time of those that run
constexpr std::chrono::milliseconds time_to_end{1200}; ///< less than the grace of cli/interrupt.hpp

class Cities
{
public:
    Cities(const std::vector<CityWork>& cities, const AdmissionLimits& admission, const ProcessLimits& limits, const OnEnd& on_end)
        : cities_(cities), limits_(limits), on_end_(on_end), admission_(sizes_of(cities), admission)
    {
    }

    void run()
    {
        while (!admission_.is_all_begun() || !running_.empty()) {
            if (gis::is_interrupted()) {
                end_all();
                throw gis::Interrupted();
            }
            begin_those_that_fit();
            wait_for_an_end();
            collect_ended();
        }
    }

private:
    static std::vector<std::uint64_t> sizes_of(const std::vector<CityWork>& cities)
    {
        std::vector<std::uint64_t> sizes;
        for (const CityWork& city : cities) {
            sizes.push_back(city.input_bytes);
        }
        return sizes;
    }

    void begin_those_that_fit()
    {
        while (const auto city = admission_.next()) {
            std::vector<std::string> arguments = cities_[*city].arguments;
            arguments.insert(arguments.end(), {"--threads", std::to_string(admission_.threads())});
            try {
                running_.emplace(*city, std::make_unique<CityProcess>(arguments, cities_[*city].log, limits_));
            } catch (const gis::WriteError& error) { // of this city's log, or no process is to be had just now
                admission_.finished(*city, std::nullopt);
                CityOutcome outcome;
                outcome.state = CityState::failed;
                outcome.message = error.what();
                on_end_(*city, std::move(outcome));
            }
        }
    }

    void wait_for_an_end() const
    {
        std::vector<pollfd> handles;
        for (const auto& [city, process] : running_) {
            if (process->end_handle() >= 0) {
                handles.push_back({process->end_handle(), POLLIN, 0});
            }
        }
        const bool can_wait = handles.size() == running_.size();
        poll(handles.data(), handles.size(), running_.empty() ? 0 : can_wait ? between_looks_ms : between_looks_ms / 10);
    }

    void collect_ended()
    {
        for (auto it = running_.begin(); it != running_.end();) {
            const auto end = it->second->ended();
            if (!end) {
                ++it;
                continue;
            }
            const std::size_t city = it->first;
            it = running_.erase(it);
            CityOutcome outcome = outcome_of(*end, cities_[city].log);
            admission_.finished(city, has_result(outcome.state) ? outcome.peak_mib : std::nullopt);
            on_end_(city, std::move(outcome));
        }
    }

    /// As Ctrl-C on the terminal would, also where only this process was told.
    void end_all()
    {
        for (const auto& [city, process] : running_) {
            process->ask_to_end();
        }
        const auto until = std::chrono::steady_clock::now() + time_to_end;
        while (!running_.empty() && std::chrono::steady_clock::now() < until) {
            wait_for_an_end();
            collect_ended();
        }
        for (const auto& [city, process] : running_) {
            CityOutcome outcome;
            outcome.state = CityState::interrupted;
            on_end_(city, std::move(outcome));
        }
        running_.clear();
    }

    const std::vector<CityWork>& cities_;
    const ProcessLimits& limits_;
    const OnEnd& on_end_;
    CityAdmission admission_;
    std::map<std::size_t, std::unique_ptr<CityProcess>> running_;
};

} // namespace

void run_cities(const std::vector<CityWork>& cities, const AdmissionLimits& admission, const ProcessLimits& limits, const OnEnd& on_end)
{
    Cities(cities, admission, limits, on_end).run();
}

} // namespace fieldgap
