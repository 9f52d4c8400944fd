#include "app/transition.h"
#include "base/visit.h"

namespace laurel::app {
namespace {

struct DeskDispatch {
  Model& model;
  Commands& commands;

  void operator()(const MySearchPressed&) const { my_search_pressed(model, commands); }
  void operator()(const ClaimPressed&) const { claim_pressed(model, commands); }
  void operator()(const CalendarPressed&) const { calendar_pressed(model, commands); }
  void operator()(const PrintPressed&) const { commands.push_back(PrintPage{}); }
  void operator()(const QrCodeMade& made) const { qr_code_made(model, made); }
  void operator()(const DirectorySearchPressed&) const {
    directory_search_pressed(model, commands);
  }
  void operator()(const MoreMembersPressed&) const { more_members_pressed(model, commands); }
  void operator()(const ProfileSavePressed&) const { profile_save_pressed(model, commands); }
  void operator()(const OwnVersionChosen&) const { own_version_chosen(model, commands); }
  void operator()(const OtherVersionChosen&) const { other_version_chosen(model, commands); }
  void operator()(const StayPressed&) const { stay_pressed(model, commands); }
  void operator()(const DiscardPressed&) const { discard_pressed(model, commands); }
  void operator()(const PreviewPressed&) const { preview_pressed(model, commands); }
  void operator()(const PrivacyChosen&) const { privacy_chosen(model, commands); }
  void operator()(const PhotoChosen&) const { photo_chosen(model, commands); }
  void operator()(const PhotoSavePressed&) const { photo_save_pressed(model, commands); }
  void operator()(const PhotoRemovePressed&) const { photo_remove_pressed(model, commands); }
  void operator()(const EmailFormPressed&) const { email_form_pressed(model); }
  void operator()(const EmailChangePressed&) const { email_change_pressed(model, commands); }
  void operator()(const PasswordFormPressed&) const { password_form_pressed(model); }
  void operator()(const PasswordChangePressed&) const { password_change_pressed(model, commands); }
  void operator()(const DeviceSignOutPressed& pressed) const {
    device_sign_out_pressed(model, commands, pressed);
  }
};

}  // namespace

void desk_happened(Model& model, Commands& commands, const DeskAction& action) {
  base::visit(DeskDispatch{model, commands}, action);
}

void desk_replied(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose) {
    case Purpose::read_dashboard:
      return dashboard_replied(model, commands, reply);
    case Purpose::read_certificates:
      return certificates_replied(model, commands, reply);
    case Purpose::search_my_certificates:
      return my_search_replied(model, commands, reply);
    case Purpose::claim_certificates:
      return claim_replied(model, commands, reply);
    case Purpose::read_calendar:
      return calendar_replied(model, commands, request.asked_on, reply);
    case Purpose::search_directory:
      return directory_replied(model, commands, reply);
    case Purpose::read_member:
      return member_page_replied(model, commands, reply);
    case Purpose::read_profile:
      return profile_replied(model, commands, reply);
    case Purpose::save_profile:
      return profile_saved(model, commands, reply);
    case Purpose::read_other_profile:
      return other_profile_replied(model, commands, reply);
    case Purpose::save_photo:
    case Purpose::remove_photo:
      return photo_changed(model, commands, reply);
    case Purpose::change_email:
      return email_change_replied(model, commands, reply);
    case Purpose::change_password:
      return password_change_replied(model, commands, reply);
    case Purpose::read_devices:
      return devices_replied(model, commands, reply);
    case Purpose::end_session:
      return device_signed_out(model, commands, reply);
    case Purpose::read_preview:
      return preview_replied(model, commands, reply);
    default:
      return;  // of another part
  }
}

void open_desk_view(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::dashboard:
      return read_dashboard(model, commands);
    case View::my_certificates:
      return open_certificates(model, commands);
    case View::members:
      return open_directory(model, commands);
    case View::member:
      return open_member_page(model, commands);
    case View::profile:
      return open_profile(model, commands);
    case View::devices:
      return open_devices(model, commands);
    case View::certificate:
    case View::proof:
      return open_certificate(model, commands);
    default:
      return;  // of another part
  }
}

}  // namespace laurel::app
