#pragma once
// The words for what grounds are made of: a table.

#include <array>
#include <string_view>

namespace fieldgap {

/// Words parted by spaces, without accents. A word of an alphabet stands at the beginning of one in the text and may go on (`asphalt` in
/// `asphalted`), one of three letters or less ends there too; those of East Asia stand anywhere. Of words at one place the longest counts.
struct SurfaceWords
{
    bool is_hard = false;
    std::string_view words;
};

inline constexpr std::array surface_words = {
    SurfaceWords{true,
                 "asphalt tarmac macadam bitum blacktop concret cement paved paving paver hard sett brick cobble unhewn tile tiling slab "
                 "stone stepping chipseal terrazzo metal"},
    SurfaceWords{true, "沥青 瀝青 柏油 水泥 水泥砂浆 砂浆 混凝土 砼 硬化 硬质 硬質 硬地 砖 磚 水磨石 石板 石材 石砖 花岗 大理石 铺装 鋪裝"},
    SurfaceWords{true, "アスファルト コンクリート セメント 舗装 아스팔트 콘크리트 시멘트 포장 보도블록"},
    SurfaceWords{true, "asfalt beton pflaster gepflastert verbundpflaster verbundstein estrich klinker enrobe goudron hormigon cimento "
                       "calcestruzzo pavimentad adoquin kostka bruk"},
    SurfaceWords{true, "асфальт бетон железобетон цемент плитк брусчатк тверд"},
    SurfaceWords{
        false,
        "tartan acrylic artificial synthetic astro turf grass lawn rubber polyurethane polymeric pu epdm pvc tpu tpe plastic resin carpet "
        "cushion foam vinyl linoleum sprung wood hardwood timber parquet clay cinder ash shale sand soil earth dirt mud dust "
        "stonedust ground natural gravel pebble shell rock compacted unpaved unsurfaced soft decoturf snow ice redgra 3g 4g"},
    SurfaceWords{false,
                 "塑胶 塑膠 塑料 橡胶 橡膠 草 合成 人造 天然 丙烯酸 丙烯 聚氨酯 聚胺酯 硅pu 矽pu 悬浮 懸浮 拼装 地胶 运动地板 地毯 弹性 "
                 "彈性 柔性 软质 軟質 木 土 泥 沙 砂 煤渣 炉渣 碎石 砾石 非硬化 未硬化 没硬化 没有硬化 无硬化 非硬质 未铺装"},
    SurfaceWords{false, "芝 ウレタン ゴム クレー クレイ タータン 未舗装 우레탄 잔디 고무 탄성 마사토 흙 모래 비포장"},
    SurfaceWords{
        false, "kunststof kunstrasen kunstgras rasen naturrasen gras tenne asche gummi schotter kies lehm parkett holz gazon pelouse "
               "herbe synthet sintet sable gravier terre stabilise bois caoutchouc argile resine cesped hierba arena tierra caucho madera "
               "arcilla relva grama saibro borracha erba prato gomma legno terra trawa murawa guma gumow tartanow "
               "poliuretan hout"},
    SurfaceWords{false, "трав газон искусственн резин грунт песок песчан синтет каучук полиуретан тартан гравий щеб земл дерев паркет"},
};

/// Whole texts that say that nobody knows, or that it is of some other kind.
inline constexpr std::string_view surface_not_said =
    "unknown other none 未知 不详 不明 不清楚 其他 其它 无 待定 неизвестно inconnu unbekannt";

} // namespace fieldgap
