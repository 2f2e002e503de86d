// SPDX-License-Identifier: GPL-2.0-or-later
// Names of assets in, addresses and bytes out.
#include "searcher/page/assets.h"

#include <stdexcept>
#include <vector>

#include "data/embedded.h"
#include "indexer/keys.h"

namespace pykala::searcher::page {
namespace {

constexpr std::string_view folder = "/assets/";
constexpr std::size_t hash_length = 8;

struct NamedAsset {
  std::string_view name;
  std::string url;
  Asset asset;
};

const std::vector<NamedAsset>& assets() {
  static const std::vector<NamedAsset> all = [] {
    std::vector<NamedAsset> made;
    for (const auto& [name, type] :
         {std::pair<std::string_view, std::string_view>{"style.css", "text/css; charset=utf-8"},
          {"app.js", "text/javascript; charset=utf-8"},
          {"icon.svg", "image/svg+xml"}}) {
      const std::string_view content = data::embedded_file("web/" + std::string(name));
      const auto dot = name.find('.');
      made.push_back({name,
                      std::string(folder) + std::string(name.substr(0, dot)) + "-" +
                          schema::content_hash(content).substr(0, hash_length) + std::string(name.substr(dot)),
                      {content, type}});
    }
    return made;
  }();
  return all;
}

}  // namespace

const std::string& asset_url(std::string_view name) {
  for (const NamedAsset& one : assets()) {
    if (one.name == name) return one.url;
  }
  throw std::logic_error("no asset is called " + std::string(name));
}

std::optional<Asset> find_asset(std::string_view file) {
  for (const NamedAsset& one : assets()) {
    if (std::string_view(one.url).substr(folder.size()) == file) return one.asset;
  }
  return std::nullopt;
}

}  // namespace pykala::searcher::page
