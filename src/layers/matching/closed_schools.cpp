#include "layers/matching/closed_schools.hpp"

namespace fieldgap {

bool ClosedSchools::are_meant_by(const std::string& written) const
{
    return !written.empty() && closed_.by_id_or_name(written) && !open_.by_id_or_name(written);
}

void forget_closed_schools(const std::vector<School>& closed, std::vector<School>& schools, std::vector<Campus>& campuses)
{
    if (closed.empty()) {
        return;
    }
    const ClosedSchools gone(closed, schools);
    for (School& school : schools) {
        if (gone.are_meant_by(school.parent_id)) {
            school.parent_id.clear();
        }
    }
    for (Campus& campus : campuses) {
        if (gone.are_meant_by(campus.school_id)) {
            campus.school_id.clear();
        }
    }
    for (const School& school : closed) {
        if (!school.ground.empty()) {
            campuses.push_back({school.id, "", school.name, school.ground, false});
        }
    }
}

void forget_closed_schools(const std::vector<School>& closed, City& city)
{
    if (closed.empty()) {
        return;
    }
    const ClosedSchools gone(closed, city.schools);
    for (Field& field : city.fields) {
        if (gone.are_meant_by(field.school_id)) {
            field.school_id.clear();
        }
    }
    for (Gate& gate : city.gates) {
        const bool may_be_of_school = !gate.owner_kind || *gate.owner_kind == OwnerKind::school;
        if (may_be_of_school && gone.are_meant_by(gate.owner_id)) {
            gate.owner_id.clear();
            gate.owner_kind.reset();
        }
    }
}

} // namespace fieldgap
