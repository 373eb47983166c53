#include "domain/plan/programme.hpp"

#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

constexpr std::int64_t last_year = 9999;

std::set<std::string> years_of(const ProgrammeSettings& programme)
{
    std::set<std::string> years;
    for (const auto& [year, target] : programme.target) {
        years.insert(year);
    }
    for (const auto& [year, done] : programme.done) {
        years.insert(year);
    }
    return years;
}

std::optional<Quantity> of_year(const std::map<std::string, double>& quantities, const std::string& year)
{
    const auto found = quantities.find(year);
    return found == quantities.end() ? std::nullopt : std::optional(Quantity::of(found->second));
}

Quantity sum_of(const std::map<std::string, double>& quantities)
{
    Quantity sum;
    for (const auto& [year, number] : quantities) {
        sum += Quantity::of(number);
    }
    return sum;
}

/// The least whole number not below a x times / b, in whole numbers throughout; absent above `last_year`. b is above 0.
std::optional<std::int64_t> quotient_up(std::int64_t a, std::int64_t times, std::int64_t b)
{
    if (a / b > last_year) {
        return std::nullopt;
    }
    std::int64_t whole = a / b * times;
    std::int64_t rest = 0;
    for (std::int64_t i = 0; i < times; ++i) {
        const bool is_full = rest >= b - a % b;
        rest = is_full ? rest - (b - a % b) : rest + a % b;
        whole += is_full ? 1 : 0;
    }
    whole += rest > 0 ? 1 : 0;
    return whole <= last_year ? std::optional(whole) : std::nullopt;
}

/// What a programme has come to, year after year.
class Course
{
public:
    explicit Course(const ProgrammeSettings& programme)
        : total_(programme.total ? Quantity::of(*programme.total) : sum_of(programme.target))
    {
    }

    /// Years come rising.
    void add(std::int64_t year, const std::optional<Quantity>& target, const std::optional<Quantity>& done)
    {
        first_year_ = first_year_.value_or(year);
        target_ += target.value_or(Quantity());
        done_ = done_ && done ? std::optional(*done_ + *done) : std::nullopt;
        if (!reached_ && done_ && *done_ > Quantity() && *done_ >= total_) {
            reached_ = year;
        }
    }

    Quantity total() const { return total_; }

    std::optional<double> pace() const
    {
        const bool is_known = done_ && target_ > Quantity();
        return is_known ? std::optional(static_cast<double>(done_->millionths()) / static_cast<double>(target_.millionths()))
                        : std::nullopt;
    }

    /// After `year`, the one that was added last.
    std::optional<std::int64_t> forecast_year(std::int64_t year) const
    {
        if (!done_ || *done_ == Quantity() || reached_) {
            return done_ ? reached_ : std::nullopt;
        }
        const auto years = quotient_up((total_ - *done_).millionths(), year - *first_year_ + 1, done_->millionths());
        return years && year + *years <= last_year ? std::optional(year + *years) : std::nullopt;
    }

private:
    Quantity total_;
    Quantity target_;                           ///< up to this year
    std::optional<Quantity> done_ = Quantity(); ///< likewise; absent once a year's is not known
    std::optional<std::int64_t> first_year_;
    std::optional<std::int64_t> reached_;
};

bool is_of_same(const ProgrammeRow& a, const ProgrammeRow& b)
{
    return a.name == b.name;
}

/// See `rows_of_year`; the rows of one programme.
const ProgrammeRow& row_of_year(const ProgrammeRow* first, const ProgrammeRow* end, std::optional<std::int64_t> year)
{
    const ProgrammeRow* chosen = first;
    for (const ProgrammeRow* row = first; row != end; ++row) {
        const bool fits = year ? row->year <= *year : row->done.has_value();
        chosen = fits ? row : chosen;
    }
    return *chosen;
}

} // namespace

std::vector<ProgrammeRow> programme_rows(const std::vector<ProgrammeSettings>& programmes)
{
    std::vector<ProgrammeRow> rows;
    for (const ProgrammeSettings& programme : programmes) {
        Course course(programme);
        for (const std::string& text : years_of(programme)) {
            const std::int64_t year = std::stoll(text);
            const auto target = of_year(programme.target, text);
            const auto done = of_year(programme.done, text);
            course.add(year, target, done);
            rows.push_back({programme.name, programme.unit, year, target, done, course.pace(), course.forecast_year(year), course.total()});
        }
    }
    return rows;
}

std::vector<ProgrammeRow> rows_of_year(const std::vector<ProgrammeRow>& rows, std::optional<std::int64_t> year)
{
    std::vector<ProgrammeRow> chosen;
    const ProgrammeRow* const end = rows.data() + rows.size();
    for (const ProgrammeRow* first = rows.data(); first != end;) {
        const ProgrammeRow* const next = std::find_if(first, end, [first](const ProgrammeRow& row) { return !is_of_same(row, *first); });
        chosen.push_back(row_of_year(first, next, year));
        first = next;
    }
    return chosen;
}

void report_programmes(const std::vector<ProgrammeSettings>& programmes, Findings& findings)
{
    for (const ProgrammeSettings& programme : programmes) {
        const Quantity sum = sum_of(programme.target);
        if (programme.total && Quantity::of(*programme.total) != sum) {
            const Quantity total = Quantity::of(*programme.total);
            findings.push_back(
                {IssueCode::programme_total_differs, "programme", programme.name, {}, {sum.text(), total.text(), (sum - total).text()}});
        }
    }
}

} // namespace fieldgap
