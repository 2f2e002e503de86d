// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace pykala::schema;

TEST_CASE("a field is found by any of its names, in any letter case") {
  struct Row {
    const char* name;
    FieldId field;
  };
  for (const Row& row :
       {Row{"funder", FieldId::funder}, Row{"rahoittaja", FieldId::funder}, Row{"Rahoittaja", FieldId::funder},
        Row{"finansiär", FieldId::funder}, Row{"PÄÄTTÄJÄ", FieldId::decision_maker},
        Row{"pa\u0308a\u0308tta\u0308ja\u0308", FieldId::decision_maker}, Row{"år", FieldId::year},
        Row{"pykälä", FieldId::section}, Row{"id", FieldId::id}}) {
    CAPTURE(row.name);
    REQUIRE(find_field(row.name) != nullptr);
    CHECK(find_field(row.name)->id == row.field);
  }
  for (const char* name : {"", "STEA", "klo", "funder ", "\xFF", "funde"}) {
    CAPTURE(name);
    CHECK(find_field(name) == nullptr);
  }
}

TEST_CASE("the table of fields holds together") {
  std::set<std::string> names;
  for (const FieldRow& row : fields) {
    CAPTURE(row.name);
    CHECK(field(row.id).name == row.name);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.example.empty());
    if (row.facet) CHECK(row.slot);
    if (row.facet) CHECK(row.filter);
    if (row.type == FieldType::keyword) CHECK_FALSE(row.prefix.empty());
    for (const auto name : {row.name, row.name_fi, row.name_sv}) {
      if (find_field(name) != nullptr) CHECK(find_field(name)->id == row.id);
      names.insert(std::string(name));
    }
  }
  CHECK(names.size() > fields.size());
}

TEST_CASE("no prefix of one field begins the terms of another") {
  for (const FieldRow& one : fields) {
    for (const FieldRow& other : fields) {
      if (&one == &other || one.prefix.empty() || one.type == FieldType::text) continue;
      const bool inside = other.prefix.starts_with(one.prefix) && one.prefix[0] != 'X';
      if (inside) FAIL_CHECK(std::string(one.name) + " and " + std::string(other.name));
    }
  }
}
