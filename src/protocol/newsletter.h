// The newsletter, with double opt-in: nobody is subscribed before a press on the page that a mail to
// the address leads to. Every answer is the same for an address that is subscribed already.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct NewsletterRequest {
  std::string email;

  static constexpr auto fields() {
    return std::tuple{base::field("email", &NewsletterRequest::email, {.max_bytes = 254})};
  }
};

/// The button on the page that the mail's link opens.
struct NewsletterConfirmation {
  std::string token;

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &NewsletterConfirmation::token, {.max_bytes = 100, .secret = true})};
  }
};

/// The button on the page that a newsletter's link "Unsubscribe" opens. Works again and again.
struct NewsletterCancellation {
  std::string token;

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &NewsletterCancellation::token, {.max_bytes = 100, .secret = true})};
  }
};

/// What mail programs and their servers post to the address in a newsletter's head (RFC 8058 section
/// 3.2). Nothing in it needs encoding, so the pair stands in both kinds of body that forms have as it
/// is.
struct OneClickForm {
  static constexpr std::string_view media_type = "application/x-www-form-urlencoded";
  static constexpr std::string_view pair_name = "List-Unsubscribe";

  /// Nothing where the body does not say it.
  [[nodiscard]] static std::optional<OneClickForm> read(std::string_view body) {
    const bool says_it = body.find(pair_name) != std::string_view::npos &&
                         body.find("One-Click") != std::string_view::npos;
    return says_it ? std::optional(OneClickForm{}) : std::nullopt;
  }
  static void write_schema(base::JsonWriter& json) {
    json.raw(R"({"type":"object","required":["List-Unsubscribe"],)"
             R"("properties":{"List-Unsubscribe":{"const":"One-Click"}}})");
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, NewsletterRequest, Done> newsletter_create{
    {Method::post, "/api/v1/{association}/newsletter/subscriptions",
     "Ask for the mail that leads to the newsletter", "askForNewsletter", "newsletter"},
    202,
    {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, NewsletterConfirmation, Done> newsletter_confirm{
    {Method::post, "/api/v1/{association}/newsletter/confirmations", "Subscribe to the newsletter",
     "confirmNewsletter", "newsletter"},
    200,
    {ProblemCode::gone}};

inline constexpr Endpoint<Audience::visitor, NewsletterCancellation, Done> newsletter_cancel{
    {Method::post, "/api/v1/{association}/newsletter/cancellations",
     "Unsubscribe from the newsletter", "cancelNewsletter", "newsletter"},
    200,
    {ProblemCode::gone}};

inline constexpr Endpoint<Audience::visitor, OneClickForm, Done> newsletter_one_click{
    {Method::post, "/api/v1/{association}/newsletter/one-click/{token}",
     "Unsubscribe as mail programs do (RFC 8058)", "cancelNewsletterByMailProgram", "newsletter"},
    200,
    {ProblemCode::gone}};

}  // namespace laurel::protocol
