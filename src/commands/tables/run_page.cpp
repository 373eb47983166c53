#include "commands/tables/run_page.hpp"

#include "commands/tables/programme_table.hpp"
#include "commands/tables/run_sentences.hpp"

namespace fieldgap {
namespace {

std::vector<Channel> channels_on(const Settings& settings)
{
    std::vector<Channel> on;
    for (const Channel channel : all_channels) {
        if (settings.channels[channel].on) {
            on.push_back(channel);
        }
    }
    return on;
}

} // namespace

cli::Page run_page(const ResultView& view, const BlockSigns& signs)
{
    cli::Page page;
    for (const std::string& sentence : run_sentences(view)) {
        page.add(sentence + "\n");
    }
    const auto waterfall = waterfall_of(view.results.districts.city);
    if (waterfall && waterfall->required > ExactArea()) {
        page.add("\n");
        add_waterfall(page, *waterfall, channels_on(view.settings), signs);
    }
    if (const std::string programmes = programme_table(view); !programmes.empty()) {
        page.add("\n" + programmes);
    }
    return page;
}

} // namespace fieldgap
