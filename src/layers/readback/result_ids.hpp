#pragma once
// Who is meant by an id in a result.

#include "domain/compare/compared_result.hpp"
#include "gis/io/merging/merge_input.hpp"
#include "words/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace fieldgap {

/// File and result are borrowed. Functions throw gis::Error where an id is there twice or leads nowhere.
class ResultIds
{
public:
    ResultIds(const gis::MergeInput& file, const ComparedResult& result) : file_(file), result_(result) {}

    /// The one that is added to the list next.
    void add_school(const std::string& id) { add(school_of_id_, "schools", id, result_.schools.size()); }
    void add_venue(const std::string& id) { add(venue_of_id_, "venues", id, result_.venues.size()); }

    /// The position of a school, or of the main school of a branch; `layer` names it.
    std::uint32_t main_of(const std::string& id, const char* layer) const;
    /// Absent where it is no main school of the result: layers of ground name planned ones too.
    std::optional<std::uint32_t> main_if_there(const std::string& id) const;
    std::uint32_t venue(const std::string& id, const char* layer) const;
    std::optional<std::uint32_t> venue_if_there(const std::string& id) const;

private:
    using Positions = std::unordered_map<std::string, std::uint32_t>;

    void add(Positions& positions, const std::string& layer, const std::string& id, std::size_t position) const;
    std::uint32_t position_of(const Positions& positions, const std::string& id, const char* layer, const char* other) const;

    const gis::MergeInput& file_;
    const ComparedResult& result_;
    Positions school_of_id_, venue_of_id_;
};

} // namespace fieldgap
