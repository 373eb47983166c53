#include "domain/standard/need.hpp"
#include "gis/io/vector/vector_layer.hpp"

#include <iostream>

int main(int, char** argv)
{
    const gis::VectorLayer fields = gis::read_vector_layer({argv[1]});
    const fieldgap::Need need = fieldgap::need({{600, 0, 0}}, fieldgap::Standard());
    std::cout << fields.features.size() << " fields; 600 primary pupils need " << need.required->square_metres() << " m2\n";
}
