#include "batch/cities/find_cities.hpp"

#include "batch/cities/city_names.hpp"
#include "batch/cities/file_places.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "layers/config/city_table.hpp"
#include "layers/config/template_paths.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

std::string ending_of(const fs::path& path)
{
    return words::lower_ascii(path.extension().string());
}

bool is_folder(const fs::path& path)
{
    std::error_code error;
    return fs::is_directory(path, error);
}

bool is_there(const fs::path& path)
{
    std::error_code error;
    return fs::exists(path, error);
}

/// Fills a list of cities, each config once.
class Search
{
public:
    explicit Search(const CitySearch& search) : search_(search), out_folder_(same_place(search.out_folder)) {}

    void look_at(const std::string& path)
    {
        if (!is_there(path)) {
            throw gis::UsageError(translate(Text::batch_path_missing, {path}));
        }
        if (!is_folder(path) && ending_of(path) == ".txt") {
            return look_through_list(path);
        }
        take(path);
    }

    FoundCities found()
    {
        if (cities_.empty()) {
            throw gis::UsageError(
                translate(search_.template_path.empty() ? Text::batch_no_city : Text::batch_no_folder, {words::joined(search_.paths)}));
        }
        return {named(), std::move(notes_)};
    }

private:
    /// A city before it has a name of its own.
    struct Candidate
    {
        std::string city;
        std::string config;
        std::string folder;
        std::string problem;
    };

    bool has_template() const { return !search_.template_path.empty(); }

    void take(const fs::path& path)
    {
        if (has_template()) {
            is_folder(path) ? take_sub_folders(path) : throw gis::UsageError(translate(Text::batch_no_folder_path, {path.string()}));
        } else if (is_folder(path)) {
            look_below(path);
        } else {
            take_config(path, Wanted::by_name);
        }
    }

    enum class Wanted : bool { by_name, by_folder };

    /// Of a config that says none: its own name, or, where that is `city.toml` as `init` writes it, that of its folder.
    static std::string name_by_place(const fs::path& config)
    {
        const fs::path folder = fs::path(same_place(config)).parent_path().filename();
        return config.stem() == "city" && !folder.empty() ? folder.string() : config.stem().string();
    }

    void add(Candidate candidate)
    {
        const std::string place = same_place(candidate.folder.empty() ? candidate.config : candidate.folder);
        if (seen_.insert(place).second) {
            cities_.push_back(std::move(candidate));
        } else {
            notes_.push_back(translate(Text::batch_config_twice, {candidate.folder.empty() ? candidate.config : candidate.folder}));
        }
    }

    void take_config(const fs::path& path, Wanted wanted)
    {
        const std::string config = path.string();
        try {
            const auto table = city_table_of(config);
            if (table || wanted == Wanted::by_name) {
                add({table && !table->name.empty() ? table->name : name_by_place(path), config, "", ""});
            } else {
                notes_.push_back(translate(Text::batch_toml_without_city, {config}));
            }
        } catch (const gis::Error& error) {
            add({name_by_place(path), config, "", error.what()});
        }
    }

    void take_folder(const fs::path& folder) { add({config::city_of_folder(folder.string()), search_.template_path, folder.string(), ""}); }

    void take_sub_folders(const fs::path& folder)
    {
        for (const fs::path& entry : entries_of(folder)) {
            if (is_folder(entry) && !is_out_folder(entry)) {
                take_folder(entry);
            }
        }
    }

    /// Folders reached by links are not entered: they may lead back.
    void look_below(const fs::path& folder)
    {
        for (const fs::path& entry : entries_of(folder)) {
            gis::throw_if_interrupted();
            std::error_code error;
            if (is_folder(entry)) {
                if (!fs::is_symlink(entry, error) && !is_out_folder(entry)) {
                    look_below(entry);
                }
            } else if (ending_of(entry) == ".toml") {
                take_config(entry, Wanted::by_folder);
            }
        }
    }

    bool is_out_folder(const fs::path& path) const { return !out_folder_.empty() && same_place(path) == out_folder_; }

    /// In the order of their names; hidden ones are none.
    std::vector<fs::path> entries_of(const fs::path& folder)
    {
        std::vector<fs::path> entries;
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            if (!entry->path().filename().string().starts_with('.')) {
                entries.push_back(entry->path());
            }
        }
        if (error) {
            notes_.push_back(translate(Text::batch_folder_unreadable, {folder.string(), error.message()}));
        }
        std::sort(entries.begin(), entries.end());
        return entries;
    }

    void look_through_list(const fs::path& list)
    {
        std::ifstream file(list, std::ios::binary);
        if (!file) {
            throw gis::UsageError(translate(Text::batch_list_unreadable, {list.string()}));
        }
        std::size_t number = 0;
        for (std::string line; std::getline(file, line);) {
            gis::throw_if_interrupted();
            constexpr std::string_view mark = "\xEF\xBB\xBF";
            std::string_view text = line;
            text.remove_prefix(++number == 1 && text.starts_with(mark) ? mark.size() : 0);
            text = words::trimmed(text);
            if (!text.empty() && !text.starts_with('#')) {
                take_listed(list, std::string(text), number);
            }
        }
    }

    void take_listed(const fs::path& list, std::string text, std::size_t line)
    {
        fs::path path = list.parent_path() / text;
        if (!is_there(path) && text.find('\\') != std::string::npos) { // as Windows writes paths
            std::replace(text.begin(), text.end(), '\\', '/');
            path = list.parent_path() / text;
        }
        if (!is_there(path)) {
            add({name_by_place(path), path.string(), "", translate(Text::batch_listed_missing, {list.string(), line, text})});
        } else if (has_template() && is_folder(path)) {
            take_folder(path);
        } else {
            take(path);
        }
    }

    /// Names are given in the order of the configs, so that a city keeps its own however it was found.
    std::vector<BatchCity> named()
    {
        std::sort(cities_.begin(), cities_.end(),
                  [](const Candidate& a, const Candidate& b) { return std::tie(a.config, a.folder) < std::tie(b.config, b.folder); });
        CityNames names;
        std::vector<BatchCity> cities;
        for (Candidate& one : cities_) {
            std::string name = names.unique(one.city);
            if (name != one.city) {
                notes_.push_back(translate(Text::batch_city_renamed, {one.city, one.folder.empty() ? one.config : one.folder, name}));
            }
            cities.push_back({std::move(name), std::move(one.config), std::move(one.folder), std::move(one.problem)});
        }
        std::sort(cities.begin(), cities.end(), [](const BatchCity& a, const BatchCity& b) { return a.name < b.name; });
        return cities;
    }

    const CitySearch& search_;
    std::string out_folder_;
    std::vector<Candidate> cities_;
    std::vector<std::string> notes_;
    std::set<std::string> seen_;
};

} // namespace

FoundCities find_cities(const CitySearch& search)
{
    Search cities(search);
    for (const std::string& path : search.paths) {
        cities.look_at(path);
    }
    return cities.found();
}

} // namespace fieldgap
