#pragma once
// What a config that `init` is given already says: the user's word, to be kept.

#include "layers/config/tree/config_tree.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

class Answers
{
public:
    Answers() = default;

    /// Reads a config; open questions are no answers. `overrides` as in `read_config`. Throws like it, but not for open questions nor for
    /// what is missing.
    Answers(const std::filesystem::path& file, const std::vector<std::string>& overrides);

    bool is_empty() const { return file_.empty(); }

    /// The value of a dotted key as a TOML literal, or nothing.
    std::optional<std::string> literal(const std::string& key) const;
    /// The value of a text; nothing where it is none.
    std::optional<std::string> text(const std::string& key) const;
    /// The texts of a list, or the one text; empty where it is neither.
    std::vector<std::string> texts(const std::string& key) const;
    bool has_table(const std::string& key) const;

    /// All keys that have a value, in the order of the file.
    const std::vector<std::string>& keys() const { return keys_; }

    /// What was looked at when it was written (its `looked at` lines), made absolute.
    const std::vector<std::filesystem::path>& looked_at() const { return looked_at_; }

    /// Paths in it are relative to this folder.
    std::filesystem::path folder() const { return file_.parent_path(); }

private:
    std::filesystem::path file_;
    std::vector<config::Assignment> assignments_;
    std::vector<std::string> keys_;
    std::vector<std::filesystem::path> looked_at_;
};

} // namespace fieldgap
