#pragma once
// How slowly one may walk and still come in time (docs/rules.md rule 9).

#include "domain/walk/reach.hpp"

namespace fieldgap {

/// All of it is borrowed.
class LinkSpeeds
{
public:
    LinkSpeeds(const WalkSettings& walk, const WalkNetworkView& walking, const Reach& reach) : walk_(walk), walking_(walking), reach_(reach)
    {
    }

    /// The speed at which the way of this pair takes just the limit: its metres by the minutes that are not waited on it. Steps and slopes
    /// count as the metres that one walks on the flat in their time. Another way, with fewer signals, may be in time at a slower speed yet.
    double flips_at_m_per_min(Channel channel, const ReachedPair& pair) const;

private:
    double waited_s(Channel channel, const ReachedPair& pair) const;

    const WalkSettings& walk_;
    const WalkNetworkView& walking_;
    const Reach& reach_;
};

} // namespace fieldgap
