#include "layers/config/template_paths.hpp"

#include "gis/error.hpp"
#include "gis/io/source/named_files.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/config/config_keys.hpp"
#include "layers/config/config_paths.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace fieldgap::config {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr std::string_view city_mark = "{city}";
constexpr std::string_view city_name_key = "city.name";
constexpr std::size_t most_named = 4; ///< of several files that fit

std::string with_city(std::string text, const std::string& city)
{
    for (auto at = text.find(city_mark); at != std::string::npos; at = text.find(city_mark, at + city.size())) {
        text.replace(at, city_mark.size(), city);
    }
    return text;
}

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> fitting(const std::vector<std::string>& names, const std::string& pattern, int flags)
{
    std::vector<std::string> found;
    std::copy_if(names.begin(), names.end(), std::back_inserter(found),
                 [&](const std::string& name) { return fnmatch(pattern.c_str(), name.c_str(), flags | FNM_PERIOD) == 0; });
    return found;
}

/// As written; where nothing fits so, whatever its capitals.
std::vector<std::string> fitting(const std::vector<std::string>& names, const std::string& pattern)
{
    std::vector<std::string> found = fitting(names, pattern, 0);
    return found.empty() ? fitting(names, pattern, FNM_CASEFOLD) : found;
}

/// Of the parts of one file (.shp, .dbf ..) the one that stands for all.
std::vector<std::string> without_parts(std::vector<std::string> found, const fs::path& folder)
{
    const auto reads_all = [&](const std::string& name) {
        const auto parts = gis::files_read_for((folder / name).string());
        return std::all_of(found.begin(), found.end(), [&](const std::string& other) {
            return std::find(parts.begin(), parts.end(), (folder / other).string()) != parts.end();
        });
    };
    if (found.size() < 2 || std::none_of(found.begin(), found.end(), reads_all)) {
        return found;
    }
    const auto is_head = [](const std::string& name) { // the part by which GDAL opens them, geometry and all
        const std::string ending = words::lower_ascii(fs::path(name).extension().string());
        return ending == ".shp" || ending == ".tab" || ending == ".mif";
    };
    const auto head = std::find_if(found.begin(), found.end(), is_head);
    return {head == found.end() ? *std::find_if(found.begin(), found.end(), reads_all) : *head};
}

/// Letters to change, add or drop in a name until the pattern fits it; whatever a `*` stands for costs nothing.
std::size_t edits_to_fit(std::u32string_view pattern, std::u32string_view name)
{
    std::vector<std::size_t> edits(name.size() + 1); // of the pattern so far and so many letters of the name
    std::iota(edits.begin(), edits.end(), std::size_t{0});
    for (const char32_t letter : pattern) {
        std::size_t before = std::exchange(edits[0], letter == U'*' ? edits[0] : edits[0] + 1);
        for (std::size_t i = 1; i < edits.size(); ++i) {
            const std::size_t one_letter = before + (words::folded(letter) == words::folded(name[i - 1]) ? 0U : 1U);
            before = edits[i];
            edits[i] = letter == U'*' ? std::min(edits[i], edits[i - 1]) : std::min({one_letter, edits[i] + 1, edits[i - 1] + 1});
        }
    }
    return edits.back();
}

/// Of the files with the pattern's ending the one that it nearly fits; empty where there is none.
std::string nearest_to_fit(const std::string& pattern, const std::vector<std::string>& names)
{
    const auto ending_of = [](const std::string& name) { return words::lower_ascii(fs::path(name).extension().string()); };
    std::string nearest;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const std::string& name : names) {
        const std::size_t edits = edits_to_fit(words::code_points(pattern), words::code_points(name));
        if (ending_of(name) == ending_of(pattern) && edits < least) {
            least = edits;
            nearest = name;
        }
    }
    return nearest;
}

/// A key of the template and the folder that it is to fit.
class PathSearch
{
public:
    PathSearch(const Assignment& assignment, std::string folder) : assignment_(assignment), folder_(std::move(folder)) {}

    /// `written` with each name that holds `*` as that of the one file or folder it fits.
    std::string found(const std::string& written) const
    {
        fs::path path;
        for (const fs::path& part : fs::path(written)) {
            path /= one_of(fs::path(folder_) / path, part.string(), written);
        }
        return path.string();
    }

private:
    std::string one_of(const fs::path& folder, const std::string& pattern, const std::string& written) const
    {
        if (std::error_code error; fs::exists(folder / pattern, error)) { // a name may really hold a *
            return pattern;
        }
        const std::vector<std::string> names = names_in(folder);
        const std::vector<std::string> fit = without_parts(fitting(names, pattern), folder);
        if (fit.empty()) {
            throw gis::Error(no_file_fits(names, pattern, written));
        }
        if (fit.size() > 1) {
            std::vector<std::string> named(fit.begin(), fit.begin() + static_cast<std::ptrdiff_t>(std::min(fit.size(), most_named)));
            throw gis::UsageError(translate(Text::config_template_several,
                                            {assignment_.where, assignment_.key, folder_, written, fit.size(), words::joined(named)}));
        }
        return fit.front();
    }

    std::string no_file_fits(const std::vector<std::string>& names, const std::string& pattern, const std::string& written) const
    {
        const std::string near = nearest_to_fit(pattern, names);
        return near.empty() ? translate(Text::config_template_no_file, {assignment_.where, assignment_.key, folder_, written})
                            : translate(Text::config_template_no_file_near, {assignment_.where, assignment_.key, folder_, written, near});
    }

    const Assignment& assignment_;
    std::string folder_;
};

/// Where the path inside an archive begins: after the archive's own name.
std::optional<std::size_t> end_of_archive(const std::string& written, std::size_t from)
{
    const auto end = written.find(".zip", from);
    return end == std::string::npos ? std::nullopt : std::optional(end + 4);
}

std::string fitted(const std::string& written, const PathSearch& search)
{
    constexpr std::string_view zip = "/vsizip/";
    if (written.starts_with(zip) && written.size() > zip.size() && written[zip.size()] != '/' && written[zip.size()] != '{') {
        const auto end = end_of_archive(written, zip.size()).value_or(written.size());
        return std::string(zip) + search.found(written.substr(zip.size(), end - zip.size())) + written.substr(end);
    }
    return gis::is_remote(written) || written.starts_with('/') ? written : search.found(written);
}

bool is_input_path(const std::string& key)
{
    return (key.starts_with("inputs.") && key.ends_with(".path")) || key == candidates_key;
}

bool names_city(const std::string& key)
{
    return key == city_name_key || key == "output.path" || key == "register.path";
}

template <class Change>
void change_texts(Value& value, const Change& change)
{
    if (auto* const text = std::get_if<std::string>(&value)) {
        *text = change(*text);
    } else if (auto* const list = std::get_if<std::vector<std::string>>(&value)) {
        std::transform(list->begin(), list->end(), list->begin(), change);
    }
}

void name_the_city(std::vector<Assignment>& assignments, const std::string& city, const std::string& folder)
{
    const auto named = std::find_if(assignments.begin(), assignments.end(), [](const Assignment& one) { return one.key == city_name_key; });
    if (named == assignments.end()) {
        assignments.push_back({std::string(city_name_key), city, folder, ""});
        return;
    }
    const auto* const text = std::get_if<std::string>(&named->value);
    if (text != nullptr && text->find(city_mark) == std::string::npos) {
        named->value = city;
    }
}

} // namespace

std::string city_of_folder(const std::string& folder)
{
    const fs::path path = fs::path(folder).lexically_normal();
    return words::valid_utf8((path.has_filename() ? path : path.parent_path()).filename().string());
}

void fit_to_folder(std::vector<Assignment>& assignments, const std::string& folder)
{
    const std::string city = city_of_folder(folder);
    name_the_city(assignments, city, folder);
    for (Assignment& assignment : assignments) {
        if (names_city(assignment.key)) {
            change_texts(assignment.value, [&](const std::string& text) { return with_city(text, city); });
        } else if (is_input_path(assignment.key)) {
            const PathSearch search(assignment, folder);
            change_texts(assignment.value,
                         [&](const std::string& written) { return written == "?" ? written : fitted(with_city(written, city), search); });
        }
    }
}

} // namespace fieldgap::config
