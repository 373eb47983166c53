#include "gis/io/source/database_path.hpp"
#include "gis/io/source/remote_copy.hpp"
#include "gis/io/source/source_path.hpp"

#include "support/catch.hpp"

#include <string>

TEST_CASE("files of another machine are copied, databases and what lies in archives are not")
{
    CHECK(gis::is_remote_file("/vsis3/bucket/city/schools.shp"));
    CHECK(gis::is_remote_file("/vsicurl/https://host/schools.gpkg"));
    CHECK_FALSE(gis::is_remote_file("PG:dbname=city"));
    CHECK_FALSE(gis::is_remote_file("https://host/schools.geojson"));
    CHECK_FALSE(gis::is_remote_file("/vsizip//vsis3/bucket/city.zip/schools.shp"));
    CHECK_FALSE(gis::is_remote_file("/vsizip/city.zip/schools.shp"));
}

TEST_CASE("a copy stays in its folder, is one of this machine, and messages name the original")
{
    CHECK(gis::copied_path("/vsis3/bucket/a.shp", "/tmp/x") == "/tmp/x/=vsis3/bucket/a.shp");
    CHECK(gis::copied_path("/vsis3/bucket/../../../../etc/a.shp", "/tmp/x") == "/tmp/x/=vsis3/bucket/__/__/__/__/etc/a.shp");
    gis::VectorSource source;
    source.copies_in = "/tmp/x";
    for (const std::string path : {"/vsis3/bucket/vsi/a.shp", "/vsicurl/https://host/a.gpkg"}) {
        source.path = gis::copied_path(path, source.copies_in);
        CHECK_FALSE(gis::is_remote(source.path));
        CHECK(gis::shown(source) == path);
    }
}

TEST_CASE("a database is only read, and not waited for without end")
{
    const std::string read_only = " options='-c default_transaction_read_only=on'";
    CHECK(gis::careful_connection("PG:dbname=city") == "PG:dbname=city connect_timeout=10" + read_only);
    CHECK(gis::careful_connection("PG:dbname=city connect_timeout=60") == "PG:dbname=city connect_timeout=60" + read_only);
    CHECK(gis::careful_connection("PG:dbname=city options='-c statement_timeout=1s'") ==
          "PG:dbname=city options='-c statement_timeout=1s' connect_timeout=10");
    CHECK(gis::careful_connection("postgresql://host/city") ==
          "postgresql://host/city?connect_timeout=10&options=-c%20default_transaction_read_only%3Don");
    CHECK(gis::careful_connection("/data/city.gpkg") == "/data/city.gpkg");
}

TEST_CASE("an output elsewhere is told by how its path begins")
{
    CHECK(gis::is_elsewhere("/vsis3/bucket/out.gpkg"));
    CHECK(gis::is_elsewhere("PG:dbname=city"));
    CHECK(gis::is_elsewhere("s3://bucket/out"));
    CHECK_FALSE(gis::is_elsewhere("/home/vsi/out.gpkg"));
    CHECK_FALSE(gis::is_elsewhere("out/pg.gpkg"));
}
