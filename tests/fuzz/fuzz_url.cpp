// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a path, as the parameters of a URL and as a form: what is taken is clean text that is written back the
// same, and a request whose address asks for the same again.
#include "searcher/server/request_parameters.h"
#include "searcher/server/urls.h"
#include "stemmers/unicode.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace pykala;
using namespace pykala::searcher;
using fuzz::require;

bool is_clean(std::string_view text, bool lines) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && !(lines && c == '\n')) || byte == 0x7F) return false;
  }
  return stemmers::is_valid_utf8(text);
}

template <class Read>
void reading(Read read) {
  try {
    read();
  } catch (const schema::Error& error) {
    require(*error.what() != '\0');
  }
}

void check_path(std::string_view text) {
  std::string again;
  const auto segments = server::parse_path(text);
  for (const std::string& segment : segments) {
    require(is_clean(segment, false) && segment != "." && segment != "..");
    again += "/" + server::percent_encode(segment);
  }
  if (!segments.empty() && !segments.back().empty()) require(server::parse_path(again) == segments);
}

void check_request(const server::Parameters& parameters) {
  const Request request = server::request_from_parameters(parameters);
  require(request.query.size() <= schema::max_query_bytes && request.limit <= schema::max_window);
  require(request.snippet_length <= schema::max_snippet_length);
  for (const Filter& filter : request.filters) require(filter.values.size() <= schema::max_filter_values);
  const server::Parameters told = server::parameters_of(request);
  require(server::parameters_of(server::request_from_parameters(told)) == told);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  reading([&] { check_path(text); });
  reading([&] {
    const server::Parameters parameters = server::parse_parameters(text);
    require(parameters.size() <= server::max_parameters);
    for (const server::NameValue& one : parameters) require(is_clean(one.name, false) && is_clean(one.value, false));
    require(server::parse_parameters(server::encode_parameters(parameters)) == parameters);
    check_request(parameters);
  });
  reading([&] {
    const server::Parameters form = server::parse_form(text);
    for (const server::NameValue& one : form) require(is_clean(one.name, true) && is_clean(one.value, true));
    require(server::parse_form(server::encode_parameters(form)) == form);
  });
  return 0;
}
