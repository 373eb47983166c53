"""Damage to text: encodings, headings, and how tables are laid out."""
from city import CHINESE, RETURNS, csv_text, declare_encoding, points_as_columns, rename_dbf, write_layer, write_xlsx
from kinds import EXACT, REPORTED, kind

ENCODINGS = "Encodings"
TABLES = "Tables"
SHAPE = "ESRI Shapefile"


def schools_shp(city, encoding, cpg, ldid):
    city.write("schools", "schools.shp", SHAPE, options=[f"ENCODING={encoding}"])
    declare_encoding(city.at("schools.shp"), cpg, ldid)


def add_shapefile(name, encoding, cpg, ldid, codes=()):
    @kind(ENCODINGS, name, EXACT, codes)
    def _(city):
        schools_shp(city, encoding, cpg, ldid)


@kind(ENCODINGS, "Names with signs in the place of letters that a program lost", REPORTED, ["text_damaged"], touched=0)
def _(city):
    for row in city.layer("venues").rows[::2]:
        row["name"] = (row["name"] or "")[:-1] + "\ufffd"
    city.write("venues")


add_shapefile("GBK shapefile with its .cpg", "GBK", "GBK", 0)
add_shapefile("GBK shapefile with the mark in its .dbf alone", "GBK", None, 0x4D)
add_shapefile("GBK shapefile that declares nothing", "GBK", None, 0, ["encoding_guessed"])
add_shapefile("GBK shapefile with the mark of Latin-1 that software writes by default", "GBK", None, 0x57, [])
add_shapefile("GB18030 shapefile that declares nothing", "GB18030", None, 0, ["encoding_guessed"])
add_shapefile("UTF-8 shapefile that declares nothing", "UTF-8", None, 0, ["encoding_guessed"])
add_shapefile("UTF-8 shapefile whose .cpg says GBK", "UTF-8", "GBK", 0, ["encoding_overruled"])
add_shapefile("GBK shapefile whose .cpg says UTF-8", "GBK", "UTF-8", 0, ["encoding_overruled"])


def add_names(name, encoding, beginnings, endings, codes=("encoding_guessed",), cpg=None):
    """The names of schools in another country, in a shapefile that declares nothing (or `cpg`, wrongly)."""
    @kind(ENCODINGS, name, EXACT, list(codes))
    def _(city):
        for number, row in enumerate(city.layer("schools").rows):
            row["name"] = f"{beginnings[number % len(beginnings)]}{number + 1} {endings[number % len(endings)]}"
            row["district"] = None
            city.names[row["id"]] = row["name"]
        schools_shp(city, encoding, cpg, 0)


add_names("Big5 shapefile that declares nothing", "BIG5", ("臺東", "灣區", "復興", "鄉龍"), ("國民小學", "國民中學", "實驗學校"))
add_names("Western names with typographic quotes in CP1252", "CP1252", ("St Anne’s – ", "Œuvre – "), ("School", "École"))
add_names("CP1252 that its .cpg calls ISO-8859-1", "CP1252", ("St Anne’s ", "King’s "), ("Primary School",), ["encoding_overruled"], "ISO-8859-1")
add_names("German names in Latin-1", "ISO-8859-1", ("Süd ", "Höhe ", "Gänsbühl "), ("Grundschule", "Realschule für Mädchen"))
add_names("Polish names in CP1250", "CP1250", ("Łąkowa ", "Świętej Jadwigi "), ("Szkoła Podstawowa", "Zespół Szkół"))
add_names("Russian names in CP1251", "CP1251", ("Северная ", "Ленинская "), ("средняя школа", "гимназия"))
add_names("Japanese names in Shift-JIS", "CP932", ("みどり", "中央", "東"), ("小学校", "中学校"))
add_names("Korean names in EUC-KR", "CP949", ("한빛", "중앙", "동산"), ("초등학교", "중학교"))


def add_cut_headings(name, encoding):
    @kind(ENCODINGS, name, EXACT, ["encoding_guessed"])
    def _(city):
        schools_shp(city, encoding, None, 0)
        cut = {key[:10]: chinese for key, chinese in CHINESE.items()}
        cut |= {"classes_pr": CHINESE["classes_primary"], "classes_ju": CHINESE["classes_junior"]}
        rename_dbf(city.at("schools.shp"), cut, encoding)


add_cut_headings("Chinese headings in GBK, cut at ten bytes", "gbk")
add_cut_headings("Chinese headings in UTF-8, cut at ten bytes and in the middle of a character", "utf-8")


@kind(ENCODINGS, "Every layer a GBK shapefile that declares nothing", EXACT, ["encoding_guessed"])
def _(city):
    for role in ("schools", "campuses", "fields", "gates", "residential", "districts"):
        city.write(role, f"{role}.shp", SHAPE, options=["ENCODING=GBK"])
        declare_encoding(city.at(f"{role}.shp"), None, 0)


def add_csv(group, name, encode, separator=",", comma=False, codes=(), change=None):
    @kind(group, name, EXACT, codes, area="official")
    def _(city):
        table = city.split_returns()
        if change:
            change(table)
        city.at("enrolment.csv").write_bytes(encode(csv_text(table, CHINESE, separator, comma)))
        city.name_input("enrolment", "enrolment.csv")


def break_a_name(table):
    for row in table.rows:
        row["remark"] = "第一行\n第二行, \"校\""
    table.columns = [*table.columns[:2], "remark", *table.columns[2:]]


def thousands(table):
    for row in table.rows:
        for name in RETURNS:
            row[name] = None if row[name] is None else f"{row[name]:,}"


def full_width(table):
    for row in table.rows:
        for name in RETURNS:
            row[name] = None if row[name] is None else str(row[name]).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


add_csv(ENCODINGS, "CSV in GBK", lambda text: text.encode("gbk"), codes=["encoding_guessed"])
add_csv(ENCODINGS, "CSV in UTF-8 with a byte order mark", lambda text: text.encode("utf-8-sig"))
add_csv(ENCODINGS, "CSV in UTF-16 with a byte order mark", lambda text: text.encode("utf-16"))
add_csv(ENCODINGS, "CSV in UTF-16 without a mark", lambda text: text.encode("utf-16-le"))
add_csv(TABLES, "CSV with semicolons and decimal commas", lambda text: text.encode("utf-8-sig"), ";", True)
add_csv(TABLES, "CSV with quoted line breaks, commas and quotes in a cell", lambda text: text.encode("utf-8-sig"), change=break_a_name)
add_csv(TABLES, "Numbers with separators of thousands", lambda text: text.encode("utf-8-sig"), change=thousands)
add_csv(TABLES, "Numbers in full-width digits", lambda text: text.encode("utf-8-sig"), change=full_width)


@kind(TABLES, "Schools as a CSV with coordinates in columns", EXACT)
def _(city):
    points_as_columns(city.layer("schools"))
    city.at("schools.csv").write_text(csv_text(city.layer("schools")), encoding="utf-8-sig")
    city.name_input("schools", "schools.csv", crs="EPSG:4548")


def rows_of(table, headings):
    return [[headings.get(name, name) for name in table.columns]] + [[row[name] for name in table.columns] for row in table.rows]


def add_book(name, lay_out, codes=(), merged=(), area="official", by_init=False):
    @kind(TABLES, name, EXACT, codes, area=area, by_init=by_init)
    def _(city):
        table = city.split_returns()
        write_xlsx(city.at("enrolment.xlsx"), lay_out(table), merged)
        city.name_input("enrolment", "enrolment.xlsx")


def titled(table):
    return [["2024年全市中小学基本情况统计表"], ["填报单位：市教育局", None, None, "单位：人"], [], *rows_of(table, CHINESE)]


def two_rows(table):
    head = [["学校标识码", "学校名称", "在校生数", None, None, "班级数", None, "体育场地面积", None],
            [None, None, "小学", "初中", "高中", "小学", "初中", "室外", "室内"]]
    return [["学校基本情况"], *head, *rows_of(table, CHINESE)[1:]]


def totals(table):
    rows = rows_of(table, CHINESE)
    pupils = sum(row["enrol_primary"] or 0 for row in table.rows)
    half = len(rows) // 2
    return [*rows[:half], [None, "小计", pupils // 2], *rows[half:], [None, "合计", pupils],
            ["注：本表数据截至2024年9月。"], ["填表人：王某", None, "审核人：李某"]]


def units_in_heads(table):
    heads = CHINESE | {"outdoor_m2": "室外运动场地面积（亩）", "indoor_m2": "室内体育用房面积（万㎡）"}
    for row in table.rows:
        row["outdoor_m2"] = None if row["outdoor_m2"] is None else row["outdoor_m2"] * 3 / 2000
        row["indoor_m2"] = None if row["indoor_m2"] is None else row["indoor_m2"] / 10000
    return rows_of(table, heads)


def units_in_cells(table):
    for row in table.rows:
        row["outdoor_m2"] = None if row["outdoor_m2"] is None else f"{row['outdoor_m2'] * 3 / 2000!r}亩"
        row["indoor_m2"] = None if row["indoor_m2"] is None else f"{row['indoor_m2']!r}㎡"
    return rows_of(table, CHINESE)


add_book("XLSX with title rows above the head", lambda t: {"Sheet1": titled(t)}, ["table_head_found"], ["A1:I1"])
add_book("XLSX with a head of two rows and merged cells", lambda t: {"Sheet1": two_rows(t)}, ["table_head_found"],
         ["A1:I1", "A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:I2"])
add_book("XLSX with totals among the rows and notes below", lambda t: {"Sheet1": totals(t)}, ["table_row_no_data"])
add_book("XLSX with mu and wan m2 in the headings", lambda t: {"Sheet1": units_in_heads(t)})
add_book("XLSX with mu and m2 in the cells", lambda t: {"Sheet1": units_in_cells(t)})
add_book("XLSX with an empty sheet before the table", lambda t: {"Sheet1": [], "Sheet2": rows_of(t, CHINESE)})
add_book("XLSX of the returns, found by init", lambda t: {"Sheet1": titled(t)}, ["table_head_found"], by_init=True)


@kind(TABLES, "ODS with title rows above the head", EXACT, ["table_head_found"], area="official")
def _(city):
    table = city.split_returns()
    rows = titled(table)
    width = max(len(row) for row in rows)
    sheet = type(table)([f"c{n}" for n in range(width)], [])
    sheet.rows = [{f"c{n}": None if n >= len(r) or r[n] is None else str(r[n]) for n in range(width)} | {"shape": None} for r in rows]
    write_layer(sheet, city.at("plain.ods"), "ODS", with_crs=False, geometry=100)
    drop_first_row(city.at("plain.ods"), city.at("enrolment.ods"))
    city.name_input("enrolment", "enrolment.ods")


def drop_first_row(source, target):
    """The driver writes its column names as the first row; the sheet of an office has none."""
    import re
    import zipfile
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8")
            if name == "content.xml":
                content = re.sub(r"<table:table-row.*?</table:table-row>", "", content, count=1, flags=re.DOTALL)
            new.writestr(name, content)
    source.unlink()


@kind(TABLES, "One row a stage in the returns", EXACT, area="official")
def _(city):
    table = city.split_returns()
    lines = ["学校标识码,学校名称,学段,学生数,班级数,室外运动场地面积,室内体育用房面积"]
    for row in table.rows:
        stages = [s for s in ("primary", "junior", "senior") if row[f"enrol_{s}"] is not None]
        for number, stage in enumerate(stages):
            areas = [row["outdoor_m2"], row["indoor_m2"]] if number == 0 else [None, None]
            cells = [row["id"], row["name"], {"primary": "小学", "junior": "初中", "senior": "高中"}[stage], row[f"enrol_{stage}"],
                     row.get(f"classes_{stage}"), *areas]
            lines.append(",".join("" if cell is None else str(cell) for cell in cells))
    city.at("enrolment.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    city.name_input("enrolment", "enrolment.csv")


@kind(TABLES, "Pupils missing, zero or words in three rows of the returns", REPORTED, ["value_not_read", "pupils_missing"], touched=3,
      area="official")
def _(city):
    table = city.split_returns()
    primary = [row for row in table.rows if row["enrol_primary"]]
    primary[0]["enrol_primary"], primary[1]["enrol_primary"], primary[2]["enrol_primary"] = None, 0, "约六百"
    city.at("enrolment.csv").write_text(csv_text(table, CHINESE), encoding="utf-8-sig")
    city.name_input("enrolment", "enrolment.csv")
