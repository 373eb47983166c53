#include "gis/io/source/database_path.hpp"

#include "words/ascii.hpp"

namespace gis {

std::string careful_connection(const std::string& path)
{
    const std::string small = words::lower_ascii(path);
    const bool is_url = small.starts_with("postgresql://") || small.starts_with("pg:postgresql://");
    if (!is_url && !small.starts_with("pg:")) {
        return path;
    }
    std::string careful = path;
    const auto add = [&](const std::string& key, const std::string& in_words, const std::string& in_url) {
        if (small.find(key + "=") == std::string::npos) {
            careful += is_url ? (careful.find('?') == std::string::npos ? "?" : "&") + in_url : " " + in_words;
        }
    };
    add("connect_timeout", "connect_timeout=10", "connect_timeout=10");
    add("options", "options='-c default_transaction_read_only=on'", "options=-c%20default_transaction_read_only%3Don");
    return careful;
}

} // namespace gis
