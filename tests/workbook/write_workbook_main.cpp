// The workbook of a result with small limits, for check_workbook.py: no test has a sheet of a million rows.

#include "workbook/workbook.hpp"

#include <exception>
#include <iostream>
#include <string>

int main(int count, char** words)
{
    if (count != 5) {
        std::cerr << "usage: write_workbook RESULT OUT.xlsx ROWS LETTERS\n";
        return 2;
    }
    try {
        fieldgap::write_workbook(words[1], {words[2], true, 0}, {std::stoul(words[3]), std::stoul(words[4])});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
