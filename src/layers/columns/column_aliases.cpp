#include "layers/columns/column_aliases.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

constexpr std::array schools = {
    ColumnAliases{
        "id",
        "schoolid schoolcode schoolstdcode schoolno xxdm xxbsm xxbh 学校标识码 学校机构标识码 学校代码 标识码 机构标识码 学校编号 学校编码 "
        "code 编号 urn ncessch brinnummer schoolnumber schoolno institutioncode identifiantdeletablissement codeetablissement numerouai "
        "uai schulnummer codigocentro codigodecentro codicescuola coentidade codigoentidad codigoinep codigoescola acaraid acaraschoolid "
        "schoolcodejp 学校コード p29002 정보공시학교코드 학교코드 표준학교코드 идентификатор код rspo vestigingscode schoolidnumber osmid "
        "@id"},
    ColumnAliases{"name", "schoolname school xxmc dwmc 学校名称 单位名称 校名 学校 名称 establishmentname schname englishname chinesename "
                          "中文名称 institutionname nometablissement nomdeletablissement appellationofficielle schulname denominacion "
                          "nombrecentro nombredelcentro denominazionescuola noentidade nomedaescola nomeescola naam 학교명 学校名 p29004 "
                          "наименование полноенаименование наименованиеучреждения название nazwa nazwaszkoly schoolnamefull 机构名称"},
    ColumnAliases{"stage",
                  "stages schoolstage educationstage level schoollevel xd xxlx bxlx 学段 办学类型 办学类别 学校类型 学校办学类型 "
                  "phaseofeducationname phaseofeducation schoollevel schooltype typeofschool schulform schulart typeetablissement "
                  "naturedeletablissement tipocentro tipodecentro tipologiascuola descrizionetipologiagradoistruzionescuola typschool "
                  "学校级别 学校种类 학교급 학교급명 학교급구분 typszkoly вид тип типучреждения p29003 educationlevel orgtype"},
    ColumnAliases{
        "enrol_primary",
        "enrolmentprimary enrollmentprimary primaryenrolment primaryenrollment pupilsprimary primarypupils studentsprimary primarystudents "
        "xxsrs xxxss xxzxss 小学学生数 小学在校生数 小学在校生 小学在校学生数 小学生数 小学人数 小学生人数 小学学生人数 小学在校人数 "
        "小学在校生人数 小学在籍学生数 小学在籍人数 小学学生规模 小学学籍人数 qtmatfund "
        "qtmatfundai qtmatfundamental elementarystudents elementaryenrollment 国小学生数 儿童数 児童数 初等学生数"},
    ColumnAliases{"enrol_junior", "enrolmentjunior enrollmentjunior juniorenrolment juniorenrollment pupilsjunior juniorpupils "
                                  "studentsjunior juniorstudents czsrs czxss czzxss 初中学生数 初中在校生数 初中在校生 初中在校学生数 "
                                  "初中生数 初中人数 初中生人数 初中学生人数 初中在校人数 初中在校生人数 初中在籍学生数 初中在籍人数 "
                                  "初中学生规模 初中学籍人数 qtmatfundaf middleschoolstudents 国中学生数 生徒数中学校"},
    ColumnAliases{"enrol_senior", "enrolmentsenior enrollmentsenior seniorenrolment seniorenrollment pupilssenior seniorpupils "
                                  "studentssenior seniorstudents gzsrs gzxss gzzxss 高中学生数 高中在校生数 高中在校生 高中在校学生数 "
                                  "高中生数 高中人数 高中生人数 高中学生人数 高中在校人数 高中在校生人数 高中在籍学生数 高中在籍人数 "
                                  "高中学生规模 高中学籍人数 qtmatmed highschoolstudents"},
    ColumnAliases{"enrol_other",
                  "enrolmentother enrollmentother otherpupils 其他学生数 其他在校生数 幼儿数 附设幼儿班人数 qtmatinf 幼儿园在校生数"},
    ColumnAliases{
        "enrol_total",
        "enrolment enrollment enrol pupils students pupilcount studentcount totalpupils totalstudents xss zxss zxxss xsrs 学生数 "
        "在校生数 在校生数合计 在校学生数 在校生总数 学生总数 在校生人数 学生人数 在校学生人数 在校生 numberofpupils member "
        "totalenrollment totalenrolment totalmember rollnumber totalschoolroll nombredeleves nombreeleves effectif effectifs "
        "leerlingen aantalleerlingen schuler schulerzahl anzahlschuler schulerinsgesamt schulerinnen alumnos numeroalumnos "
        "numerodealumnos alunni numeroalunni alunos numerodealunos qtmatbas учащихся численностьучащихся количествоучащихся "
        "обучающихся численностьобучающихся liczbauczniow uczniowie 학생수 학생수합계 全校学生数 学生总人数 在校人数 在校总人数 在籍学生数 "
        "在籍人数 在籍学生人数 在籍生数 学籍人数 学籍学生数 学生规模 在校生规模 在校学生规模 在读学生数 在读人数 在读学生人数 学生总计 "
        "在校学生总数"},
    ColumnAliases{"classes_primary", "primaryclasses xxbjs xxbs 小学班级数 小学班数 小学教学班数"},
    ColumnAliases{"classes_junior", "juniorclasses czbjs czbs 初中班级数 初中班数 初中教学班数"},
    ColumnAliases{"classes_total", "classes classcount bjs bjzs 班级数 教学班数 班数 班级总数 教学班 班级数合计 numberofclasses "
                                   "nombredeclasses klassen anzahlklassen 학급수 学级数 学級数 liczbaoddzialow"},
    ColumnAliases{"capacity_primary", "primarycapacity seatsprimary primaryseats 小学学位数 小学学位 小学容量"},
    ColumnAliases{"capacity_junior", "juniorcapacity seatsjunior juniorseats 初中学位数 初中学位 初中容量"},
    ColumnAliases{"capacity_total", "capacity seats xws 学位数 学位 核定规模 办学规模 设计规模 schoolcapacity 定员"},
    ColumnAliases{"outdoor_m2", "outdoor outdoorarea outdoorsqm sportsground sportsgroundm2 sportsgroundarea ydcdmj swydcdmj 运动场地面积 "
                                "体育运动场地面积 室外运动场地面积 室外体育场地面积 运动场地 运动场面积 体育场地面积 运动场地面积室外 "
                                "室外运动场面积 体育活动场地面积 运动场 playgroundarea 操场面积 田径场面积 校园运动场地面积 体育运动场面积 "
                                "操场 田径场 室外体育活动场地面积"},
    ColumnAliases{
        "indoor_m2",
        "indoor indoorarea indoorsqm gymarea hallarea sntyyf sntyyfmj tygmj 室内体育用房面积 室内体育用房 体育馆面积 室内运动场馆面积 "
        "室内体育场馆面积 室内体育场地面积 体育用房面积 运动场地面积室内 室内运动面积 室内体育活动用房面积 风雨操场面积"},
    ColumnAliases{"special_m2", "special specialarea 特殊空间面积 地下运动空间面积 地下室运动面积 屋顶运动场面积"},
    ColumnAliases{"sports_m2",
                  "sportsm2 sportsarea sportsaream2 totalsportsarea 体育运动场馆面积 运动场馆面积 体育运动场馆总面积 体育场馆面积 "
                  "运动场馆总面积 体育场馆总面积 体育运动场馆用地面积 校园体育运动场馆面积 体育运动场馆"},
    ColumnAliases{"sports_m2_per_pupil",
                  "sportsm2perpupil sportsareaperpupil sportsareaperstudent 生均体育运动场馆面积 生均运动场馆面积 生均体育场馆面积 "
                  "体育运动场馆生均面积 学生人均体育运动场馆面积 人均体育运动场馆面积 生均体育运动场馆"},
    ColumnAliases{"basement_usable_m2",
                  "basementusable basement basementm2 basementarea 可用地下室面积 可利用地下室面积 地下室可用面积 可改建地下室面积"},
    ColumnAliases{"expand_possible_m2", "expandpossible expansionm2 expandm2 可扩建面积 可改扩建面积 可扩展面积"},
    ColumnAliases{"district",
                  "districtname county countyname adname qx qxmc ssqx 区县 所属区县 所在区县 区县名称 行政区 所属区 所在区 统计三级 "
                  "所在地区划三级 区 分区 laname districtadministrativename boroughname gemeente leaname commune nomcommune "
                  "municipio comune nomunicipio 行政区划 시군구 район dzielnica gmina"},
    ColumnAliases{"rural", "isrural urbanrural cxfl urbanruralname 城乡分类 城乡类型 城乡属性 城乡类别 是否农村 是否乡村 是否乡村学校 "
                           "是否农村学校"},
    ColumnAliases{"rural_code", "ruralcode urbanruralcode cxfldm cxhfdm cxflm tjcxdm 统计用城乡划分代码 统计用城乡分类代码 城乡划分代码 "
                                "城乡分类代码 城乡代码 城乡划分 城乡码 城乡分类编码 所在地城乡类型代码 统计用区划代码和城乡划分代码"},
    ColumnAliases{"dense", "isdense overdense 高密度 是否高密度 人口密集 是否人口密集 人口密集区"},
    ColumnAliases{"kind", "schoolkind xxxz 学校类别 学校性质 typeofestablishmentname"},
    ColumnAliases{"parent_id", "parent mainschool mainschoolid branchof 主校标识码 主校代码 主校编号 本部标识码 所属学校标识码 主校"},
    ColumnAliases{"counts_as_school", "countsasschool 是否计校数 计校数 是否计校"},
    ColumnAliases{
        "phase",
        "schoolphase establishmentstatusname establishmentstatus schoolstatus operationalstatus status systatustext statustext "
        "betriebsstatus schulstatus etat etatetablissement etatetablissementlibelle situacao situacaofuncionamento "
        "tpsituacaofuncionamento situacion 建设状态 办学状态 状态 学校状态 运营状态 办学现状 存续状态 学校状況 운영상태 학교상태 статус"},
    ColumnAliases{"open_year", "openingyear opened opendate kbnf 开办年份 开办年 开学年份 启用年份"},
    ColumnAliases{"plan_year", "planyear 规划年份 计划年份"},
    ColumnAliases{"build_year", "buildyear 开工年份 建设年份"},
    ColumnAliases{"handover_year", "handoveryear 移交年份 交付年份"},
    ColumnAliases{"built_year", "yearbuilt constructionyear jcnf 建成年份 建成年 建校年份 竣工年份"},
    ColumnAliases{"migrant_share", "migrantshare migrants 随迁子女比例 随迁子女占比 随迁子女率"},
    ColumnAliases{
        "teachers_degree",
        "teachersdegree teachersabovedegree teacherswithhigherdegree gygdxljss 高于规定学历教师数 高于规定学历的教师数 "
        "高于规定学历专任教师数 高于规定学历的专任教师数 高于规定学历教师 高于规定学历专任教师 高于规定学历教师人数 超规定学历教师数"},
    ColumnAliases{"backbone_teachers",
                  "backboneteachers leadingteachers ggjss xjysggjss 县级以上骨干教师数 县级及以上骨干教师数 县级以上骨干教师 "
                  "县级及以上骨干教师 区级以上骨干教师数 区级及以上骨干教师数 区县级以上骨干教师数 县区级以上骨干教师数 骨干教师数 "
                  "骨干教师人数 县级以上骨干教师人数"},
    ColumnAliases{
        "arts_sports_teachers",
        "artssportsteachers artsandsportsteachers sportsandartsteachers tyyszrjss 体育艺术专任教师数 体育、艺术专任教师数 "
        "体育艺术教师数 体育、艺术教师数 体育、艺术美术、音乐专任教师数 体育艺术美术音乐专任教师数 体育艺术专任教师 体艺专任教师数 "
        "体艺教师数 体音美专任教师数 体音美教师数 音体美专任教师数 音体美教师数"},
    ColumnAliases{"teaching_rooms_m2",
                  "teachingrooms teachingroomsarea teachingandauxiliaryrooms teachingandauxiliaryroomsarea jxjfzyfmj 教学及辅助用房面积 "
                  "教学及辅助用房总面积 教学及辅助用房建筑面积 教学及辅助用房 教学辅助用房面积 教学及教学辅助用房面积"},
    ColumnAliases{"equipment_yuan",
                  "teachingequipment teachingequipmentvalue equipmentvalue jxyqsbz jxyqsbzcz 教学仪器设备值 教学仪器设备资产值 "
                  "教学仪器设备总值 教学仪器设备资产总值 教学仪器设备价值 教学仪器设备资产 教学仪器设备原值 仪器设备值 仪器设备总值"},
    ColumnAliases{"multimedia_rooms",
                  "multimediarooms multimediaclassrooms networkedmultimediarooms networkedmultimediaclassrooms wldmtjss wldmtjsjs "
                  "网络多媒体教室数 网络多媒体教室间数 网络多媒体教室 网络多媒体教室数量 多媒体教室数 多媒体教室间数 多媒体教室"},
};

constexpr const ColumnAliases& of_schools(std::string_view ours)
{
    return *std::find_if(schools.begin(), schools.end(), [ours](const ColumnAliases& column) { return column.ours == ours; });
}

/// The amounts of the national evaluation are the last columns of the schools.
constexpr std::size_t amounts = 6;

/// The first columns of the schools with their district behind the stage, their phase, and the amounts.
constexpr auto enrolment = [] {
    constexpr std::size_t figures = 19;
    std::array<ColumnAliases, figures + 2 + amounts> columns{};
    std::copy_n(schools.begin(), figures, columns.begin());
    columns[figures] = of_schools("district");
    std::rotate(columns.begin() + 3, columns.begin() + figures, columns.begin() + figures + 1);
    columns[figures + 1] = of_schools("phase");
    std::copy_n(schools.end() - amounts, amounts, columns.end() - amounts);
    return columns;
}();

constexpr auto indicators = [] {
    std::array<ColumnAliases, 4 + amounts> columns{};
    std::copy_n(schools.begin(), 3, columns.begin()); // id, name, stage
    columns[3] = of_schools("district");
    std::copy_n(schools.end() - amounts, amounts, columns.end() - amounts);
    return columns;
}();

constexpr std::array campuses = {
    ColumnAliases{"id", "campusid code 校区编号 校园编号 编号 osmid @id"},
    ColumnAliases{"school_id", "school schoolcode xxdm xxbsm 学校标识码 学校机构标识码 学校代码 学校编号 标识码 所属学校"},
    ColumnAliases{"name", "campusname schoolname xxmc 校区名称 校园名称 学校名称 名称"},
};

constexpr std::array fields = {
    ColumnAliases{"id", "fieldid code cdbh 场地编号 场地代码 编号 osmid @id"},
    ColumnAliases{"school_id", "school schoolcode xxdm xxbsm 学校标识码 学校机构标识码 学校代码 学校编号 标识码 所属学校"},
    ColumnAliases{"kind", "fieldkind type fieldtype cdlx 场地类型 场地类别 类型 类别 室内外"},
    ColumnAliases{"floor_m2", "floorarea floorsqm jzmj 建筑面积 使用面积"},
    ColumnAliases{"storeys", "stories floors levels buildinglevels cs 层数 楼层数"},
    ColumnAliases{"surface",
                  "surfacetype surfacematerial material flooring dmcl dmlx mclx 面层 地面材料 面层材料 面层类型 面层材质 地面类型 "
                  "地面材质 地面面层 场地面层 场地材质 场地地面 铺装材料 材质 地面 belag bodenbelag revetement покрытие"},
};

constexpr std::array venues = {
    ColumnAliases{"id", "venueid code facilityid siteid cgbh cdbh 场馆编号 场地编号 场馆代码 编号 osmid @id"},
    ColumnAliases{"name", "venuename facilityname sitename cgmc cdmc 场馆名称 场地名称 体育场馆名称 设施名称 名称"},
    ColumnAliases{"kind", "venuekind type venuetype facilitytype cglx 场馆类型 场地类型 类型 类别"},
    ColumnAliases{"area_m2", "area areasqm sqm cdmj mj 可租面积 可租赁面积 可用面积 场地面积 用地面积 面积"},
    ColumnAliases{"rentable", "isrentable available 可租 是否可租 可租赁 是否可租赁"},
    ColumnAliases{"price_per_m2", "price pricesqm rent 单价 租金单价 租金 每平方米租金"},
};

/// Columns of venues; places are often plots.
constexpr std::array new_venues = {
    ColumnAliases{
        "id", "candidateid candidate placeid plotid siteid venueid code dkbh dkdm 备选编号 选址编号 候选编号 地块编号 地块代码 宗地编号 "
              "宗地代码 场馆编号 场地编号 编号 osmid @id"},
    ColumnAliases{"name", "candidatename placename plotname sitename venuename dkmc 备选地点 选址名称 地块名称 宗地名称 项目名称 场馆名称 "
                          "场地名称 名称"},
    ColumnAliases{"kind", "venuekind type venuetype facilitytype 场馆类型 场地类型 类型 类别"},
    ColumnAliases{"area_m2", "area areasqm sqm mj dkmj cdmj 拟建面积 建设面积 可建面积 可用面积 场地面积 地块面积 宗地面积 用地面积 面积"},
    ColumnAliases{"rentable", "isrentable available 可租 是否可租 可租赁 是否可租赁"},
    ColumnAliases{"price_per_m2", "price pricesqm rent 单价 租金单价 租金 每平方米租金"},
};

constexpr std::array gates = {
    ColumnAliases{"id", "gateid code 编号 出入口编号 osmid @id"},
    ColumnAliases{"owner_kind", "ownertype 所属类型"},
    ColumnAliases{"owner_id", "owner schoolid 所属编号 所属标识码 学校标识码 学校代码"},
    ColumnAliases{"kind", "gatekind type gatetype 类型 出入口类型"},
};

constexpr std::array residential = {
    ColumnAliases{"id", "estateid residentialid siteid code xqbh dkbh 小区编号 地块编号 小区代码 地块代码 编号 osmid @id"},
    ColumnAliases{"name", "estatename residentialname sitename xqmc dkmc 小区名称 居住区名称 住宅区名称 地块名称 项目名称 楼盘名称 名称 "
                          "小区名 小区 楼盘名 楼盘 项目名 居住区 住宅小区 communityname community"},
    ColumnAliases{"households",
                  "householdcount dwellings homes hs zhs 户数 总户数 居住户数 规划户数 住宅套数 套数 房屋总数 总套数 房屋套数 "
                  "住户数 小区户数 总住户数 规划总户数 入住户数 units housingunits numberofunits flats apartments wohnungen wohneinheiten "
                  "haushalte logements viviendas"},
    ColumnAliases{"population", "pop residents persons rks zrk 人口 人口数 总人数 居住人数 规划人口 常住人口 居住人口 总人口"},
    ColumnAliases{"pupils_primary", "primarypupils studentsprimary 小学生数 小学生 小学学生数 小学人数"},
    ColumnAliases{"pupils_junior", "juniorpupils studentsjunior 初中生数 初中生 初中学生数 初中人数"},
    ColumnAliases{"phase", "status 建设状态 状态 阶段"},
    ColumnAliases{"first_phase_year", "firstyear firsthomesyear 首期年份 首期交付年份 一期年份 交付年份"},
    ColumnAliases{"owed_school", "owedschool 欠账学校 配建学校 应配建学校"},
    ColumnAliases{"dwelling", "dwellingtype housingtype unittype zzlx 住宅类型 住房类型 户型 房型 房屋类型"},
    ColumnAliases{"order", "sequence rank priority 顺序 次序 开发顺序 出让顺序"},
};

constexpr std::array catchments = {
    ColumnAliases{"id", "catchmentid zoneid xqbh hpbh 学区编号 学区代码 片区编号 划片编号 编号 code"},
    ColumnAliases{"school_id", "school schoolcode xxdm xxbsm 学校标识码 学校机构标识码 学校代码 学校编号 标识码 对口学校 划片学校 所属学校 "
                               "schoolname xxmc 学校名称 学校"},
    ColumnAliases{"stage", "stages schoolstage level xd 学段 学校类型"},
};

constexpr std::array yields = {
    ColumnAliases{"dwelling", "dwellingtype housingtype unittype type zzlx 住宅类型 住房类型 户型 房型 房屋类型 类型"},
    ColumnAliases{"year", "age yearssincefirsthomes 入住年数 入住后年数 入住第几年 年数 第几年 年"},
    ColumnAliases{"primary", "primarypupils pupilsprimary primaryyield 小学 小学生 小学生数 每户小学生数 户均小学生数"},
    ColumnAliases{"junior", "juniorpupils pupilsjunior junioryield 初中 初中生 初中生数 每户初中生数 户均初中生数"},
};

constexpr std::array districts = {
    ColumnAliases{"id", "districtid code adcode qxdm 区划代码 行政区划代码 区县代码 代码 编号 osmid @id"},
    ColumnAliases{"name", "districtname county countyname qx qxmc 区县 区县名称 行政区 行政区名称 名称"},
};

constexpr std::array leases = {
    ColumnAliases{"school_id", "school schoolcode xxdm xxbsm 学校标识码 学校机构标识码 学校代码 学校 学校名称 承租学校 承租方"},
    ColumnAliases{"venue_id", "venue 场馆编号 场地编号 场馆 场地 场馆名称 场地名称 出租方"},
    ColumnAliases{"m2", "area aream2 sqm leasedm2 面积 租赁面积 租用面积 承租面积 使用面积"},
    ColumnAliases{"until", "validuntil enddate expires 到期 到期日 到期日期 到期时间 截止日期 终止日期 结束日期 租期至 有效期至"},
    ColumnAliases{"number", "leaseno contractno contract 合同号 合同编号 合同编码 租赁合同号"},
    ColumnAliases{"signed_by", "signedby signatory 签署人 签订人 签约单位 签订单位"},
};

constexpr std::array network = {
    ColumnAliases{"highway",
                  "fclass roadclass roadtype highwaytype roadkind mtfcc 道路等级 道路级别 道路类别 道路分类 道路类型 道路种类 道路等级名称 "
                  "路网等级 等级 class type 类型 类别 gb gbcode gbdm 国标码 国标代码 国标分类码 要素代码 要素分类代码 分类代码 fcode "
                  "featurecode classid ysdm"},
    ColumnAliases{"technical_grade", "rteg 技术等级 公路技术等级 道路技术等级 技术等级名称"},
    ColumnAliases{"foot", ""},
    ColumnAliases{"access", ""},
    ColumnAliases{"sidewalk", ""},
    ColumnAliases{"bridge", ""},
    ColumnAliases{"tunnel", ""},
    ColumnAliases{"layer", ""},
    ColumnAliases{"area", ""},
};

} // namespace

std::span<const ColumnAliases> aliases_of(Role role)
{
    switch (role) {
    case Role::schools: return schools;
    case Role::campuses: return campuses;
    case Role::fields: return fields;
    case Role::venues: return venues;
    case Role::new_venues: return new_venues;
    case Role::gates: return gates;
    case Role::residential: return residential;
    case Role::districts: return districts;
    case Role::enrolment: return enrolment;
    case Role::leases: return leases;
    case Role::network: return network;
    case Role::catchments: return catchments;
    case Role::yields: return yields;
    case Role::indicators: return indicators;
    case Role::buildings:
    case Role::dem: break;
    }
    return {};
}

} // namespace fieldgap
