#include "gis/io/pbf/pbf_blobs.hpp"

#include "gis/interrupt.hpp"

#include <libdeflate.h>
#include <protozero/pbf_reader.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace gis {
namespace {

constexpr std::size_t max_header_bytes = std::size_t{64} << 10U;
constexpr std::size_t max_blob_bytes = std::size_t{32} << 20U;
constexpr std::size_t length_bytes = 4;

std::size_t length_of(const char* bytes)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < length_bytes; ++i) {
        length = length << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return length;
}

void require(bool is_usual)
{
    if (!is_usual) {
        throw PbfUnusual{};
    }
}

std::string_view view_of(const protozero::data_view& data)
{
    return {data.data(), data.size()};
}

PbfText room_for(std::size_t size)
{
    return {std::make_unique_for_overwrite<char[]>(size), size};
}

/// `size` is the blob's own word for how large it becomes.
PbfText inflated(std::string_view data, std::size_t size)
{
    PbfText text = room_for(size);
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflate(libdeflate_alloc_decompressor(),
                                                                                                    &libdeflate_free_decompressor);
    require(inflate != nullptr &&
            libdeflate_zlib_decompress(inflate.get(), data.data(), data.size(), text.bytes.get(), size, nullptr) == LIBDEFLATE_SUCCESS);
    return text;
}

PbfText content_of(std::string_view blob)
{
    constexpr protozero::pbf_tag_type raw = 1, raw_size = 2, zlib_data = 3;
    protozero::pbf_reader reader(blob.data(), blob.size());
    std::string_view packed;
    std::size_t size = 0;
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case protozero::tag_and_type(raw, protozero::pbf_wire_type::length_delimited): {
            const std::string_view plain = view_of(reader.get_view());
            PbfText text = room_for(plain.size());
            std::copy(plain.begin(), plain.end(), text.bytes.get());
            return text;
        }
        case protozero::tag_and_type(raw_size, protozero::pbf_wire_type::varint): {
            const std::int32_t wanted = reader.get_int32();
            require(wanted > 0 && static_cast<std::size_t>(wanted) <= max_blob_bytes);
            size = static_cast<std::size_t>(wanted);
            break;
        }
        case protozero::tag_and_type(zlib_data, protozero::pbf_wire_type::length_delimited): packed = view_of(reader.get_view()); break;
        default: throw PbfUnusual{}; // another compression
        }
    }
    require(!packed.empty() && size > 0);
    return inflated(packed, size);
}

void require_four_corners(std::string_view box)
{
    protozero::pbf_reader reader(box.data(), box.size());
    unsigned corners = 0;
    while (reader.next()) {
        require(reader.tag() >= 1 && reader.tag() <= 4 && reader.wire_type() == protozero::pbf_wire_type::varint);
        corners |= 1U << reader.tag();
        reader.skip();
    }
    require(corners == 0x1EU);
}

/// Histories and ways with places of their own are nothing for us.
void require_usual_head(std::string_view head)
{
    constexpr protozero::pbf_tag_type box = 1, required_feature = 4, optional_feature = 5;
    protozero::pbf_reader reader(head.data(), head.size());
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case protozero::tag_and_type(box, protozero::pbf_wire_type::length_delimited):
            require_four_corners(view_of(reader.get_view()));
            break;
        case protozero::tag_and_type(required_feature, protozero::pbf_wire_type::length_delimited): {
            const std::string_view feature = view_of(reader.get_view());
            require(feature == "OsmSchema-V0.6" || feature == "DenseNodes");
            break;
        }
        case protozero::tag_and_type(optional_feature, protozero::pbf_wire_type::length_delimited):
            require(view_of(reader.get_view()) != "LocationsOnWays");
            break;
        default: reader.skip();
        }
    }
}

std::size_t size_in_header(std::string_view header, std::string_view type)
{
    constexpr protozero::pbf_tag_type type_name = 1, data_size = 3;
    protozero::pbf_reader reader(header.data(), header.size());
    std::string_view name;
    std::int32_t size = 0;
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case protozero::tag_and_type(type_name, protozero::pbf_wire_type::length_delimited): name = view_of(reader.get_view()); break;
        case protozero::tag_and_type(data_size, protozero::pbf_wire_type::varint): size = reader.get_int32(); break;
        default: reader.skip();
        }
    }
    require(name == type && size > 0 && static_cast<std::size_t>(size) <= max_blob_bytes);
    return static_cast<std::size_t>(size);
}

/// What is malformed is unusual.
template <class Work>
auto usual(const Work& work)
{
    try {
        return work();
    } catch (const protozero::exception&) {
        throw PbfUnusual{};
    }
}

} // namespace

PbfBlobs::PbfBlobs(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    struct stat status = {};
    try {
        require(file_ != -1 && ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode));
        bytes_ = static_cast<std::uint64_t>(status.st_size);
        const Blob head = blob_at(0, "OSMHeader");
        const PbfText text = text_of(head);
        usual([&] { require_usual_head(text.view()); });
        for (std::uint64_t at = head.begin + head.size; at < bytes_; at = blobs_.back().begin + blobs_.back().size) {
            throw_if_interrupted();
            blobs_.push_back(blob_at(at, "OSMData"));
        }
    } catch (...) {
        ::close(file_);
        throw;
    }
}

PbfBlobs::~PbfBlobs()
{
    ::close(file_);
}

PbfText PbfBlobs::bytes_at(std::uint64_t begin, std::size_t size) const
{
    require(begin <= bytes_ && size <= bytes_ - begin);
    PbfText text = room_for(size);
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::pread(file_, text.bytes.get() + done, size - done, static_cast<off_t>(begin + done));
        require(got > 0);
        done += static_cast<std::size_t>(got);
    }
    return text;
}

PbfBlobs::Blob PbfBlobs::blob_at(std::uint64_t begin, std::string_view type) const
{
    const std::size_t header_bytes = length_of(bytes_at(begin, length_bytes).bytes.get());
    require(header_bytes > 0 && header_bytes <= max_header_bytes);
    const PbfText header = bytes_at(begin + length_bytes, header_bytes);
    const Blob blob{begin + length_bytes + header_bytes, usual([&] { return size_in_header(header.view(), type); })};
    require(blob.begin <= bytes_ && blob.size <= bytes_ - blob.begin);
    return blob;
}

PbfText PbfBlobs::text_of(const Blob& blob) const
{
    const PbfText bytes = bytes_at(blob.begin, blob.size);
    return usual([&] { return content_of(bytes.view()); });
}

PbfText PbfBlobs::text(std::size_t which) const
{
    return text_of(blobs_[which]);
}

} // namespace gis
