#include "gis/io/osm/osm_direct.hpp"

#include "gis/interrupt.hpp"
#include "gis/io/osm/osm_reading.hpp"
#include "gis/io/pbf/pbf_block.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

namespace gis {
namespace {

/// Calls `work` for each of [begin, end) on any thread and `take` with what it gave, one after the other, until `take` says that is enough.
template <class Work, class Take>
void in_order(std::size_t begin, std::size_t end, const Work& work, const Take& take)
{
    using Result = decltype(work(begin));
    const std::size_t most_at_once = 4 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
    std::atomic<bool> is_enough = false;
    std::size_t taken_so_far = begin;
    const auto next = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
        if (begin == end || is_enough) {
            control.stop();
            return end;
        }
        return begin++;
    });
    const auto worked = tbb::make_filter<std::size_t, Result>(tbb::filter_mode::parallel, [&](std::size_t which) {
        throw_if_interrupted();
        return work(which);
    });
    const auto taken = tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order, [&](Result result) {
        if (!is_enough && !take(taken_so_far++, std::move(result))) {
            is_enough = true;
        }
    });
    tbb::parallel_pipeline(most_at_once, next & worked & taken);
}

void require(bool is_usual)
{
    if (!is_usual) {
        throw PbfUnusual{};
    }
}

/// Blobs hold nodes, then ways, then relations; where which begin shows as they are read.
class DirectReading
{
public:
    DirectReading(const PbfBlobs& blobs, const OsmWanted& wanted)
        : blobs_(blobs), reading_(wanted), interest_(reading_.interest()), kinds_(blobs.count())
    {
    }

    OsmFile read()
    {
        read_relations();
        interest_ = reading_.interest();
        reading_.expect(blobs_.bytes());
        const std::size_t first_with_ways = read_nodes();
        reading_.close_nodes();
        read_ways(first_with_ways);
        require_order_of_kinds();
        return std::move(reading_).file();
    }

private:
    PbfBlock block(std::size_t blob, OsmKind kind) const { return objects_in_block(blobs_.text(blob), kind, interest_); }
    void begin(OsmKind kind);
    void note(std::size_t blob, const PbfContent& content);
    void read_relations();
    std::size_t read_nodes();
    void read_ways(std::size_t first);
    void require_order_of_kinds() const;

    const PbfBlobs& blobs_;
    OsmReading reading_;
    OsmInterest interest_;
    std::vector<std::optional<PbfContent>> kinds_; ///< by blob, of those that were read
    std::optional<std::uint64_t> last_rank_;       ///< of the kind that is read
};

/// The numbers of each block must follow those of the block before.
void DirectReading::note(std::size_t blob, const PbfContent& content)
{
    kinds_[blob] = content;
    if (content.count > 0) {
        require(!last_rank_ || *last_rank_ < content.first_rank);
        last_rank_ = content.last_rank;
        reading_.count(content.count);
    }
}

/// From the end of the file, more blobs at a time until one begins with others: nothing else says where the relations begin.
void DirectReading::read_relations()
{
    std::vector<std::vector<PbfBlock>> batches;
    std::size_t begin = blobs_.count();
    for (std::size_t size = 2; begin > 0 && (batches.empty() || batches.back().front().content.first_kind == OsmKind::relation);
         size *= 2) {
        const std::size_t end = begin;
        begin -= std::min(begin, size);
        std::vector<PbfBlock>& batch = batches.emplace_back();
        in_order(
            begin, end, [this](std::size_t blob) { return block(blob, OsmKind::relation); },
            [&batch](std::size_t, PbfBlock block) {
                batch.push_back(std::move(block));
                return true;
            });
    }
    for (auto batch = batches.rbegin(); batch != batches.rend(); ++batch) {
        for (const PbfBlock& block : *batch) {
            note(begin++, block.content);
            reading_.add_relations(block.part);
        }
    }
    reading_.close_relations();
}

/// Returns the blob in which the nodes end, or one past the last.
std::size_t DirectReading::read_nodes()
{
    last_rank_.reset();
    std::size_t ended_in = blobs_.count();
    const auto nodes_of = [this](std::size_t blob) {
        const PbfBlock nodes = block(blob, OsmKind::node);
        return std::pair(nodes.content, reading_.nodes_of(nodes.part));
    };
    in_order(0, blobs_.count(), nodes_of, [&](std::size_t blob, std::pair<PbfContent, OsmNodesRead> nodes) {
        note(blob, nodes.first);
        reading_.take(std::move(nodes.second));
        ended_in = nodes.first.last_kind == OsmKind::node ? ended_in : blob;
        return nodes.first.last_kind == OsmKind::node;
    });
    return ended_in;
}

void DirectReading::read_ways(std::size_t first)
{
    last_rank_.reset();
    const auto ways_of = [this](std::size_t blob) {
        PbfBlock ways = block(blob, OsmKind::way);
        return std::pair(ways.content, reading_.ways_of(std::move(ways.part)));
    };
    in_order(first, blobs_.count(), ways_of, [&](std::size_t blob, std::pair<PbfContent, OsmWaysRead> ways) {
        note(blob, ways.first);
        reading_.take(std::move(ways.second));
        return ways.first.last_kind != OsmKind::relation;
    });
}

/// What came in another order was looked for in the wrong blobs.
void DirectReading::require_order_of_kinds() const
{
    OsmKind last = OsmKind::node;
    for (const auto& content : kinds_) {
        require(content && last <= content->first_kind);
        last = content->last_kind;
    }
}

} // namespace

std::optional<OsmFile> read_directly(const std::string& path, const OsmWanted& wanted, unsigned threads)
{
    try {
        const PbfBlobs blobs(path);
        // More than there are would be told to the user by oneTBB itself.
        const std::size_t most = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
        tbb::task_arena arena(static_cast<int>(std::clamp<std::size_t>(threads, 1, most)));
        return arena.execute([&] { return DirectReading(blobs, wanted).read(); });
    } catch (const PbfUnusual&) {
        return std::nullopt;
    }
}

} // namespace gis
