// SPDX-License-Identifier: GPL-2.0-or-later
// The main of every unit test program, compiled once.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
