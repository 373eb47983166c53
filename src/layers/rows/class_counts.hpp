#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace fieldgap {

/// Words of road classes with the lines that have them.
class ClassCounts
{
public:
    void add(const std::string& word, double metres);
    /// Of lines, each of which may have several words.
    void add_line(double metres);

    std::size_t lines() const { return lines_.rows; }
    double km() const { return lines_.metres / 1000.0; }

    /// `'primary' 12 (3.4 km), 'road' 2 (0.1 km)`: the most frequent first, the rest of a long list as one.
    std::string text() const;

private:
    struct Count
    {
        std::size_t rows = 0;
        double metres = 0.0;
    };
    std::map<std::string, Count> of_word_;
    Count lines_;
};

} // namespace fieldgap
