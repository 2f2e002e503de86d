// SPDX-License-Identifier: GPL-2.0-or-later
// How jemalloc is to work, linked into pykala-index alone (CMakeLists.txt): in large pages, which spare the processor
// a tenth of the time of a run, as the dictionary and the tables of terms are looked up in all over.

extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
}
