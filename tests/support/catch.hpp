#pragma once

// Catch2, of either major version: 3 split the one header of 2 into many.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
