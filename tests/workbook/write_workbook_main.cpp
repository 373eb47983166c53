// The workbook of a result with small limits, for check_workbook.py: no test has a sheet of a million rows.

#include "quarter/read_quarter.hpp"
#include "workbook/workbook.hpp"

#include <exception>
#include <iostream>
#include <optional>
#include <string>

int main(int count, char** words)
{
    const bool has_quarter = count == 6 && std::string(words[5]) == "--register";
    if (count != 5 && !has_quarter) {
        std::cerr << "usage: write_workbook RESULT OUT.xlsx ROWS LETTERS [--register]\n";
        return 2;
    }
    try {
        std::optional<fieldgap::quarter::QuarterReport> quarter;
        if (has_quarter) {
            quarter = fieldgap::quarter::read_quarter(words[1], "");
        }
        fieldgap::write_workbook(words[1], {words[2], true, 0}, {std::stoul(words[3]), std::stoul(words[4])},
                                 quarter ? &*quarter : nullptr);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
