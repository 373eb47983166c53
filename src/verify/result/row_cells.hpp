#pragma once
// From the cells of a table to a row, in the order of result_columns.cpp.

#include "verify/result/result_file.hpp"
#include "verify/result/result_rows.hpp"

#include <cstddef>
#include <vector>

namespace fieldgap::verify {

/// Takes geometry, and counts what is damaged. Borrows the scale.
class ShapeReader
{
public:
    explicit ShapeReader(const MapScale& scale) : scale_(scale) {}

    /// False, and an empty shape, where the bytes are damaged.
    bool take(Cells& in, Shape& shape);
    /// A point or one line, until the next; empty where there is none, or where it is damaged or more than one.
    const std::vector<Point>& line(Cells& in);

    const MapScale& scale() const { return scale_; }
    std::size_t odd() const { return odd_; }

private:
    const MapScale& scale_;
    Shape shape_;
    std::size_t odd_ = 0;
};

void take(Cells& in, SchoolRow& row);
void take(Cells& in, StageRow& row);
void take(Cells& in, LedgerRow& row);
void take(Cells& in, FutureGapRow& row);
void take(Cells& in, CertificateRow& row);
void take(Cells& in, BottleneckRow& row);
void take(Cells& in, FieldRow& row); ///< all but its geometry
void take(Cells& in, CampusRow& row, ShapeReader& shapes);
void take(Cells& in, VenueRow& row, ShapeReader& shapes);
void take(Cells& in, LinkRow& row, ShapeReader& shapes);
void take(Cells& in, DistrictRow& row, ShapeReader& shapes);

} // namespace fieldgap::verify
