// What is asked for an account, and who waits for the answer.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::accounts {

enum class SignInPurpose : std::uint8_t {
  read_session,
  check_session,  // of the member who was signed in when this page was seen last
  sign_in,
  sign_out,
};
[[nodiscard]] constexpr Feature feature_of(SignInPurpose) { return Feature::sign_in; }
[[nodiscard]] constexpr Audience audience_of(SignInPurpose purpose) {
  return purpose == SignInPurpose::check_session ? Audience::member : Audience::everybody;
}

enum class JoiningPurpose : std::uint8_t {
  register_member,
  search_certificates,
  complete_registration,
  send_activation_mail,
  press_mail_link,
  ask_for_new_password,
  set_new_password,
};
[[nodiscard]] constexpr Feature feature_of(JoiningPurpose) { return Feature::joining; }
[[nodiscard]] constexpr Audience audience_of(JoiningPurpose purpose) {
  switch (purpose) {
    case JoiningPurpose::register_member:
    case JoiningPurpose::search_certificates:
    case JoiningPurpose::complete_registration:
    case JoiningPurpose::send_activation_mail:
      return Audience::registering_visitor;
    case JoiningPurpose::press_mail_link:
    case JoiningPurpose::ask_for_new_password:
    case JoiningPurpose::set_new_password:
      return Audience::everybody;
  }
  return Audience::everybody;
}

enum class Purpose : std::uint8_t {
  change_email,
  change_password,
  read_devices,
  end_session,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::accounts; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::member; }

}  // namespace laurel::app::accounts
