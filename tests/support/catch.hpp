#pragma once
// Catch2 is version 2 on Debian 12 and 3 elsewhere. Only this header knows which.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
