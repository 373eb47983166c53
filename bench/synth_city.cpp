// A synthetic city of any size on a real network (the command line stops at 2,000 schools). Usage: bench_synth_city FOLDER SCHOOLS NETWORK
#include "synth/synth.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_synth_city FOLDER SCHOOLS NETWORK\n");
        return 2;
    }
    try {
        fieldgap::synthesise({argv[1], std::atoi(argv[2]), 1, argv[3], true, 2, 0});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
