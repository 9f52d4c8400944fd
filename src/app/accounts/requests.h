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

enum class Purpose : std::uint8_t {
  register_member,
  search_certificates,
  complete_registration,
  send_activation_mail,
  press_mail_link,
  ask_for_new_password,
  set_new_password,
  change_email,
  change_password,
  read_devices,
  end_session,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::accounts; }
[[nodiscard]] constexpr Audience audience_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::register_member:
    case Purpose::search_certificates:
    case Purpose::complete_registration:
    case Purpose::send_activation_mail:
      return Audience::registering_visitor;
    case Purpose::change_email:
    case Purpose::change_password:
    case Purpose::read_devices:
    case Purpose::end_session:
      return Audience::member;
    case Purpose::press_mail_link:
    case Purpose::ask_for_new_password:
    case Purpose::set_new_password:
      return Audience::everybody;
  }
  return Audience::everybody;
}

}  // namespace laurel::app::accounts
