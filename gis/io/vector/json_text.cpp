#include "gis/io/vector/json_text.hpp"

#include "gis/interrupt.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/crs.hpp"

#include <cpl_vsi.h>
#include <nlohmann/json.hpp>
#include <ogr_spatialref.h>

#include <memory>
#include <string_view>
#include <vector>

namespace gis {
namespace {

/// Calls `visit(bytes)` for each piece of a file.
template <class Visit>
void for_each_piece(const std::string& path, Visit& visit)
{
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(path.c_str(), "rb"),
                                                             [](VSILFILE* open) { return VSIFCloseL(open); });
    std::vector<char> piece(std::size_t{1} << 20U);
    while (file != nullptr) {
        throw_if_interrupted();
        const std::size_t count = VSIFReadL(piece.data(), 1, piece.size(), file.get());
        if (count == 0) {
            return;
        }
        visit(std::string_view(piece.data(), count));
    }
}

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// How deep a place of a JSON text lies in its brackets.
class Nesting
{
public:
    bool is_in_string() const { return is_in_string_; }
    int depth() const { return depth_; }

    void take(char c)
    {
        if (is_in_string_) {
            is_in_string_ = is_escaped_ || c != '"';
            is_escaped_ = !is_escaped_ && c == '\\';
        } else if (c == '"') {
            is_in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            --depth_;
        }
    }

private:
    int depth_ = 0;
    bool is_in_string_ = false;
    bool is_escaped_ = false;
};

/// Follows the members of the outermost object.
class CollectionScan
{
public:
    void operator()(std::string_view bytes)
    {
        for (const char c : bytes) {
            take(c);
        }
    }

    GeoJsonText text;

private:
    static constexpr std::size_t longest_crs = 10'000;

    void take(char c)
    {
        const bool was_in_string = nesting_.is_in_string();
        const int before = nesting_.depth();
        nesting_.take(c);
        line_ += c == '\n' ? 1U : 0U;
        if (before > 2 && !is_crs_) {
            return; // within a feature, as nearly all of the text is
        }
        if (before == 0) {
            const bool is_more = has_begun_ && !is_space(c) && text.line_of_more == 0;
            text.line_of_more = is_more ? line_ : text.line_of_more;
            has_begun_ = has_begun_ || nesting_.depth() == 1;
        }
        if (before == 1 && !was_in_string) {
            take_between_members(c);
        } else if (before == 1) {
            word_ += word_.size() < longest_crs ? std::string_view(&c, 1) : std::string_view();
        } else if (before == 2 && key_ == "features" && !was_in_string) {
            take_in_features(c);
        }
        if (is_crs_ && (before > 1 || nesting_.depth() > 1) && text.crs.size() < longest_crs) {
            text.crs += c;
        }
    }

    void take_between_members(char c)
    {
        if (c == '"') {
            word_.clear();
        } else if (c == ':') {
            key_ = word_.substr(0, word_.size() - (word_.empty() ? 0 : 1)); // without its closing quote
            is_crs_ = key_ == "crs";
        } else if (c == ',') {
            key_.clear();
            is_crs_ = false;
        } else if (c == '[' && key_ == "features") {
            text.features = 0;
            is_element_next_ = true;
        }
    }

    void take_in_features(char c)
    {
        if (c == ',') {
            is_element_next_ = true;
        } else if (!is_space(c) && c != ']' && is_element_next_) {
            ++*text.features;
            is_element_next_ = false;
        }
    }

    Nesting nesting_;
    std::string word_; ///< the last text at the members' level
    std::string key_;  ///< the member at hand
    bool is_crs_ = false;
    bool is_element_next_ = false;
    bool has_begun_ = false;
    std::uint64_t line_ = 1;
};

/// Follows the lines of a file of them.
class LineScan
{
public:
    void operator()(std::string_view bytes)
    {
        constexpr char record_separator = '\x1E';
        if (is_at_start_ && !bytes.empty()) {
            separator_ = bytes.front() == record_separator ? record_separator : '\n';
            is_at_start_ = false;
        }
        for (const char c : bytes) {
            if (c == separator_) {
                end_record();
            } else {
                take(c);
            }
        }
    }

    void end_record()
    {
        if (!is_blank_) {
            ++lines.records;
            const bool is_whole = has_object_ && nesting_.depth() == 0 && !nesting_.is_in_string();
            lines.odd = lines.odd == 0 && (!is_whole || has_more_) ? lines.records : lines.odd;
        }
        nesting_ = Nesting();
        is_blank_ = true;
        has_object_ = false;
        has_more_ = false;
    }

    JsonLines lines;

private:
    void take(char c)
    {
        const bool is_outside = nesting_.depth() == 0 && !nesting_.is_in_string();
        nesting_.take(c);
        if (!is_outside || is_space(c) || is_mark(c)) {
            return;
        }
        // A comma behind a feature does no harm; anything else is a second record that nobody would see.
        has_more_ = has_more_ || (has_object_ ? c != ',' : c != '{');
        has_object_ = has_object_ || c == '{';
        is_blank_ = false;
    }

    /// The mark that some programs put before UTF-8.
    static bool is_mark(char c) { return c == '\xEF' || c == '\xBB' || c == '\xBF'; }

    Nesting nesting_;
    char separator_ = '\n';
    bool is_at_start_ = true;
    bool is_blank_ = true;
    bool has_object_ = false;
    bool has_more_ = false;
};

} // namespace

GeoJsonText geojson_text(const std::string& path)
{
    CollectionScan scan;
    for_each_piece(path, scan);
    return std::move(scan.text);
}

JsonLines json_lines(const std::string& path)
{
    LineScan scan;
    for_each_piece(path, scan);
    scan.end_record();
    return scan.lines;
}

bool is_known_crs_member(const std::string& crs)
{
    const auto member = nlohmann::json::parse(crs, nullptr, false);
    if (!member.is_object() || !member.contains("type")) {
        return true;
    }
    const auto& properties = member.contains("properties") ? member["properties"] : member;
    if (member["type"] != "name" || !properties.is_object() || !properties.contains("name") || !properties["name"].is_string()) {
        return member["type"] != "link";
    }
    const GdalMessages messages;
    return crs_from_text(properties["name"].get<std::string>()) != nullptr;
}

} // namespace gis
