#include "gis/io/qgis/qgis_form.hpp"

#include "gis/io/qgis/qgis_style.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gis {
namespace {

std::string value_map(const ColumnWords& column)
{
    std::string values;
    for (const auto& [value, word] : column.values) {
        values +=
            fmt::format(R"(<Option type="Map"><Option name="{}" type="QString" value="{}"/></Option>)", xml_text(word), xml_text(value));
    }
    return fmt::format(
        R"(<field name="{}"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List">{}</Option></Option></config></editWidget></field>)",
        xml_text(column.column), values);
}

std::string tab_xml(const FormTab& tab)
{
    std::string inside;
    for (const std::string& column : tab.columns) {
        inside += fmt::format(R"(<attributeEditorField name="{}" index="-1" showLabel="1"/>)", xml_text(column));
    }
    if (!tab.relation.empty()) {
        inside += fmt::format(
            R"(<attributeEditorRelation name="{0}" relation="{0}" label="{1}" showLabel="0" relationWidgetTypeId="relation_editor" nmRelationId="" )"
            R"(forceSuppressFormPopup="0"><editor_configuration type="Map"><Option name="buttons" type="QString" value="NoButton"/></editor_configuration>)"
            R"(</attributeEditorRelation>)",
            xml_text(tab.relation), xml_text(tab.title));
    }
    return fmt::format(
        R"(<attributeEditorContainer name="{}" groupBox="0" showLabel="1" columnCount="{}" visibilityExpressionEnabled="0">{}</attributeEditorContainer>)",
        xml_text(tab.title), tab.columns.size() > 12 ? 2 : 1, inside);
}

} // namespace

std::string column_words(const std::vector<ColumnWords>& columns)
{
    std::string titles;
    std::string values;
    for (const ColumnWords& column : columns) {
        titles += fmt::format(R"(<alias field="{}" name="{}"/>)", xml_text(column.column), xml_text(column.title));
        values += column.values.empty() ? "" : value_map(column);
    }
    return fmt::format("<aliases>{}</aliases><fieldConfiguration>{}</fieldConfiguration>", titles, values);
}

std::string tabbed_form(const std::vector<FormTab>& tabs)
{
    std::string inside;
    for (const FormTab& tab : tabs) {
        inside += tab_xml(tab);
    }
    return fmt::format("<editorlayout>tablayout</editorlayout><attributeEditorForm>{}</attributeEditorForm>", inside);
}

std::string editable_columns(const std::vector<std::string>& columns, const std::vector<std::string>& editable)
{
    std::string fields;
    for (const std::string& column : columns) {
        const bool is_editable = std::find(editable.begin(), editable.end(), column) != editable.end();
        fields += fmt::format(R"(<field name="{}" editable="{}"/>)", xml_text(column), is_editable ? 1 : 0);
    }
    return "<editable>" + fields + "</editable>";
}

std::string map_tip(std::string_view html)
{
    return fmt::format("<mapTip>{}</mapTip>", xml_text(html));
}

std::string quoted_text(std::string_view text)
{
    std::string out = "'";
    for (const char letter : text) {
        out += letter == '\'' || letter == '\\' ? std::string(letter == '\'' ? "''" : R"(\\)") : std::string(1, letter);
    }
    return out + "'";
}

std::string html_escaped(std::string_view expression)
{
    return fmt::format("replace(replace(replace({}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')", expression);
}

std::string sentence(std::string_view text, const std::vector<std::string>& expressions)
{
    std::string out;
    const auto join = [&](const std::string& part) { out += (out.empty() ? "" : " || ") + part; };
    for (const std::string& expression : expressions) {
        const std::size_t gap = text.find("{}");
        join(quoted_text(text.substr(0, gap)));
        join("coalesce(" + expression + ", '?')");
        text.remove_prefix(gap + 2);
    }
    join(quoted_text(text));
    return "(" + out + ")";
}

} // namespace gis
