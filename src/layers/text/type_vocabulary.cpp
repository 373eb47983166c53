#include "layers/text/type_vocabulary.hpp"

#include <array>

namespace fieldgap {
namespace {

constexpr TypeSign of_stages(bool primary, bool junior, bool senior)
{
    return {{{primary, junior, senior}}};
}

constexpr TypeSign of_kind(SchoolKind kind)
{
    return {{}, false, false, kind};
}

constexpr TypeSign any_school{};
constexpr TypeSign primary = of_stages(true, false, false);
constexpr TypeSign junior = of_stages(false, true, false);
constexpr TypeSign senior = of_stages(false, false, true);
constexpr TypeSign nine_years = of_stages(true, true, false);
constexpr TypeSign secondary = of_stages(false, true, true);
constexpr TypeSign twelve_years = of_stages(true, true, true);
constexpr TypeSign junior_or_both{{{false, true, false}}, true, false, SchoolKind::regular};
constexpr TypeSign special = of_kind(SchoolKind::special);
constexpr TypeSign vocational = of_kind(SchoolKind::vocational);
constexpr TypeSign teaching_point{{{true, false, false}}, false, false, SchoolKind::teaching_point};
constexpr TypeSign no_school{{}, false, true, SchoolKind::regular};

/// Numbers with dashes and of three digits are grades and codes of 办学类型.
constexpr std::array types = {
    TypeWords{
        any_school,
        "科教文化服务 教育培训 教育学校 教育服务 科教文化 科教服务 文化教育 教育机构 教育 科研教育 教育科研 基础教育 education schools",
        true},
    TypeWords{no_school,
              "餐饮服务 购物服务 生活服务 体育休闲服务 医疗保健服务 住宿服务 风景名胜 商务住宅 政府机构及社会团体 交通设施服务 "
              "金融保险服务 公司企业 "
              "道路附属设施 地名地址信息 公共设施 汽车服务 汽车销售 汽车维修 摩托车服务 通行设施 室内设施 虚拟数据 事件活动 "
              "美食 酒店 购物 旅游景点 休闲娱乐 运动健身 文化传媒 医疗 交通设施 金融 房地产 政府机构 出入口 自然地物 门址 道路",
              true},

    TypeWords{
        primary,
        "primary elementary primaryschool elementaryschool primaryeducation 1-6 211 218 middledeemedprimary infant infants junioronly "
        "firstschool infantschool infantandjunior lowerprimary upperprimary "
        "小学 普通小学 完全小学 小学校 小学部 小学教育 小学学校 国小 國小 小學 国民小学 國民小學 民族小学 中心小学 公办小学 民办小学 a703 "
        "初等教育 "
        "초등학교 초등 "
        "grundschule grundschulen primarschule volksschule grundstufe primarstufe primarbereich "
        "école ecole écoleélémentaire ecoleelementaire écoleprimaire ecoleprimaire élémentaire primaire "
        "basisschool basisonderwijs lagereschool bo "
        "ceip educaciónprimaria primaria escuelaprimaria colegiodeeducacióninfantilyprimaria colegiopúblico "
        "scuolaprimaria 1ºciclo ensinofundamentalanosiniciais "
        "szkołapodstawowa начальнаяшкола начальная ilkokul grundskola"},
    TypeWords{
        junior,
        "junior juniorhigh juniorhighschool juniormiddle juniormiddleschool juniorsecondary middle middleschool lowersecondary 7-9 311 "
        "middledeemedsecondary "
        "初中 初级中学 普通初中 初中部 初级中等教育 初中教育 国中 國中 国民中学 國民中學 公办初中 民办初中 职业初中 中学校 중학교 "
        "hauptschule mittelschule realschule realschuleplus werkrealschule sekundarschule sekundarstufei regelschule regionaleschule "
        "erweiterterealschule grund-undhauptschule mittelstufe "
        "collège college brugjaar vmbo vbo mavo pro "
        "scuolasecondariadiprimogrado scuolasecondariadiigrado scuolamedia 2ºe3ºciclo ensinofundamentalanosfinais gimnazjum ortaokul"},
    TypeWords{
        senior,
        "senior highschool seniorhigh seniorhighschool seniormiddle seniorsecondary high uppersecondary 10-12 342 16plus post16 sixthform "
        "sixthformcentres sixthformcollege academy16-19converter academy16to19sponsorled freeschools16to19 "
        "高中 高级中学 普通高中 高中部 高中教育 高级中等教育 公办高中 民办高中 高級中學 普通高级中学 高等学校 고등학교 "
        "gymnasialeoberstufe sekundarstufeii oberstufengymnasium oberstufenzentrum "
        "lycée lycee lycéegénéral lycéepolyvalent lycéegénéraletechnologique lycéed'enseignementgénéral bachillerato "
        "scuolasecondariadisecondogrado liceo ensinomédio ensinosecundário liceumogólnokształcące liceum lise gymnasieskola"},
    TypeWords{junior_or_both, "中学 中學 普通中学 中学教育 公办中学 民办中学 a702"},
    TypeWords{
        secondary,
        "secondary secondaryschool secondaryeducation 7-12 341 highermiddle havo vwo middelbareschool voortgezetonderwijs "
        "完全中学 完中 完全初高中 初高中 初中高中 普通完全中学 中等教育学校 "
        "gymnasium gymnasien gesamtschule integriertegesamtschule kooperativegesamtschule igs kgs gemeinschaftsschule stadtteilschule "
        "integriertesekundarschule oberschule "
        "institutodeeducaciónsecundaria ies educaciónsecundaria eso secundaria weiterführendeschule"},
    TypeWords{twelve_years,
              "allthrough all-through all-age allage k-12 k12 1-12 twelveyear twelve-year combined primaryandsecondary "
              "primaryandsecondaryschool 345 十二年一贯制 十二年一贯制学校 "
              "12年一贯制 小初高 小学初中高中 "
              "freiewaldorfschule waldorfschule cpeips общеобразовательнаяшкола средняяобщеобразовательнаяшкола сош 小中高一貫校"},
    TypeWords{nine_years,
              "義務教育学校 1-9 nineyear nine-year 312 九年一贯制 九年一贯制学校 9年一贯制 九年制 九年制学校 小初 中小学 小学初中 "
              "grund-undmittelschule grund-undrealschule primusschule primus-schule основнаяшкола основнаяобщеобразовательнаяшкола"},
    TypeWords{teaching_point, "teachingpoint 教学点 小学教学点"},

    TypeWords{special,
              "special specialschool specialeducation specialneeds communityspecialschool foundationspecialschool academyspecialconverter "
              "academyspecialsponsorled freeschoolsspecial non-maintainedspecialschool otherindependentspecialschool "
              "511 512 513 514 特教 特殊学校 特殊教育 特殊教育学校 特校 特殊教育學校 特別支援学校 특수학교 "
              "förderschule förderschulen förderzentrum sonderschule sonderpädagogischesbildungs-undberatungszentrum sbbz "
              "erea éducationspéciale educaciónespecial centrodeeducaciónespecial so vso коррекционнаяшкола"},
    TypeWords{
        vocational,
        "361 362 363 364 365 366 368 vocational vocationalschool professional technical "
        "职业技术学校 职业学校 职业高中 中等职业学校 中等职业技术学校 中等职业教育 中等专业学校 技工学校 技校 职高 中专 职业中学 职业教育 "
        "高等専門学校 "
        "berufsschule berufskolleg berufsbildendeschule beruflicheschule beruflicheschulen berufsfachschule fachoberschule fachschule "
        "berufsoberschule beruflichesgymnasium wirtschaftsgymnasium "
        "lycéeprofessionnel sectiond'enseignementprofessionnel formaciónprofesional mbo istitutoprofessionale istitutotecnico technikum "
        "колледж техникум"},

    TypeWords{
        no_school,
        "nursery nurseryschool localauthoritynurseryschool preschool pre-school prekindergarten kindergarten children'scentre "
        "children'scentrelinkedsite furthereducation highereducation highereducationinstitution highereducationinstitutions university "
        "universities college/university adulteducation specialpost16institution onlineprovider trainingcentre trainingcenter "
        "institutionfundedbyothergovernmentdepartment drivingschool "
        "幼儿园 幼稚园 托儿所 托育 早教 亲子教育 幼儿教育 学前教育 高等院校 高等教育 大学 大专院校 高校 学院 高职院校 成人教育 成人学校 "
        "培训机构 培训 教育培训机构 "
        "留学中介机构 驾校 驾驶学校 科研机构 图书馆 科技馆 博物馆 美术馆 文化宫 少年宫 展览馆 会展中心 档案馆 天文馆 传媒机构 科教文化场所 "
        "文艺团体 "
        "学校内部设施 校门 大门 正门 侧门 老年大学 党校 a701 a704 111 112 119 "
        "幼稚園 幼保連携型認定こども園 認定こども園 保育所 保育園 大学 短期大学 専修学校 各種学校 유치원 대학교 전문대학 "
        "schulkindergarten kita kindertagesstätte kindertageseinrichtung volkshochschule hochschule universität abendgymnasium "
        "abendrealschule weiterbildungskolleg musikschule kolleg fahrschule vorschule "
        "écolematernelle ecolematernelle maternelle université crèche médico-social serviceadministratif informationetorientation "
        "educacióninfantil escuelainfantil guardería universidad scuolainfanzia scuoladell'infanzia jardimdeinfância przedszkole "
        "детскийсад вуз университет anaokulu förskola"},

    TypeWords{any_school,
              "regular ordinary public private state independent 普通 普通学校 普通中小学 普通教育 公办 公立 民办 私立 国办 公办学校 "
              "民办学校 学校 "
              "communityschool voluntaryaidedschool voluntarycontrolledschool foundationschool citytechnologycollege academysponsorled "
              "academyconverter freeschools freeschool studioschools universitytechnicalcollege otherindependentschool pupilreferralunit "
              "academyalternativeprovisionconverter academyalternativeprovisionsponsorled freeschoolsalternativeprovision "
              "localauthoritymaintainedschools academies independentschools secureunits serviceschildren'seducation welshestablishment "
              "offshoreschools britishschoolsoverseas miscellaneous other 其他 其它 school "
              "öffentlich privat staatlich schule public/privé publique privé privada pública pubblica 公立学校 私立学校 국립 공립 사립"},
};

constexpr std::array codes = {
    TypeCodes{any_school, "141200"},       TypeCodes{no_school, "141201 141204 141205 141207"},
    TypeCodes{junior_or_both, "141202"},   TypeCodes{primary, "141203 16001"},
    TypeCodes{vocational, "141206 16005"}, TypeCodes{junior, "16002"},
    TypeCodes{secondary, "16003"},         TypeCodes{senior, "16004"},
    TypeCodes{no_school, "16006 16007"},   TypeCodes{special, "16012"},
};

} // namespace

std::span<const TypeWords> type_words()
{
    return types;
}

std::span<const TypeCodes> type_codes()
{
    return codes;
}

} // namespace fieldgap
