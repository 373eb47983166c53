#pragma once
// Something done the more seldom the longer it goes on.

#include <algorithm>
#include <chrono>

namespace fieldgap {

class Pace
{
public:
    /// Due again after this share of all the time so far, within these bounds.
    Pace(double share, double least_s, double most_s) : share_(share), least_s_(least_s), most_s_(most_s) {}

    bool is_due()
    {
        const auto now = Clock::now();
        const bool is_due = seconds(last_, now) >= std::clamp(share_ * seconds(start_, now), least_s_, most_s_);
        last_ = is_due ? now : last_;
        return is_due;
    }

private:
    using Clock = std::chrono::steady_clock;

    static double seconds(Clock::time_point from, Clock::time_point to) { return std::chrono::duration<double>(to - from).count(); }

    double share_;
    double least_s_;
    double most_s_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

} // namespace fieldgap
