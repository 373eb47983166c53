#pragma once
// The parts of a result, and how one after another comes out of the new result in place of the old one (docs/rules.md section 9).

#include "domain/compare/causes.hpp"
#include "domain/compare/replay.hpp"

#include <functional>
#include <vector>

namespace fieldgap {

/// Begins as the old city. Results and nodes are borrowed.
class ReplacedParts
{
public:
    ReplacedParts(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);
    ReplacedParts(const ReplacedParts&) = delete;
    ReplacedParts& operator=(const ReplacedParts&) = delete;

    const CityInputs& inputs() const { return inputs_; }

    /// To be asked in the order of `replaced_causes`. False where old and new do not differ in it.
    bool replace(Cause part);

private:
    /// An amount of a school, to be read and set.
    struct Amount
    {
        std::function<std::int64_t(const SchoolInputs&)> get;
        std::function<void(SchoolInputs&, std::int64_t)> set;
    };

    bool replace_standard();
    bool replace_config();
    bool replace_pupils();
    bool replace_drawn(FieldKind kind);
    bool replace_official();
    bool merge();
    bool replace_walks();
    bool replace_leases();
    bool replace_partners();

    bool replace_kind(const SchoolGroup& group, FieldKind kind);
    bool add_net_change(const SchoolGroup& group, const Amount& amount);
    bool is_official(const SchoolGroup& group, FieldKind kind) const;
    bool has_known(const SchoolGroup& group, bool SchoolInputs::*is_known) const;
    bool differs_in(bool (*is_of)(const std::string& key)) const;
    /// The node of a group that is one school before and after, or on one side alone.
    std::uint32_t node_of(const SchoolGroup& simple) const;

    const ComparedResult& before_;
    const ComparedResult& after_;
    const SchoolNodes& nodes_;
    PairCourse rent_;
    ShareCourse share_;
    CityInputs inputs_;
    std::vector<SchoolInputs> last_;
    std::vector<Lease> new_leases_;
};

} // namespace fieldgap
