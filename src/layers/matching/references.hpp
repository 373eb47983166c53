#pragma once
// References from other layers to schools, replaced by the schools' own ids while reading, so that the analysis compares ids only.

#include "domain/city/finding.hpp"
#include "layers/matching/school_finder.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// Things of one kind, told in one row: how many, and the first few in the order of their text.
class Examples
{
public:
    void add(std::string text) { texts_.push_back(std::move(text)); }
    std::size_t count() const { return texts_.size(); }
    std::string listed() const;

private:
    std::vector<std::string> texts_;
};

/// Reports the ids of a layer (one row for all) whose digits a spreadsheet lost, and those without ten digits where most have ten.
void report_odd_ids(const std::string& layer, const std::string& column, const std::vector<std::string>& ids, Findings& findings);

/// Resolves the values of one column. Borrows the finder and the schools of its positions.
class References
{
public:
    References(const SchoolFinder& finder, const std::vector<School>& schools, std::string layer, std::string column)
        : finder_(finder), schools_(schools), layer_(std::move(layer)), column_(std::move(column))
    {
    }

    /// The id of the school that is meant; what is written where it is an id or alias already, and where no school or several are meant.
    /// `name` stands in for an id whose digits are lost; where it is of no help such an id is nothing.
    std::string own_id(const std::string& written, const std::string& name = {});

    /// One row for each way in which references were matched.
    void report(Findings& findings) const;

private:
    const SchoolFinder& finder_;
    const std::vector<School>& schools_;
    std::string layer_;
    std::string column_;
    std::vector<std::string> all_;
    Examples loose_;
    Examples by_name_;
};

/// `parent_id` of the schools and `school_id` of the campuses.
void resolve_references(std::vector<School>& schools, std::vector<Campus>& campuses, Findings& findings);

/// Of fields, gates, catchments and estates; an owner that is a venue's or an estate's very id is no school.
void resolve_references(City& city, Findings& findings);

} // namespace fieldgap
