#include "layers/places/country_words.hpp"

#include <array>

namespace fieldgap {
namespace {

constexpr std::array words_table = {
    CountryWords{"DE AT CH LI",
                 "plz postleitzahl ort ortsteil schulform schulart schultyp schulname schulnummer strasse hausnummer rechtswert hochwert "
                 "ostwert nordwert gemeinde schulerzahl schuler schulerinnen trager schultrager telefon",
                 "schule grundschule hauptschule realschule gymnasium gesamtschule oberschule gemeinschaftsschule mittelschule "
                 "berufsschule forderschule volksschule primarschule *strasse *schule *platz *weg *gasse *allee"},
    CountryWords{"DE", "bundesland landkreis regierungsbezirk ags amtlichergemeindeschlussel rechtswert hochwert",
                 "stadtteilschule gemeinschaftsschule regelschule realschule gesamtschule werkrealschule forderzentrum"},
    CountryWords{"AT", "schulkennzahl skz politischerbezirk", "volksschule nms ahs hak htl bundesgymnasium brg"},
    CountryWords{"CH LI", "kanton schulkreis", "primarschule sekundarschule kantonsschule oberstufe schulhaus primarschulhaus"},
    CountryWords{"GB IE AU NZ HK SG US CA ZA", "school schoolname easting northing eastings northings enrolment phase town county",
                 "primary school secondary infant infants road street lane avenue"},
    CountryWords{"GB",
                 "urn laestab ukprn localauthority localauthorityname la lacode laname lsoa msoa ward postcode establishmentname "
                 "establishmentnumber typeofestablishment typeofestablishmentname phaseofeducation phaseofeducationname "
                 "establishmentstatusname ofstedrating parliamentaryconstituency seedcode councilarea numberofpupils",
                 "academy community comprehensive infant infants junior ce rc voluntary foundation"},
    CountryWords{"IE", "rollnumber eircode deis ethos irishclassification schoolrollnumber",
                 "ns scoil gaelscoil naisiunta naofa community"},
    CountryWords{"AU", "suburb state acaraid acarasmlid lga", "public"},
    CountryWords{"NZ", "decile suburb territorialauthority ta2 meshblock orgname kura", "kura"},
    CountryWords{"US", "state zip ncesid districtname leaid", "elementary isd unified"},
    CountryWords{"FR BE CH LU", "nom commune codepostal adresse etablissement eleves",
                 "ecole elementaire college lycee maternelle rue avenue"},
    CountryWords{"FR", "uai numerouai codeuai academie departement codeinsee codecommune codeacademie", "ecole elementaire college"},
    CountryWords{"NL BE", "plaats gemeente straat huisnummer leerlingen schoolnaam", "basisschool *straat *laan *weg *school"},
    CountryWords{"NL", "brin brinnummer brincode vestigingsnummer vestiging plaatsnaam gemeentenaam bevoegdgezagnummer",
                 "obs cbs rkbs pcbs montessorischool daltonschool jenaplanschool openbare"},
    CountryWords{"BE", "niscode nisnummer fusiegemeente instellingsnummer fase", "gbs vbs freinetschool communale libre"},
    CountryWords{"LU", "canton", "lycee fondamentale"},
    CountryWords{"IT CH", "comune provincia cap indirizzo alunni regione", "scuola via istituto piazza"},
    CountryWords{"IT", "codicescuola codicemeccanografico denominazionescuola descrizionecomune codicecatastale regione",
                 "scuola primaria secondaria comprensivo statale liceo"},
    CountryWords{"ES", "municipio provincia codigopostal centro denominacion localidad alumnado domicilio",
                 "ceip ies colegio calle instituto escuela cra ceipso"},
    CountryWords{"PT", "concelho freguesia agrupamento distrito", "escola basica agrupamento eb"},
    CountryWords{"BR", "uf cep inep codigoinep coentidade bairro municipio", "emef emei escola municipal estadual ciep"},
    CountryWords{"PL", "gmina powiat wojewodztwo kodpocztowy miejscowosc ulica rspo regon uczniowie liczbauczniow",
                 "szkola podstawowa liceum ul zespol szkol"},
    CountryWords{"CZ", "obec okres kraj psc ulice izo redizo zaci pocetzaku", "zakladni skola namesti ulice"},
    CountryWords{"SK", "obec okres kraj psc ulica ziaci pocetziakov", "zakladna skola namestie"},
    CountryWords{"HU", "telepules iranyitoszam megye tanulok om omazonosito cim", "altalanos iskola gimnazium utca"},
    CountryWords{"DK", "kommune postnr postnummer skolenavn elever institutionsnummer", "skole skolen friskole *skole *skolen *vej *gade"},
    CountryWords{"NO", "kommune fylke postnummer poststed elever organisasjonsnummer", "skole barneskole ungdomsskole *skole *veien *gata"},
    CountryWords{"SE", "kommun lan postnummer postort skolenhet skolenhetskod elever", "skola skolan grundskola *skolan *vagen *gatan"},
    CountryWords{"FI", "kunta postinumero postitoimipaikka oppilaat maakunta koulu", "koulu peruskoulu lukio *koulu *katu *tie"},
    CountryWords{"EE", "vald maakond kool opilased", "kool pohikool gumnaasium *kool"},
    CountryWords{"LV", "pagasts novads skola", "vidusskola pamatskola sakumskola"},
    CountryWords{"LT", "savivaldybe seniunija mokykla mokiniai", "mokykla progimnazija gimnazija pradine"},
    CountryWords{"RO", "localitate judet elevi", "scoala gimnaziala liceul strada"},
    CountryWords{"HR", "zupanija opcina ucenici", "osnovna skola ulica"},
    CountryWords{"SI", "obcina ucenci naselje", "osnovna sola cesta ulica os"},
    CountryWords{"GR", "δημος σχολειο μαθητες", "δημοτικο γυμνασιο σχολειο λυκειο"},
    CountryWords{"BG", "община област училище ученици", "училище основно гимназия оу соу"},
    CountryWords{"RU", "район школа учащиеся инн окато октмо", "школа гимназия лицей мбоу моу сош гбоу улица"},
    CountryWords{"TR", "ilce il mahalle ogrenci okul", "ilkokulu ortaokulu lisesi okulu"},
    CountryWords{"HK", "地区 分区 schoolno 坐标东 坐标北", "小學 中學 官立 資助"},
    CountryWords{"TW", "縣市 县市 乡镇 乡镇市区 校名 学校代码", "國小 國中 國民小學 縣立 國民中學"},
    CountryWords{"JP", "都道府县 市区町村 所在地 児童数", "小学校 中学校 市立"},
    CountryWords{"CN", "学校名称 学校标识码 学段 在校生数 校名 办学类型 区县 所属区县", ""},
};

/// England and Wales south of the Irish Sea, and England north of it: Ireland's grid leads numbers of Lancashire to Ulster.
constexpr std::array registers_table = {
    RegisterRegion{"GB", "urn laestab ukprn establishmentname seedcode", {-5.8, 49.8, 1.9, 53.5}},
    RegisterRegion{"GB", "urn laestab ukprn establishmentname seedcode", {-3.7, 53.4, 0.3, 55.9}},
};

constexpr std::array postal_table = {
    PostalCodes{"DE", "plz postleitzahl", "99999"},
    PostalCodes{"AT CH LI", "plz postleitzahl", "9999"},
    PostalCodes{"GB", "postcode", "A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA"},
    PostalCodes{"NL", "postcode", "9999AA"},
    PostalCodes{"BE AU NZ", "postcode codepostal", "9999"},
    PostalCodes{"FR", "codepostal cp", "99999"},
    PostalCodes{"CH LU", "codepostal npa", "9999"},
    PostalCodes{"IT", "cap", "99999"},
    PostalCodes{"ES", "codigopostal cp", "99999"},
    PostalCodes{"PL", "kodpocztowy kod", "99999"},
    PostalCodes{"CZ SK", "psc", "99999"},
    PostalCodes{"SE", "postnummer postnr", "99999"},
    PostalCodes{"DK NO", "postnummer postnr", "9999"},
    PostalCodes{"FI", "postinumero", "99999"},
    PostalCodes{"HU", "iranyitoszam", "9999"},
    PostalCodes{"PT", "codigopostal cp", "9999999"},
    PostalCodes{"BR", "cep", "99999999"},
};

constexpr std::array postal_regions_table = {
    PostalRegion{"DE", '0', {10.8, 50.1, 15.1, 52.1}}, PostalRegion{"DE", '1', {10.6, 51.5, 14.8, 54.8}},
    PostalRegion{"DE", '2', {6.6, 52.3, 11.5, 55.1}},  PostalRegion{"DE", '3', {8.0, 50.2, 12.4, 53.1}},
    PostalRegion{"DE", '4', {5.8, 51.0, 8.7, 52.9}},   PostalRegion{"DE", '5', {5.8, 49.6, 8.6, 51.6}},
    PostalRegion{"DE", '6', {6.3, 48.9, 10.0, 50.6}},  PostalRegion{"DE", '7', {7.4, 47.5, 10.3, 49.7}},
    PostalRegion{"DE", '8', {8.8, 47.2, 13.2, 49.2}},  PostalRegion{"DE", '9', {9.4, 48.2, 13.9, 51.7}},
};

constexpr std::array letters_table = {
    CountryLetters{"JP", U'\u3041', U'\u30FE'},
    CountryLetters{"KR", U'\uAC00', U'\uD7A3'},
    CountryLetters{"CN HK MO TW JP", U'\u4E00', U'\u9FA5'},
    CountryLetters{"GR", U'\u0391', U'\u03C9'},
    CountryLetters{"IL", U'\u05D0', U'\u05EA'},
    CountryLetters{"RU BG", U'\u0410', U'\u044F'},
};

/// China has no name of its own areas here: its zones follow a rule (gis/io/crs/zone_families.hpp).
constexpr std::array names = {
    CountryName{"AT", "Österreich", "Austria"},
    CountryName{"AU", "Australia", "Australia"},
    CountryName{"BE", "België", "Belgium"},
    CountryName{"BG", "България", "Bulgaria"},
    CountryName{"BR", "Brasil", "Brazil"},
    CountryName{"CA", "Canada", "Canada"},
    CountryName{"CH", "Schweiz", "Switzerland"},
    CountryName{"CN", "中国", ""},
    CountryName{"CZ", "Česko", "Czechia"},
    CountryName{"DE", "Deutschland", "Germany"},
    CountryName{"DK", "Danmark", "Denmark"},
    CountryName{"EE", "Eesti", "Estonia"},
    CountryName{"ES", "España", "Spain"},
    CountryName{"FI", "Suomi", "Finland"},
    CountryName{"FR", "France", "France"},
    CountryName{"GB", "Great Britain", "United Kingdom (UK)"},
    CountryName{"GR", "Ελλάδα", "Greece"},
    CountryName{"HK", "香港", "China - Hong Kong"},
    CountryName{"HR", "Hrvatska", "Croatia"},
    CountryName{"HU", "Magyarország", "Hungary"},
    CountryName{"IE", "Ireland", "Ireland"},
    CountryName{"IL", "ישראל", "Israel"},
    CountryName{"IT", "Italia", "Italy"},
    CountryName{"JP", "日本", "Japan"},
    CountryName{"KR", "한국", "Republic of Korea (South Korea)"},
    CountryName{"LI", "Liechtenstein", "Liechtenstein"},
    CountryName{"LT", "Lietuva", "Lithuania"},
    CountryName{"LU", "Luxembourg", "Luxembourg"},
    CountryName{"LV", "Latvija", "Latvia"},
    CountryName{"MO", "澳门", "China - Macao"},
    CountryName{"MY", "Malaysia", "Malaysia"},
    CountryName{"NL", "Nederland", "Netherlands"},
    CountryName{"NO", "Norge", "Norway"},
    CountryName{"NZ", "New Zealand", "New Zealand"},
    CountryName{"PL", "Polska", "Poland"},
    CountryName{"PT", "Portugal", "Portugal"},
    CountryName{"RO", "România", "Romania"},
    CountryName{"RU", "Россия", "Russia"},
    CountryName{"SE", "Sverige", "Sweden"},
    CountryName{"SG", "Singapore", "Singapore"},
    CountryName{"SI", "Slovenija", "Slovenia"},
    CountryName{"SK", "Slovensko", "Slovakia"},
    CountryName{"TR", "Türkiye", "Türkiye"},
    CountryName{"TW", "台湾", "Taiwan"},
    CountryName{"US", "USA", "United States (USA)"},
    CountryName{"ZA", "South Africa", "South Africa"},
};

} // namespace

std::span<const CountryWords> country_words()
{
    return words_table;
}

std::span<const RegisterRegion> register_regions()
{
    return registers_table;
}

std::span<const PostalCodes> postal_codes()
{
    return postal_table;
}

std::span<const PostalRegion> postal_regions()
{
    return postal_regions_table;
}

std::span<const CountryLetters> country_letters()
{
    return letters_table;
}

std::span<const CountryName> country_names()
{
    return names;
}

} // namespace fieldgap
