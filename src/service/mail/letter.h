// A mail's body, written once and rendered as text and as HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/association.h"
#include "ports/mailer.h"

namespace laurel::service::mail {

struct LetterLink {
  std::string label;
  std::string address;
};

/// What every copy of a newsletter ends with.
struct LetterFooter {
  std::string text;
  LetterLink link;
};

struct Letter {
  std::string subject;
  std::vector<std::string> before;  // paragraphs
  std::vector<LetterLink> links = {};
  std::vector<std::string> after = {};
  std::optional<LetterFooter> footer = {};
};

/// Text and HTML of the letter with the association's signature; without `to` and `message_id`.
[[nodiscard]] ports::Mail rendered(const Letter& letter, const domain::Association& association);

}  // namespace laurel::service::mail
