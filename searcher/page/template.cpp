// SPDX-License-Identifier: GPL-2.0-or-later
// A template's name and a view in, HTML out. Private here: the templates as parsed, once in each thread.
#include "searcher/page/template.h"

#include <kainjow/mustache.hpp>
#include <map>
#include <stdexcept>

#include "data/embedded.h"

namespace pykala::searcher::page {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using schema::Json;

namespace {

/// Recursion is as deep as the view, which is ours.
data to_data(const Json& value) {
  if (value.is_object()) {
    data object{data::type::object};
    for (const auto& [name, member] : value.items()) object.set(name, to_data(member));
    return object;
  }
  if (value.is_array()) {
    data list{data::type::list};
    for (const Json& item : value) list.push_back(to_data(item));
    return list;
  }
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? data{false} : data{text};
  }
  if (value.is_number()) return data{value.dump()};
  return data{value.is_boolean() && value.get<bool>()};
}

}  // namespace

std::string template_text(std::string_view name) {
  std::string text(pykala::data::embedded_file("web/" + std::string(name) + ".mustache"));
  constexpr std::string_view open = "{{>", close = "}}";
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const auto end = text.find(close, at);
    if (end == std::string::npos) throw std::logic_error("web/" + std::string(name) + ".mustache: {{> without }}");
    const std::string partial = text.substr(at + open.size(), end - at - open.size());
    if (partial == name) throw std::logic_error("web/" + partial + ".mustache contains itself");
    text.replace(at, end + close.size() - at, template_text(partial));
  }
  return text;
}

std::string render(std::string_view name, const Json& view) {
  thread_local std::map<std::string, mustache, std::less<>> parsed;
  auto found = parsed.find(name);
  if (found == parsed.end()) {
    found = parsed.try_emplace(std::string(name), template_text(name)).first;
    if (!found->second.is_valid()) {
      throw std::logic_error("web/" + std::string(name) + ".mustache: " + found->second.error_message());
    }
  }
  return found->second.render(to_data(view));
}

}  // namespace pykala::searcher::page
