#pragma once
// A synthetic city, for demos, tests and scaling.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <cstdint>
#include <string>

namespace fieldgap {

/// `fieldgap synth [-o DIR] [--schools N] [--seed S] [--network FILE]`
struct SynthOptions
{
    static constexpr std::string_view command = "synth";
    static constexpr words::Text about = words::Text::cli_about_synth;

    cli::CommonOptions common;
    std::string folder = "synthetic_city";
    int schools = 20; ///< 5..20000
    std::uint64_t seed = 1;
    std::string network_path; ///< empty: streets are drawn

    void declare(cli::CommandLine& line);
    void check(std::string_view) const {}
};

int carry_out(const SynthOptions& options, cli::Log& log);

} // namespace fieldgap
