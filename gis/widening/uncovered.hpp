#pragma once
// What of a stretch is not covered yet.

#include <algorithm>
#include <vector>

namespace gis {

struct Span
{
    double from = 0.0;
    double to = 0.0;
};

/// Begins as one span; what covers it is taken away piece by piece.
class Uncovered
{
public:
    void begin(const Span& whole) { spans_.assign(1, whole); }

    void take_away(double from, double to)
    {
        for (std::size_t i = 0; i < spans_.size();) {
            const Span span = spans_[i];
            if (to <= span.from || from >= span.to) {
                ++i;
            } else if (from > span.from && to < span.to) {
                spans_[i].to = from;
                spans_.insert(spans_.begin() + static_cast<std::ptrdiff_t>(i) + 1, {to, span.to});
                i += 2;
            } else if (from > span.from) {
                spans_[i++].to = from;
            } else if (to < span.to) {
                spans_[i++].from = to;
            } else {
                spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

    bool is_empty() const { return spans_.empty(); }
    const std::vector<Span>& spans() const { return spans_; }

private:
    std::vector<Span> spans_; ///< rising
};

} // namespace gis
