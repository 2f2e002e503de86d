// SPDX-License-Identifier: GPL-2.0-or-later
// Texts and numbers of JSON; the rest is in the header.
#include "indexer/json_writer.h"

#include "indexer/json.h"

namespace pykala::schema {

void write_json(std::string& out, const std::string& text) {
  append_json_text(out, text);
}

void write_json(std::string& out, const char* text) {
  append_json_text(out, text);
}

void write_json(std::string& out, double number) {
  out += Json(number).dump();
}

void write_json(std::string& out, const JsonText& json) {
  out += json.text;
}

}  // namespace pykala::schema
