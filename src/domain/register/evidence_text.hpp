#pragma once
// Why an issue is in its state, in words: what a planner checks before it is struck off.

#include "domain/register/issue_past.hpp"
#include "domain/register/stage_evidence.hpp"

#include <string>

namespace fieldgap {

/// Ground, leases and their walks of a known stage; of one opened again what has changed since it was closed; else why nothing is known.
std::string evidence_text(const RegisterRow& row, const IssuePast& past, const StageEvidence* found, IssueState state);

} // namespace fieldgap
