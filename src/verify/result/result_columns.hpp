#pragma once
// Which columns of which layers are read, in the order in which they are taken.

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap::verify {

struct TableColumns
{
    std::string_view table;
    std::string_view columns; ///< parted by blanks
};

/// All that is read; layers that carry nothing of the allocation are not.
const std::vector<TableColumns>& read_columns();

/// Those of one table.
std::vector<std::string> columns_of(std::string_view table);

std::vector<std::string> split(std::string_view words);

} // namespace fieldgap::verify
