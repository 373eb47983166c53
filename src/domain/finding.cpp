#include "domain/finding.hpp"

#include "domain/doubt.hpp"

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

constexpr std::array<Entry, static_cast<std::size_t>(Doubt::count)> table = {{
#define FIELDGAP_FINDING(code, severity, message, cure) {#code, Severity::severity, message, cure},
#include "domain/findings.def"
#undef FIELDGAP_FINDING
}};

/// What a reader of Chinese is told; codes and severities are the same in every language.
struct ChineseEntry
{
    std::string_view message;
    std::string_view cure;
};

using ChineseTable = std::array<ChineseEntry, static_cast<std::size_t>(Doubt::count)>;

constexpr ChineseTable chinese_entries()
{
    ChineseTable entries{};
#define FIELDGAP_FINDING_ZH(code, message, cure) entries[static_cast<std::size_t>(Doubt::code)] = {message, cure};
#include "domain/doubt.hpp"
#include "domain/findings_zh.def"
#undef FIELDGAP_FINDING_ZH
    return entries;
}

constexpr ChineseTable chinese_table = chinese_entries();

bool speaks_chinese()
{
    return words::spoken() == words::Language::zh;
}

const Entry& entry_of(Doubt doubt)
{
    return table[static_cast<std::size_t>(doubt)];
}

} // namespace

std::string_view code_of(Doubt doubt)
{
    return entry_of(doubt).code;
}

Severity severity_of(Doubt doubt)
{
    return entry_of(doubt).severity;
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
        speaks_chinese() ? chinese_table[static_cast<std::size_t>(finding.doubt)].message : entry_of(finding.doubt).message;
    return words::fill(message, finding.values.data(), finding.values.size());
}

std::string_view cure_of(Doubt doubt)
{
    return speaks_chinese() ? chinese_table[static_cast<std::size_t>(doubt)].cure : entry_of(doubt).cure;
}

} // namespace fieldgap
