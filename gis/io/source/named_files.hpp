#pragma once
// The one door of all outputs: a call knows every file that it reads and writes, and none may be both.

#include <string>
#include <vector>

namespace gis {

/// A path that a call names, and how messages call what names it, such as `[inputs.schools]` or `--log-json`.
struct NamedFile
{
    std::string role;
    std::string path;
};

/// The files on this machine that are read where `path` is an input: the file with the parts and side files that lie beside it (of a
/// shapefile .dbf, .prj ..; of a GeoPackage -wal ..), an archive for what lies in it, all files of a folder but configs (.toml). None for
/// what lies on another machine.
std::vector<std::string> files_read_for(const std::string& path);

/// Whether writing `output` would write into one of the inputs: the same file by device and inode, links followed; of a file that is not
/// there yet, the same place.
bool is_one_of(const std::vector<NamedFile>& inputs, const std::string& output);

/// Throws UsageError, naming both, where an output is an input or another output. To be asked before anything is read.
void refuse_clashes(const std::vector<NamedFile>& inputs, const std::vector<NamedFile>& outputs);

} // namespace gis
