// Mails that wait to be sent.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "ports/mailer.h"
#include "service/mail/schema.h"
#include "service/store/keys.h"

namespace laurel::service::mail {

enum class Delivery { waiting, abandoned };

constexpr std::array<std::string_view, 2> enum_names(Delivery) { return {"waiting", "abandoned"}; }

/// A mail that was promised in the transaction that made it needed (outbox.h). It is erased
/// when it has been sent.
struct OutboxRecord {
  std::string outbox_id;
  ports::Mail mail;
  Delivery state = Delivery::waiting;
  std::int64_t tries = 0;
  std::string last_error;
  base::Instant written;
  base::Instant due;      // not to be tried before
  base::Instant expires;  // forgotten then, sent or not
  /// What a newsletter is for, by an id of the newsletter's. Nothing: somebody waits for the mail.
  std::optional<std::string> subscription = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("outbox_id", &OutboxRecord::outbox_id),
                      base::field("mail", &OutboxRecord::mail),
                      base::field("state", &OutboxRecord::state),
                      base::field("tries", &OutboxRecord::tries),
                      base::field("last_error", &OutboxRecord::last_error),
                      base::field("written", &OutboxRecord::written),
                      base::field("due", &OutboxRecord::due),
                      base::field("expires", &OutboxRecord::expires),
                      base::field("subscription", &OutboxRecord::subscription)};
  }
  static const ports::Collection& collection() { return schema::outbox; }
  [[nodiscard]] std::string id() const { return outbox_id; }
  [[nodiscard]] store::Keys keys() const {
    const auto only_if = [](bool holds, base::Instant instant) {
      return holds ? std::optional(store::expiry_key(instant)) : std::nullopt;
    };
    const bool waits = state == Delivery::waiting;
    return {only_if(waits && !subscription, due), store::expiry_key(expires),
            only_if(waits && subscription, due), only_if(!waits, written)};
  }
};

}  // namespace laurel::service::mail
