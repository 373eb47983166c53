#include "report/page_template.hpp"

#ifdef FIELDGAP_HAS_PAGE
// Made by page_template.S.
extern "C" {
extern const char fieldgap_page_begin[];
extern const char fieldgap_page_end[];
}
#endif

namespace fieldgap {

std::string_view page_template()
{
#ifdef FIELDGAP_HAS_PAGE
    return {fieldgap_page_begin, fieldgap_page_end};
#else
    return {};
#endif
}

} // namespace fieldgap
