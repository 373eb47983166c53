#pragma once
// The network of docs/allocation.md, put together out of the tables: source -> channel -> district with a cap -> giver -> school -> sink,
// without what leases have given. Nothing is solved here.

#include "verify/checks/givers.hpp"
#include "verify/result/result.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace fieldgap::verify {

/// Source and sink have no row.
struct ProofNode
{
    const CertificateRow* row = nullptr;

    bool is_beyond_cut() const { return row != nullptr && row->cut == 1.0; }
    Price price() const { return row == nullptr ? Price() : row->price(); }
};

struct ProofArc
{
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::optional<Area> capacity; ///< absent: none
    Area given = 0;
    Price price;
    std::string_view from, to; ///< ids, for messages
    bool is_sure = true;       ///< false where the file does not tell whether the arc is there, or from where it leads
};

class ProofNetwork
{
public:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

    explicit ProofNetwork(const Result& result);

    const std::vector<ProofNode>& nodes() const { return nodes_; }
    const std::vector<ProofArc>& arcs() const { return arcs_; }

    /// Rows that the certificate ought to have and has not, by kind and id.
    const std::vector<std::pair<NodeKind, std::string>>& rows_missing() const { return missing_; }
    /// What a row names as capacity where it ought to be another, or where there is no such node.
    struct WrongCapacity
    {
        const CertificateRow* row;
        std::optional<Area> expected;
    };
    const std::vector<WrongCapacity>& wrong_capacities() const { return wrong_; }
    Area given() const { return given_; } ///< beyond leases
    Area leased_of_venue(std::uint32_t venue) const { return leased_of_venue_[venue]; }

private:
    struct Rows;

    std::uint32_t add_node(const CertificateRow* row, NodeKind kind, const std::string& id, std::optional<Area> capacity, bool is_needed);
    void add_schools(const Rows& rows);
    void add_channels(const Rows& rows);
    void add_districts(const Rows& rows);
    void add_givers(const Rows& rows);
    void add_links();
    void add_on_campus();
    void add_giver(Channel channel, std::uint32_t cap, std::uint32_t node, const std::string& id, Area capacity, Area given, bool is_sure);
    void add_giver_arcs();
    void add_cap_arcs();
    void add_channel_arc(Channel channel);
    void add_school_arcs();
    std::uint32_t parent_of(Channel channel, std::uint32_t cap) const;
    bool is_giver_near(const LinkRow& link) const;

    const Result& all_;
    DistrictCaps caps_;
    std::vector<ProofNode> nodes_;
    std::vector<ProofArc> arcs_;
    std::vector<std::uint32_t> of_school_, of_venue_, of_partner_, of_cap_;
    PerChannel<std::uint32_t> of_channel_;
    std::vector<Area> leased_of_school_, leased_of_venue_, leased_of_cap_;
    Area leased_ = 0;
    std::vector<Area> from_venue_, from_partner_;
    std::vector<Area> through_cap_;
    std::vector<bool> is_cap_sure_;
    PerChannel<Area> through_;
    Area given_ = 0;
    std::vector<std::pair<NodeKind, std::string>> missing_;
    std::vector<WrongCapacity> wrong_;
};

} // namespace fieldgap::verify
