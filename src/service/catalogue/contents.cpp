#include "service/catalogue/contents.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "domain/folding.h"

namespace laurel::service::catalogue {
namespace {

/// What members agree to; without a version nobody could say which text it was.
constexpr std::array<std::string_view, 3> policies = {"user-agreement", "privacy-policy",
                                                      "cookie-policy"};

tl::unexpected<base::Error> wrong(std::string what) {
  return base::fail(base::ErrorCode::invalid_input, std::move(what));
}

bool is_policy(const domain::Text& text) {
  return std::find(policies.begin(), policies.end(), text.id) != policies.end();
}

base::Status check_version(const domain::Text& text, const domain::Association& association) {
  if (!text.version && !is_policy(text)) return {};
  const std::string version = text.version.value_or("");
  if (version == association.policies_version) return {};
  return wrong("text \"" + text.id + "\": version \"" + version +
               "\", but members agree to policies_version \"" + association.policies_version +
               "\" of the association");
}

bool is_web_address_or_empty(const std::string& address) {
  return address.empty() || address.rfind("https://", 0) == 0 || address.rfind("http://", 0) == 0;
}

/// Each name once, and every address one that a browser opens as a page.
template <class Item, class NameOf>
base::Status check_items(const std::vector<Item>& items, NameOf name_of) {
  std::set<std::string> names;
  for (const Item& item : items) {
    const std::string& name = name_of(item);
    if (name.empty()) return wrong("an entry has no name");
    if (!names.insert(name).second) return wrong("\"" + name + "\" stands there twice");
    if (!is_web_address_or_empty(item.website)) {
      return wrong("\"" + name + "\": website: no address of a web page");
    }
  }
  return {};
}

base::Status check(const domain::Content& content, const domain::Association& association) {
  std::set<std::string> ids;
  for (const domain::Text& text : content.texts) {
    if (text.id.empty()) return wrong("a text has no id");
    if (!ids.insert(text.id).second) return wrong("text \"" + text.id + "\" stands there twice");
    if (auto status = check_version(text, association); !status) return status;
  }
  auto status = check_items(content.member_associations,
                            [](const auto& item) -> auto& { return item.short_name; });
  if (!status) return status;
  return check_items(content.organisations, [](const auto& item) -> auto& { return item.name; });
}

template <class Item>
void sort_by_name(std::vector<Item>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return domain::fold(a.name) < domain::fold(b.name);
  });
}

}  // namespace

base::Result<domain::Content> read_content(std::string_view json,
                                           const domain::Association& association) {
  auto content = base::decode_json<domain::Content>(json, {.max_bytes = 1024 * 1024});
  if (!content) return content;
  if (auto status = check(*content, association); !status) return tl::unexpected(status.error());
  sort_by_name(content->member_associations);
  sort_by_name(content->organisations);
  return content;
}

}  // namespace laurel::service::catalogue
