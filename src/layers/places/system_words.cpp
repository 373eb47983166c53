#include "layers/places/system_words.hpp"

#include "layers/text/cell_vocabulary.hpp"

#include <array>
#include <charconv>

namespace fieldgap {
namespace {

constexpr std::array table = {
    SystemWords{PlaneSort::beijing_1954, "北京54 54北京 北京1954 1954北京 beijing54 beijing1954 bj54 bjz54"},
    SystemWords{PlaneSort::xian_1980, "西安80 80西安 西安1980 1980西安 xian80 xian1980 xa80"},
    SystemWords{PlaneSort::gauss_kruger,
                "高斯 3度带 三度带 6度带 六度带 中央子午线 中央经线 2000国家 国家2000 cgcs cgcs2000 gauss gk gausskruger"},
    SystemWords{PlaneSort::utm, "utm utme utmn utmx utmy utmost utmnord utmeast utmnorth"},
};

bool is_latin(char c)
{
    return c >= 'a' && c <= 'z';
}

/// `utm` of `schools_utm50n` and `utm_x`, not of `outmost`.
bool speaks_of(const std::string& text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool stands_alone = (at == 0 || !is_latin(text[at - 1])) && (end == text.size() || !is_latin(text[end]));
        if (stands_alone || !is_latin(word.back()) || !is_latin(word.front())) {
            return true;
        }
    }
    return false;
}

int epsg_in(const std::string& text)
{
    constexpr std::string_view mark = "epsg";
    std::size_t at = text.find(mark);
    if (at == std::string::npos) {
        return 0;
    }
    at = std::min(text.find_first_of("0123456789", at + mark.size()), text.size());
    int code = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), code);
    return code;
}

void add_signs(const std::string& text, std::vector<SystemSign>& signs)
{
    for (const SystemWords& sort : table) {
        bool is_found = false;
        for_each_word(sort.words, [&](std::string_view word) {
            if (!is_found && speaks_of(text, word)) {
                signs.push_back({sort.sort, 0, std::string(word)});
                is_found = true;
            }
        });
    }
    if (const int code = epsg_in(text); code != 0) {
        signs.push_back({PlaneSort::epsg, code, "EPSG:" + std::to_string(code)});
    }
}

} // namespace

std::vector<std::string> short_names_of(const std::string& name)
{
    constexpr std::size_t shortest = 4;
    std::vector<std::string> found;
    std::string before;
    for (const std::string& word : folded_words(name)) {
        const std::size_t digits = word.find_first_of("0123456789");
        std::string one = digits == 0 ? before + word.substr(0, word.find_first_not_of("0123456789")) : word;
        if (digits != std::string::npos && one.size() >= shortest && is_latin(one.front())) {
            found.push_back(std::move(one));
        }
        before = word == "zone" ? before : word;
    }
    return found;
}

bool names_system(const std::string& text, std::string_view short_name)
{
    for (std::size_t at = text.find(short_name); at != std::string::npos; at = text.find(short_name, at + 1)) {
        const std::size_t end = at + short_name.size();
        const bool goes_on = end < text.size() && text[end] >= '0' && text[end] <= '9';
        if (!goes_on && (at == 0 || !is_latin(text[at - 1]))) {
            return true;
        }
    }
    return false;
}

std::vector<SystemSign> system_signs_of(const TableTexts& texts)
{
    std::vector<SystemSign> signs;
    for (const std::vector<std::string>* list : {&texts.headings, &texts.names}) {
        for (const std::string& text : *list) {
            add_signs(text, signs);
        }
    }
    return signs;
}

std::span<const SystemWords> system_words()
{
    return table;
}

} // namespace fieldgap
