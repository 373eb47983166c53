#pragma once
// One [inputs.X] of a config, with what is known of its layer.

#include "layers/draft/draft.hpp"
#include "layers/guess/guess_role.hpp"
#include "layers/guess/resolve_coordinates.hpp"

#include <filesystem>
#include <string>

namespace fieldgap {

/// The path as it stands in a config in `folder`: relative where it can be, within archives too.
std::string written_path(const std::string& path, const std::filesystem::path& folder);

/// The keys of a layer for its role: path, layer, filter, encoding, CRS and columns, each with its evidence. `resolved` is null where the
/// comparison of the layers says nothing; `open_datum` is null where the datum is known: else it becomes a question or a comment.
DraftInput draft_of_layer(const Candidate& candidate, const LayerFacts& facts, const std::filesystem::path& folder,
                          const ResolvedCrs* resolved, const OpenDatum* open_datum);

/// A table of schools that has no coordinates: which of its columns may be some.
std::string choice_of_columns(const LayerFacts& facts, const std::filesystem::path& folder);

/// The question which of the readings it is; on the terminal it is one short line.
DraftKey crs_question(const CrsReadings& readings, const std::string& comment);

/// A line for each reading, of the six likeliest, that a layer can have, and what to do where none is the right one.
std::vector<std::string> crs_choices(const CrsReadings& readings);

/// Where a candidate lies, for a choice between several: `path = "a.gpkg", layer = "b": its evidence`.
std::string choice_of(const Candidate& candidate, const LayerFacts& facts, const std::filesystem::path& folder);

/// All evidence in one line, the strongest first; what speaks against it is said too.
std::string reasons(const Candidate& candidate);

} // namespace fieldgap
