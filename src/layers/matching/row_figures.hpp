#pragma once
// What a row says of pupils and stages, read without reporting: for deciding what the row is before it is used.

#include "domain/city/finding.hpp"
#include "layers/table/table.hpp"

#include <optional>
#include <string>

namespace fieldgap {

/// `enrol_primary` and the like.
std::string stage_column(const char* prefix, Stage stage);

/// The stage of a single-stage school; nullptr for any other.
const Stage* only_stage(const PerStage<bool>& stages);

/// The stages that a school is known to have; none where a guess leaves open which (中学).
PerStage<bool> told_stages(const School& school);

/// Whether the stages were guessed from type or name: any number of pupils goes before.
bool is_guessed(const School& school);
bool has_pupils(const School& school);
/// For pupils by stage: what was guessed, and what a total gave to the guess, is nothing then.
void forget_guess(School& school);

/// Whether a row gives pupils of any stage.
bool gives_pupils(const Table& table, const gis::VectorFeature& row);

/// The stages of which a row speaks: those with pupils, else as declared, else those with a number (0).
PerStage<bool> stages_of_row(const Table& table, const gis::VectorFeature& row);

/// The pupils that a row gives; a total is that of the only stage of the row or, if it names none, of the school.
PerStage<double> pupils_of_row(const Table& table, const gis::VectorFeature& row, const PerStage<bool>& stages_of_school);
/// All of them, whatever their stage.
std::int64_t pupils_in_row(const Table& table, const gis::VectorFeature& row);

bool share_a_stage(const PerStage<bool>& one, const PerStage<bool>& other);
/// Both name stages, and no stage in common: rows of one school that belong together.
bool are_parts(const PerStage<bool>& one, const PerStage<bool>& other);

/// The pupils of a school; absent numbers are 0.
PerStage<double> pupils_of(const School& school);
std::int64_t sum_of(const PerStage<double>& pupils);
PerStage<double> difference(const PerStage<double>& from, const PerStage<double>& take);

/// Takes the figures of a further row (of other stages) over into a school. Figures of the whole site that both give count once where they
/// are equal, else they are parts and are summed.
void add_part(const School& part, School& school);

/// The pupils of a stage in a later year as one of the school's.
void set_projected(School& school, std::int64_t year, Stage stage, double pupils);

/// What a table says goes before what the school knew; stages are the table's.
void take_figures(const School& table, School& school);

} // namespace fieldgap
