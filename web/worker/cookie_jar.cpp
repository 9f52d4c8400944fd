#include "web/worker/cookie_jar.h"

#include <tuple>

#include "base/codec.h"

namespace laurel::web {

constexpr auto CookieJar::Kept::fields() {
  return std::tuple{base::field("value", &Kept::value, {.max_bytes = 4096, .secret = true}),
                    base::field("expires", &Kept::expires), base::field("session", &Kept::session)};
}

std::vector<Change> CookieJar::load(const std::vector<Entry>& entries,
                                    std::string_view browser_session, base::Instant now) {
  browser_session_ = browser_session;
  std::vector<Change> cleared;
  for (const Entry& entry : entries) {
    auto kept = base::decode_json<Kept>(entry.value);
    const bool alive = kept && (kept->expires ? *kept->expires > now
                                              : kept->session == browser_session_);
    if (alive) {
      kept_.emplace(entry.key, std::move(*kept));
    } else {
      cleared.push_back(erase(store, entry.key));
    }
  }
  current_ = kept_;
  return cleared;
}

std::vector<protocol::Cookie> CookieJar::cookies(base::Instant now) const {
  std::vector<protocol::Cookie> cookies;
  for (const auto& [name, kept] : current_) {
    if (!kept.expires || *kept.expires > now) cookies.push_back({name, kept.value});
  }
  return cookies;
}

std::vector<Change> CookieJar::stage(const std::vector<protocol::SetCookie>& cookies,
                                     base::Instant now) {
  std::vector<Change> changes;
  for (const protocol::SetCookie& cookie : cookies) {
    if (cookie.max_age_s && *cookie.max_age_s <= 0) {
      current_.erase(cookie.name);
      changes.push_back(erase(store, cookie.name));
      continue;
    }
    Kept kept{cookie.value, std::nullopt, std::nullopt};
    if (cookie.max_age_s) {
      kept.expires = now + std::chrono::seconds(*cookie.max_age_s);
    } else {
      kept.session = browser_session_;
    }
    changes.push_back(put(store, cookie.name, base::encode_json(kept)));
    current_.insert_or_assign(cookie.name, std::move(kept));
  }
  return changes;
}

}  // namespace laurel::web
