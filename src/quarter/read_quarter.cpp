#include "quarter/read_quarter.hpp"

#include "gis/error.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <filesystem>

namespace fieldgap::quarter {
namespace {

using words::Text;
using words::translate;

RegisterTables register_of(const std::string& path)
{
    TableFile file(translate(Text::quarter_file_register), path);
    if (!file.has(register_table)) {
        throw gis::Error(translate(Text::quarter_no_register_file, {words::valid_utf8(path)}));
    }
    return read_register(file);
}

std::string last_day(const RegisterTables& tables)
{
    const std::vector<Date> days = days_of_runs(tables);
    return days.empty() ? "" : text_of(days.back());
}

} // namespace

QuarterReport read_quarter(const std::string& result_path, const std::string& register_path)
{
    TableFile file(translate(Text::file_result), result_path);
    const ResultTables result = read_result(file);
    const RegisterTables copies = read_register(file);
    if (register_path.empty()) {
        if (copies.is_empty()) {
            throw gis::UsageError(translate(Text::quarter_no_register, {words::valid_utf8(result_path)}));
        }
        return quarter_report(result, copies, last_day(copies));
    }
    QuarterReport report = quarter_report(result, register_of(register_path), last_day(copies));
    report.file = words::valid_utf8(std::filesystem::path(register_path).filename().string());
    return report;
}

} // namespace fieldgap::quarter
