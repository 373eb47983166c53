#include "layers/draft/draft_sections.hpp"

#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

void keep(std::vector<DraftKey>& keys, const std::string& name, const std::string& literal)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const DraftKey& key) { return key.name == name; });
    if (found == keys.end()) {
        keys.push_back({name, literal, translate(Text::init_as_answered), {}});
    } else if (found->literal != literal) {
        *found = {name, literal, translate(Text::init_as_answered), {}};
    }
}

const DraftInput* input_of(const Draft& draft, Role role)
{
    const auto found = std::find_if(draft.inputs.begin(), draft.inputs.end(), [&](const DraftInput& input) { return input.role == role; });
    return found == draft.inputs.end() ? nullptr : &*found;
}

bool tells_of_schools(const Draft& draft, const std::string& column)
{
    const DraftInput* schools = input_of(draft, Role::schools);
    return schools != nullptr && std::any_of(schools->comments.begin(), schools->comments.end(), [&](const std::string& comment) {
               return comment.find(" " + column + " = ") != std::string::npos;
           });
}

struct ChannelText
{
    std::string_view name;
    std::string_view cost;
};
constexpr std::array channels = {ChannelText{"share", "10"}, ChannelText{"rent", "60"}, ChannelText{"basement", "45"},
                                 ChannelText{"expand", "20"}};

bool may_be_on(const Draft& draft, std::string_view channel)
{
    const bool can_walk = input_of(draft, Role::network) != nullptr;
    if (channel == "share") {
        return can_walk;
    }
    if (channel == "rent") {
        return can_walk && input_of(draft, Role::venues) != nullptr;
    }
    return tells_of_schools(draft, channel == "basement" ? "basement_usable_m2" : "expand_possible_m2");
}

DraftSection channel_section(const Draft& draft, const Answers& answers)
{
    DraftSection section{"channels", {translate(Text::init_channels)}, {}};
    std::string off;
    for (const ChannelText& channel : channels) {
        const std::string name(channel.name);
        const bool is_on = answers.is_empty() ? may_be_on(draft, channel.name) : answers.has_table("channels." + name);
        if (is_on) {
            section.keys.push_back({name + ".cost_per_m2", std::string(channel.cost), "", {}});
        } else {
            off += (off.empty() ? "" : ", ") + name + " = { cost_per_m2 = " + std::string(channel.cost) + " }";
        }
    }
    if (!off.empty()) {
        section.comments.push_back(translate(Text::init_channels_off, {off}));
    }
    return section;
}

DraftSection& section_named(Draft& draft, const std::string& name)
{
    for (auto* sections : {&draft.before, &draft.after}) {
        const auto found = std::find_if(sections->begin(), sections->end(), [&](const DraftSection& each) { return each.name == name; });
        if (found != sections->end()) {
            return *found;
        }
    }
    draft.after.push_back({name, {}, {}});
    return draft.after.back();
}

/// Keys of an inline table stay together.
void keep_in_section(DraftSection& section, const std::string& name, const std::string& literal)
{
    keep(section.keys, name, literal);
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) {
        return;
    }
    const std::string table = name.substr(0, dot + 1);
    const auto first =
        std::find_if(section.keys.begin(), section.keys.end(), [&](const DraftKey& key) { return key.name.starts_with(table); });
    std::stable_partition(first, section.keys.end(), [&](const DraftKey& key) { return key.name.starts_with(table); });
}

std::string without_quotes(const std::string& name)
{
    return name.size() >= 2 && name.front() == '"' && name.back() == '"' ? name.substr(1, name.size() - 2) : name;
}

} // namespace

void keep_answers(DraftInput& input, const Answers& answers)
{
    const std::string table = "inputs." + std::string(name_of(input.role)) + ".";
    const std::string columns = table + "columns.";
    for (const std::string& key : answers.keys()) {
        if (key.starts_with(columns)) {
            keep(input.columns, without_quotes(key.substr(columns.size())), *answers.literal(key));
        } else if (key.starts_with(table) && key != table + "path") {
            keep(input.keys, key.substr(table.size()), *answers.literal(key));
        }
    }
}

void add_sections(Draft& draft, const Answers& answers, const std::string& city_name)
{
    draft.before.push_back({"city", {}, {{"name", words::toml_text(city_name), "", {}}}});
    draft.after.push_back({"standards",
                           {translate(Text::init_standards)},
                           {{"regime", "\"plan\"", "plan | national", {}}, {"primary", "7.5", "", {}}, {"junior", "10.2", "", {}}}});
    if (input_of(draft, Role::network) != nullptr) {
        draft.after.push_back({"walk", {}, {{"minutes", "10", "", {}}, {"speed_m_per_min", "80", translate(Text::init_walk), {}}}});
    }
    draft.after.push_back(channel_section(draft, answers));
    if (input_of(draft, Role::residential) != nullptr) {
        draft.after.push_back({"estates",
                               {},
                               {{"persons_per_household", "2.8", "", {}},
                                {"pupils_per_1000.primary", "45", "", {}},
                                {"pupils_per_1000.junior", "22", "", {}}}});
    }
    for (const std::string& key : answers.keys()) {
        const std::size_t dot = key.find('.');
        if (dot != std::string::npos && !key.starts_with("inputs.")) {
            keep_in_section(section_named(draft, key.substr(0, dot)), key.substr(dot + 1), *answers.literal(key));
        }
    }
}

void add_output_path(Draft& draft, const std::string& path)
{
    section_named(draft, "output").keys.push_back({"path", words::toml_text(path), translate(Text::init_output_path), {}});
}

} // namespace fieldgap
