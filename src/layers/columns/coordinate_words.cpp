#include "layers/columns/coordinate_words.hpp"

#include <array>

namespace fieldgap {
namespace {

constexpr std::array families = {
    CoordinateWords{
        CoordinateFamily::longitude_latitude,
        "lon lng long longitude lon1516 geolon 经度 东经 jd jingdu longitud longitudine laengengrad langengrad geografischelange "
        "geolange 経度 경도 долгота dlugosc dlugoscgeograficzna lngitude",
        "lat latitude lat1516 geolat 纬度 北纬 wd weidu latitud latitudine breitengrad geografischebreite geobreite 緯度 위도 широта "
        "szerokosc szerokoscgeograficzna"},
    CoordinateWords{CoordinateFamily::x_y,
                    "x xcoord coordx coordonneex pointx xcoordinate xcoor xkoordinate koordinatex 横坐标 x坐标 zbx xzb",
                    "y ycoord coordy coordonneey pointy ycoordinate ycoor ykoordinate koordinatey 纵坐标 y坐标 zby yzb"},
    CoordinateWords{CoordinateFamily::easting_northing, "easting east eastings este est ost e 东坐标 坐标东",
                    "northing north northings norte nord n 北坐标 坐标北"},
    CoordinateWords{CoordinateFamily::german_grid, "rechtswert ostwert rw rechts", "hochwert nordwert hw hoch"},
};

constexpr std::array pairs = {
    PairWords{false, "lnglat lonlat longlat 经纬度 经度纬度 经纬 经纬坐标 jwd longitudelatitude lonlats lnglats xy"},
    PairWords{true, "latlng latlon latlong 纬经度 纬度经度 latitudelongitude geopoint2d geopoint"},
};

constexpr std::array datums = {
    DatumWords{gis::WebDatum::none,
               "wgs1984 wgs84 wgs epsg4326 cgcs2000 cgcs epsg4490 国家2000 大地2000 天地图 tianditu 地球坐标 真实坐标 纠偏后 纠偏 osm",
               "gps 4326 4490 tdt 84 2000 地球 真实"},
    DatumWords{gis::WebDatum::gcj02,
               "gcj02ll gcj02 gcj 高德地图 高德 gaode amap autonavi 腾讯地图 腾讯 tencent 火星坐标系 火星 huoxing mars", "gd tx qq"},
    DatumWords{gis::WebDatum::bd09, "bd09ll bd09 百度地图 百度 baidu bdmap", "bd"},
};

} // namespace

std::span<const CoordinateWords> coordinate_words()
{
    return families;
}

std::string_view geometry_words()
{
    return "wkt geometrywkt wktgeom geomwkt thegeom ewkt geojson geometry geom shapewkt 几何 几何信息";
}

std::span<const PairWords> pair_words()
{
    return pairs;
}

std::span<const DatumWords> datum_words()
{
    return datums;
}

std::string_view neutral_coordinate_words()
{
    return "coordinates coordinate coords coord koordinaten koordinate coor location position geometry center centre centroid school "
           "address "
           "point poi aoi map deg degree degrees dd ll geo new old orig original grid grille utm31 utm32 utm33 utm etrs89 etrs osgb36 osgb "
           "bng lambert93 lambert l93 rd lv95 lv03 nztm "
           "gk ref wert koord 西安 北京 80 54 座標 座标 좌표 坐标系 坐标点 坐标 中心点 中心 质心 学校 机构 校区 所在地 "
           "所在 地理位置 位置 地址 点位 地图 原始 转换后 转换 十进制 度 值 02 09";
}

} // namespace fieldgap
