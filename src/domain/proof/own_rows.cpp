#include "domain/proof/own_rows.hpp"

#include "domain/ground/own_figures.hpp"
#include "domain/proof/apportion.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

constexpr int rule_of_area = 1;
constexpr int rule_of_owner = 2; ///< a part of a shared campus, or what a branch brings

/// Not rounded yet.
struct OwnPart
{
    LedgerBasis basis{};
    std::string from_id;
    int rule = 0;
    double m2 = 0.0;
};

LedgerBasis basis_of(FieldKind kind)
{
    constexpr std::array<LedgerBasis, 3> bases = {LedgerBasis::own_outdoor, LedgerBasis::own_indoor, LedgerBasis::own_special};
    return bases[static_cast<std::size_t>(kind)];
}

class OwnParts
{
public:
    OwnParts(const MeasuredCity& measured, const FigureSources& sources)
        : measured_(measured), sources_(sources), of_school_(measured.city.schools.size())
    {
        for (std::size_t s = 0; s < of_school_.size(); ++s) {
            for (const FieldKind kind : all_field_kinds) {
                add_official(s, kind);
            }
        }
        for (std::size_t f = 0; f < measured.city.fields.size(); ++f) {
            add_field(f);
        }
    }

    std::vector<OwnPart>& of(std::size_t school) { return of_school_[school]; }

private:
    std::optional<double> official(std::size_t row, FieldKind kind) const
    {
        return official_in_place_of_drawn(measured_.city.schools[row], kind, measured_.settings.standard);
    }

    /// `row`: the school or branch whose ground it is; its main school has it.
    void add(std::size_t row, FieldKind kind, OwnPart part)
    {
        const std::size_t main = index(measured_.owns.main_of[row]);
        const bool counts =
            measured_.assessments[main].has_figures() && counts_for(measured_.city.schools[main], kind, measured_.settings.standard);
        if (counts && part.m2 > 0.0) {
            part.rule = main == row ? part.rule : rule_of_owner;
            of_school_[main].push_back(std::move(part));
        }
    }

    void add_official(std::size_t row, FieldKind kind)
    {
        if (const auto m2 = official(row, kind)) {
            const auto source = sources_.find(measured_.city.schools[row].id);
            const std::string from = source == sources_.end() ? std::string() : source->second[static_cast<std::size_t>(kind)];
            add(row, kind, {LedgerBasis::official, from, rule_of_area, *m2});
        }
    }

    void add_field(std::size_t field)
    {
        const FieldOwner& owner = measured_.owns.owner_of_field[field];
        if (owner.school) {
            add_drawn(field, index(*owner.school), 1.0);
        } else if (owner.campus) {
            const auto& rows = measured_.owns.schools_of_campus[index(*owner.campus)];
            const auto& shares = measured_.shares.share_of_campus[index(*owner.campus)];
            for (std::size_t i = 0; i < rows.size(); ++i) {
                add_drawn(field, index(rows[i]), shares[i]);
            }
        }
    }

    void add_drawn(std::size_t position, std::size_t row, double share)
    {
        const Field& field = measured_.city.fields[position];
        if (!official(row, field.kind)) {
            const double m2 = measured_.drawn.of_field[position].counted_m2 * share;
            add(row, field.kind, {basis_of(field.kind), field.id, share < 1.0 ? rule_of_owner : rule_of_area, m2});
        }
    }

    const MeasuredCity& measured_;
    const FigureSources& sources_;
    std::vector<std::vector<OwnPart>> of_school_;
};

std::vector<LedgerRow> rounded(std::vector<OwnPart>& parts, std::size_t school, ExactArea own)
{
    std::stable_sort(parts.begin(), parts.end(),
                     [](const OwnPart& a, const OwnPart& b) { return std::tie(a.basis, a.from_id) < std::tie(b.basis, b.from_id); });
    std::vector<double> parts_m2;
    for (const OwnPart& part : parts) {
        parts_m2.push_back(part.m2);
    }
    const std::vector<ExactArea> areas = apportioned(parts_m2, own);
    std::vector<LedgerRow> rows;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (areas[i] > ExactArea()) {
            rows.push_back({SchoolIndex(school), parts[i].basis, areas[i], std::move(parts[i].from_id), {}, parts[i].rule, {}, {}});
        }
    }
    return rows;
}

} // namespace

std::vector<std::vector<LedgerRow>> own_rows(const MeasuredCity& measured, const FigureSources& sources)
{
    OwnParts parts(measured, sources);
    std::vector<std::vector<LedgerRow>> rows(measured.city.schools.size());
    for (std::size_t s = 0; s < rows.size(); ++s) {
        rows[s] = rounded(parts.of(s), s, measured.assessments[s].own);
    }
    return rows;
}

} // namespace fieldgap
