#pragma once
// A longer answer on stdout, parts of which may have a colour.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fieldgap::cli {

/// Apart also for those who do not see red and green apart.
enum class Colour : std::uint8_t { none, bold, blue, cyan, yellow };

class Page
{
public:
    Page() = default;
    Page(std::string text) { add(std::move(text)); }

    void add(std::string text, Colour colour = Colour::none) { pieces_.push_back({std::move(text), colour}); }

    struct Piece
    {
        std::string text;
        Colour colour = Colour::none;
    };
    const std::vector<Piece>& pieces() const { return pieces_; }

private:
    std::vector<Piece> pieces_;
};

/// The page as `print` shows a text; with the colours, or plain.
std::string shown(const Page& page, bool in_colours);

/// In colours only on a terminal that has some, and never where the environment says NO_COLOR (https://no-color.org). Throws as `print` of
/// a text does.
void print_page(const Page& page);

/// Whether stdout is a terminal that draws the blocks of Unicode: one whose locale is UTF-8.
bool draws_blocks();

} // namespace fieldgap::cli
