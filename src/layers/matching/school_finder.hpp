#pragma once
// Which school a reference means: by its id, an id that names it too (alias), the normal form of its id, its name, the normal form of its
// name. One answer or none: where several schools fit, none is taken.

#include "domain/city/city.hpp"
#include "layers/text/name_key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fieldgap {

/// From the surest to the least sure.
enum class MatchKind : std::uint8_t { id, alias, id_key, name, name_key, similar_name };

struct SchoolMatch
{
    std::size_t school = 0; ///< position in the list of schools
    MatchKind by{};
    double score = 1.0; ///< below 1 for similar names only
};

/// What else a row says of the school that it means; blank where it says nothing.
struct NameHints
{
    std::u32string district; ///< as `district_key` makes it
    PerStage<bool> stages{};
};

/// The schools that a name may mean: one is a match.
struct NameMatches
{
    std::vector<std::size_t> schools;
    MatchKind by = MatchKind::name;
};

/// Answers do not depend on the order of the schools. Copies what it needs; takes time in proportion to the schools, then none to speak of.
class SchoolFinder
{
public:
    explicit SchoolFinder(const std::vector<School>& schools);

    /// By id, alias or normal form. A normal form that two ids share is no match, nor is a number that lost its digits.
    std::optional<SchoolMatch> by_id(const std::string& written) const;

    /// Schools of that very name, else of its normal form; the district of the row or in the name must not contradict, and together with
    /// the stages it parts equals.
    NameMatches by_name(const std::string& name, const NameHints& hints) const;

    /// By id, else by name where that is unique.
    std::optional<SchoolMatch> by_id_or_name(const std::string& written) const;

    const std::vector<NameKey>& keys() const { return keys_; }
    /// Whether a name and what the row says do not contradict the school's areas and stages.
    bool fits(std::size_t school, const NameKey& name, const NameHints& hints) const;

private:
    using Positions = std::vector<std::size_t>;

    void add_name(std::size_t school);
    bool areas_differ(std::size_t school, const NameKey& name, const NameHints& hints) const;
    bool stages_differ(std::size_t school, const NameHints& hints) const;
    Positions parted(Positions schools, const NameKey& name, const NameHints& hints) const;
    Positions of_name_key(const NameKey& name) const;
    std::u32string district_of(const NameKey& name, const NameHints& hints) const;

    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> by_alias_;
    std::unordered_map<std::string, std::optional<std::size_t>> by_id_key_; ///< nothing where ids share it
    std::unordered_map<std::string, Positions> by_name_;
    std::unordered_map<std::u32string, Positions> by_name_key_;
    std::vector<NameKey> keys_;
    std::vector<std::u32string> district_; ///< of the column, else of the name
    std::vector<PerStage<bool>> stages_;
    std::unordered_set<std::u32string> known_districts_;
};

} // namespace fieldgap
