#pragma once
// Places for new venues as if a venue stood at each: their ground, and who walks there.

#include "domain/analysis/analysis.hpp"

#include <vector>

namespace fieldgap {

/// The city with the places as its only venues. By the rules of venues: their ground is given once, less that of campuses and of today's
/// venues (rule 1), and they are entered, joined to the streets and walked to as venues are (rules 6 to 9).
class CandidateVenues
{
public:
    /// Borrows what was measured of the city; the findings are of layer `new_venues`.
    CandidateVenues(const AnalysedCity& analysed, Findings& findings);
    CandidateVenues(const CandidateVenues&) = delete;
    CandidateVenues& operator=(const CandidateVenues&) = delete;

    /// Its venues are the places, in the order of City::new_venues.
    const MeasuredCity& measured() const { return measured_; }

    /// Pairs of schools and places, by school, then place; no pair of the channel share.
    const Reach& reach() const { return reach_; }

private:
    City city_;
    Settings settings_;
    std::vector<VenueGround> grounds_;
    MeasuredCity measured_;
    Reach reach_;
};

} // namespace fieldgap
