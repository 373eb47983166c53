#include "domain/city/finding.hpp"

#include "domain/city/issue_code.hpp"

#include <array>

namespace fieldgap {
namespace {

struct Entry
{
    std::string_view code;
    Severity severity;
    std::string_view message;
    std::string_view cure;
};

constexpr std::array<Entry, static_cast<std::size_t>(IssueCode::count)> table = {{
#define FIELDGAP_FINDING(code, severity, message, cure) {#code, Severity::severity, message, cure},
#include "domain/city/findings.def"
#undef FIELDGAP_FINDING
}};

/// What a reader of Chinese is told; codes and severities are the same in every language.
struct ChineseEntry
{
    std::string_view message;
    std::string_view cure;
};

using ChineseTable = std::array<ChineseEntry, static_cast<std::size_t>(IssueCode::count)>;

constexpr ChineseTable chinese_entries()
{
    ChineseTable entries{};
#define FIELDGAP_FINDING_ZH(code, message, cure) entries[static_cast<std::size_t>(IssueCode::code)] = {message, cure};
#include "domain/city/findings_zh.def"
#undef FIELDGAP_FINDING_ZH
    return entries;
}

constexpr ChineseTable chinese_table = chinese_entries();

bool speaks_chinese()
{
    return words::language() == words::Language::zh;
}

const Entry& entry_of(IssueCode code)
{
    return table[static_cast<std::size_t>(code)];
}

} // namespace

std::string_view code_of(IssueCode code)
{
    return entry_of(code).code;
}

Severity severity_of(IssueCode code)
{
    return entry_of(code).severity;
}

std::string_view name_of(Severity severity)
{
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
    }
    return {};
}

std::string message_of(const Finding& finding)
{
    const std::string_view message =
        speaks_chinese() ? chinese_table[static_cast<std::size_t>(finding.code)].message : entry_of(finding.code).message;
    return words::fill(message, finding.values.data(), finding.values.size());
}

std::string_view cure_of(IssueCode code)
{
    return speaks_chinese() ? chinese_table[static_cast<std::size_t>(code)].cure : entry_of(code).cure;
}

} // namespace fieldgap
