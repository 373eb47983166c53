#include "gis/io/base/file_publication.hpp"

#include "gis/error.hpp"
#include "gis/io/base/unfinished_folders.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <fstream>
#include <iterator>
#include <memory>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace gis;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text)
{
    write_file(file, text);
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Two files made in a work folder, to be called a and b.
std::vector<Publication> two_made_in(const FolderBeside& work, const TemporaryFolder& folder)
{
    write(work.path() / "made_a", "new a");
    write(work.path() / "made_b", "new b");
    return {{work.path() / "made_a", folder.path() / "a"}, {work.path() / "made_b", folder.path() / "b"}};
}

std::size_t names_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("files get their names together, new ones or over old ones", "[publication]")
{
    const TemporaryFolder folder;
    for (const Existing existing : {Existing::keep, Existing::replace}) {
        {
            const FolderBeside work(folder.path() / "a");
            publish_files(work, two_made_in(work, folder), existing);
        }
        CHECK(read(folder.path() / "a") == "new a");
        CHECK(read(folder.path() / "b") == "new b");
        CHECK(names_in(folder.path()) == 2);
        write(folder.path() / "a", "old a");
    }
}

TEST_CASE("where one name is taken that is to be kept, no file gets its name", "[publication]")
{
    for (const char* taken : {"a", "b"}) {
        const TemporaryFolder folder;
        write(folder.path() / taken, "mine");
        {
            const FolderBeside work(folder.path() / "a");
            CHECK_THROWS_AS(publish_files(work, two_made_in(work, folder), Existing::keep), WriteError);
        }
        CHECK(read(folder.path() / taken) == "mine");
        CHECK(names_in(folder.path()) == 1);
    }
}

TEST_CASE("where the last file cannot be replaced, the first is what it was", "[publication]")
{
    const TemporaryFolder folder;
    write(folder.path() / "a", "old a");
    fs::create_directory(folder.path() / "b"); // a folder with something in it is replaced by no rename
    write(folder.path() / "b/inside", "x");
    {
        const FolderBeside work(folder.path() / "a");
        CHECK_THROWS_AS(publish_files(work, two_made_in(work, folder), Existing::replace), WriteError);
    }
    CHECK(read(folder.path() / "a") == "old a");
    CHECK(names_in(folder.path()) == 2);
}

TEST_CASE("a folder whose process lives stays, one whose process is gone goes", "[publication]")
{
    const TemporaryFolder folder;
    const fs::path dead = folder.path() / (std::string(unfinished_prefix) + "dead00");
    const fs::path living = folder.path() / (std::string(unfinished_prefix) + "living");
    const fs::path unknown = folder.path() / (std::string(unfinished_prefix) + "nolock");
    const fs::path foreign = folder.path() / ".other.folder";
    for (const fs::path& each : {dead, living, unknown, foreign}) {
        fs::create_directory(each);
    }
    write(dead / "lock", "");
    const int lock = lock_new_folder(living);
    clear_dead_folders(folder.path());
    CHECK_FALSE(fs::exists(dead));
    CHECK(fs::exists(living));
    CHECK(fs::exists(unknown)); // being made just now, for all anybody knows
    CHECK(fs::exists(foreign));
    close(lock);
    fs::last_write_time(unknown, fs::file_time_type::clock::now() - std::chrono::hours(25));
    const FolderBeside work(folder.path() / "a");
    CHECK_FALSE(fs::exists(living));
    CHECK_FALSE(fs::exists(unknown));
    CHECK(fs::exists(work.path()));
}

TEST_CASE("a publication broken off is undone by the next process, but nothing newer is touched", "[publication]")
{
    const TemporaryFolder folder;
    const auto broken_off = [&folder] {
        const fs::path work = folder.path() / (std::string(unfinished_prefix) + "dead00");
        fs::create_directory(work);
        write(work / "lock", "");
        write(work / "made_a", "new a");
        write(work / "made_b", "new b");
        write(folder.path() / "a", "old a");
        write_undo_list(work, named_together({{work / "made_a", folder.path() / "a"}, {work / "made_b", folder.path() / "b"}}));
        fs::create_hard_link(folder.path() / "a", kept_file(work, 0));
        fs::rename(work / "made_a", folder.path() / "a");
        return work;
    };
    SECTION("the second name was not given")
    {
        broken_off();
        clear_dead_folders(folder.path());
        CHECK(read(folder.path() / "a") == "old a");
    }
    SECTION("both names were given")
    {
        const fs::path work = broken_off();
        fs::rename(work / "made_b", folder.path() / "b");
        clear_dead_folders(folder.path());
        CHECK(read(folder.path() / "a") == "new a");
        CHECK(read(folder.path() / "b") == "new b");
    }
    SECTION("somebody has written the first one anew meanwhile")
    {
        broken_off();
        write(folder.path() / "a.new", "newest a");
        fs::rename(folder.path() / "a.new", folder.path() / "a");
        clear_dead_folders(folder.path());
        CHECK(read(folder.path() / "a") == "newest a");
    }
    SECTION("there was no first one before")
    {
        const fs::path work = broken_off();
        fs::remove(kept_file(work, 0));
        clear_dead_folders(folder.path());
        CHECK_FALSE(fs::exists(folder.path() / "a"));
    }
    CHECK(names_in(folder.path()) <= 2);
}
