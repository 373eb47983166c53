#pragma once
// The strike-off register of a run: kept from others while the result is made, changed once that has appeared.

#include "cli/log.hpp"
#include "layers/config/config.hpp"
#include "layers/input/read_city.hpp"
#include "layers/result/result_view.hpp"
#include "register/register_file.hpp"

#include <memory>
#include <string_view>

namespace fieldgap {

/// Does nothing where the config names no register. Borrowed: the config.
class RunRegister
{
public:
    /// Refuses what could not be written in the end. Throws as `check_register`.
    explicit RunRegister(const Config& config);

    /// How the register stands after the run, for the result: filled by `take`. nullptr without a register.
    const RegisterAfter* after() const { return is_kept() ? &after_ : nullptr; }

    /// Where the register lies, counted from the project beside a result; empty without a register.
    std::string path_from(const std::string& result) const;

    /// Waits for the register, takes every issue one step on, and adds what is doubtful to the findings of the results. From here on
    /// nobody else can write it.
    void take(const CityInput& input, const WalkNetworkView& walking, Results& results, std::string_view version);

    /// The result has appeared.
    void commit(cli::Log& log);

private:
    bool is_kept() const { return !config_.register_file.path.empty(); }

    const Config& config_;
    RegisterAfter after_;
    std::unique_ptr<RegisterFile> file_;
};

/// What is doubtful in the register of a config, for `check`: nothing is written.
Findings findings_of_register(const Config& config, const City& city);

} // namespace fieldgap
