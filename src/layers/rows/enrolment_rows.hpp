#pragma once
// The rows of an enrolment table, looked through once: which school each names, of which stages it speaks, whether it is closed.

#include "layers/matching/school_finder.hpp"
#include "layers/table/table.hpp"
#include "layers/text/phase_vocabulary.hpp"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace fieldgap {

struct EnrolmentRow
{
    const gis::VectorFeature* cells = nullptr;
    std::string id;
    std::string name; ///< of the column, else the id if it is no id
    NameHints hints;
    std::optional<RegisterPhase> phase; ///< what it says of its school, or of its stage of it

    const std::string& key() const { return id.empty() ? name : id; }

    /// For who reads it: an id alone says little.
    std::string label() const { return id.empty() || name.empty() || name == id ? key() : id + " " + name; }
};

/// All rows, in the order of the table; they point into its layer.
std::vector<EnrolmentRow> enrolment_rows(const Table& table);

/// The schools to which an enrolment table gives pupils, by id and by name: those are schools whatever they are called.
class EnrolledSchools
{
public:
    EnrolledSchools() = default;
    EnrolledSchools(const Table& table, const std::vector<EnrolmentRow>& rows);

    bool has(const std::string& id, const std::string& name) const;

private:
    std::unordered_set<std::string> ids_;
    std::unordered_set<std::u32string> names_;
};

} // namespace fieldgap
