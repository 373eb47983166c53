#include "layers/rows/read_streets.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/geodesic.hpp"
#include "gis/joining/street_level.hpp"
#include "gis/joining/street_line_collector.hpp"
#include "gis/streets/foot_access.hpp"
#include "gis/streets/street_kinds.hpp"
#include "layers/rows/class_counts.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/road_class.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace fieldgap {
namespace {

/// The columns of a line layer that say who may walk there and how high it lies, by their OSM key.
constexpr std::array<std::string_view, 6> street_columns = {"foot", "access", "sidewalk", "bridge", "tunnel", "layer"};

constexpr std::string_view highway = "highway";
constexpr std::string_view technical_grade = "technical_grade";

/// What is walked where a class is not known, or not told.
constexpr std::string_view any_road = "road";

double length_m(const gis::MultiLine& degrees)
{
    double sum_m = 0.0;
    for (const gis::Line& line : degrees) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            sum_m += gis::geodesic_length_m(line[i - 1], line[i]);
        }
    }
    return sum_m;
}

/// Tags of a row without its class; keeps their texts alive.
class RowTags
{
public:
    RowTags(const Table& table, const gis::VectorFeature& row)
    {
        for (std::size_t i = 0; i < street_columns.size(); ++i) {
            texts_[i] = cell_key(table.text(row, street_columns[i]));
        }
    }

    std::vector<gis::StreetTag> with_class(std::string_view road_class) const
    {
        std::vector<gis::StreetTag> tags{{highway, road_class}};
        for (std::size_t i = 0; i < street_columns.size(); ++i) {
            if (!texts_[i].empty()) {
                tags.emplace_back(street_columns[i], texts_[i]);
            }
        }
        return tags;
    }

private:
    std::array<std::string, street_columns.size()> texts_;
};

class StreetReader
{
public:
    StreetReader(const Table& table, const WalkSettings& walk) : table_(table), rules_{walk.trunk_open}, class_column_(class_column(table))
    {
    }

    StreetsRead read(const gis::CityPlane& plane, double join_m, Findings& findings)
    {
        for (const gis::VectorFeature& row : table_.layer().features) {
            if (const auto* lines = std::get_if<gis::MultiLine>(&row.geometry)) {
                read_row(row, *lines);
            } else {
                ++not_lines_;
            }
        }
        read_.streets = std::move(collector_).streets(plane, join_m, kinds_.kinds());
        read_.streets.trunk_ways_barred = trunk_.lines();
        read_.streets.trunk_barred_m = trunk_.km() * 1000.0;
        read_.class_column = class_column_.empty() ? "" : table_.heading_of(class_column_);
        read_.classes_barred = barred_.text();
        report(findings);
        return std::move(read_);
    }

private:
    static std::string_view class_column(const Table& table)
    {
        return table.has(highway) ? highway : table.has(technical_grade) ? technical_grade : std::string_view();
    }

    /// A national road may be a motorway, which its technical grade alone tells.
    std::string class_text(const gis::VectorFeature& row)
    {
        const std::string grade = table_.text(row, technical_grade);
        if (!grade.empty() && class_column_ == highway && is_closed_grade(classes_in(grade))) {
            return grade;
        }
        return class_column_.empty() ? "" : table_.text(row, class_column_);
    }

    static bool is_closed_grade(const std::vector<RoadClass>& classes)
    {
        return std::any_of(classes.begin(), classes.end(),
                           [](const RoadClass& one) { return one.known == "motorway" || one.known == "trunk"; });
    }

    const std::vector<RoadClass>& classes_in(const std::string& cell)
    {
        const auto known = known_cells_.find(cell);
        return known != known_cells_.end() ? known->second : known_cells_.emplace(cell, road_classes_of(cell)).first->second;
    }

    /// Walked if one of the classes is. Words that are no class are walked.
    gis::FootAccess access(const std::vector<RoadClass>& classes, const RowTags& tags) const
    {
        gis::FootAccess best = classes.empty() ? gis::foot_access(tags.with_class(any_road), rules_) : gis::FootAccess::barred;
        for (const RoadClass& one : classes) {
            best = std::min(best, gis::foot_access(tags.with_class(one.known ? std::string_view(*one.known) : any_road), rules_));
        }
        return best;
    }

    /// The first that is walked, in the words of OpenStreetMap; empty where it has none.
    std::string_view walked_class(const std::vector<RoadClass>& classes, const RowTags& tags) const
    {
        const auto is_walked = [&](const RoadClass& one) {
            return one.known && is_street(gis::foot_access(tags.with_class(*one.known), rules_));
        };
        const auto walked = std::find_if(classes.begin(), classes.end(), is_walked);
        return walked != classes.end() ? std::string_view(*walked->known) : std::string_view();
    }

    /// Whether another class would be walked here: nothing but the class bars the way.
    bool is_barred_by_class(const RowTags& tags) const { return is_street(gis::foot_access(tags.with_class(any_road), rules_)); }

    static bool is_steps(const std::vector<RoadClass>& classes)
    {
        return !classes.empty() && std::all_of(classes.begin(), classes.end(), [](const RoadClass& one) { return one.known == "steps"; });
    }

    void read_row(const gis::VectorFeature& row, const gis::MultiLine& lines)
    {
        const RowTags tags(table_, row);
        const std::string text = class_text(row);
        const std::vector<RoadClass>& classes = classes_in(text);
        const gis::FootAccess walked = access(classes, tags);
        if (is_street(walked)) {
            ++read_.rows_used;
            count_unknown(classes, lines);
            const gis::StreetLevel level = gis::street_level(tags.with_class(any_road));
            const int flags = (is_steps(classes) ? gis::line_steps : 0) | (walked == gis::FootAccess::on_private ? gis::line_private : 0);
            const std::uint32_t kind = kinds_.number_of(tags.with_class(walked_class(classes, tags)));
            for (const gis::Line& line : lines) {
                collector_.add(line, static_cast<std::uint8_t>(flags), kind, level);
            }
            return;
        }
        if (walked == gis::FootAccess::trunk_barred) {
            trunk_.add_line(length_m(lines));
        }
        ClassCounts& counts = is_barred_by_class(tags) ? barred_ : closed_;
        counts.add_line(length_m(lines));
        counts.add(text, length_m(lines));
    }

    void count_unknown(const std::vector<RoadClass>& classes, const gis::MultiLine& lines)
    {
        const auto is_unknown = [](const RoadClass& one) { return !one.known; };
        if (std::none_of(classes.begin(), classes.end(), is_unknown)) {
            return;
        }
        const double metres = length_m(lines);
        unknown_.add_line(metres);
        for (const RoadClass& one : classes) {
            if (is_unknown(one)) {
                unknown_.add(one.written, metres);
            }
        }
    }

    void report(Findings& findings) const
    {
        const std::size_t rows = table_.layer().features.size();
        const std::string& column = read_.class_column;
        if (class_column_.empty()) {
            findings.push_back({IssueCode::street_kind_missing, "network", "", {}, {}});
        }
        if (unknown_.lines() > 0) {
            findings.push_back(
                {IssueCode::street_class_unknown, "network", "", {}, {unknown_.lines(), unknown_.km(), column, unknown_.text()}});
        }
        if (barred_.lines() > 0) {
            findings.push_back({IssueCode::streets_not_walked,
                                "network",
                                "",
                                {},
                                {barred_.lines(), rows, barred_.km(), column, barred_.text()},
                                {},
                                barred_.lines()});
        }
        if (closed_.lines() > 0) {
            findings.push_back({IssueCode::streets_closed, "network", "", {}, {closed_.lines(), rows, closed_.km()}, {}, closed_.lines()});
        }
        if (not_lines_ > 0) {
            findings.push_back({IssueCode::streets_not_lines, "network", "", {}, {not_lines_}, {}, not_lines_});
        }
        if (read_.streets.doubled_lines > 0) {
            findings.push_back({IssueCode::streets_doubled, "network", "", {}, {read_.streets.doubled_lines}});
        }
    }

    const Table& table_;
    gis::FootRules rules_;
    std::string_view class_column_; ///< of ours: the one that says the class; empty where none does
    gis::StreetLineCollector collector_;
    gis::StreetKinds kinds_;
    StreetsRead read_;
    std::unordered_map<std::string, std::vector<RoadClass>> known_cells_; ///< layers have few different ones
    ClassCounts unknown_, barred_, closed_, trunk_;
    std::size_t not_lines_ = 0;
};

} // namespace

StreetsRead read_streets(const Table& table, const gis::CityPlane& plane, const WalkSettings& walk, Findings& findings)
{
    return StreetReader(table, walk).read(plane, walk.join_m, findings);
}

} // namespace fieldgap
