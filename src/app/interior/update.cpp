#include "app/transition.h"
#include "base/visit.h"

namespace laurel::app {
namespace {

struct InteriorDispatch {
  Model& model;
  Commands& commands;

  void operator()(const DraftsRestored& restored) const {
    drafts_restored(model, commands, restored);
  }
  void operator()(const RegisterPressed&) const { register_pressed(model, commands); }
  void operator()(const CertificateSearchPressed&) const {
    certificate_search_pressed(model, commands);
  }
  void operator()(const MySearchPressed&) const { my_search_pressed(model, commands); }
  void operator()(const ClaimPressed&) const { claim_pressed(model, commands); }
  void operator()(const CalendarPressed&) const { calendar_pressed(model, commands); }
  void operator()(const PrintPressed&) const { commands.push_back(PrintPage{}); }
  void operator()(const QrCodeMade& made) const { qr_code_made(model, made); }
  void operator()(const RegistrationCompleted&) const { registration_completed(model, commands); }
  void operator()(const ActivationMailWanted&) const { activation_mail_wanted(model, commands); }
  void operator()(const PasswordEdited&) const { password_edited(model, commands); }
  void operator()(const PasswordAdvised& advised) const { password_advised(model, advised); }
  void operator()(const MailLinkPressed&) const { mail_link_pressed(model, commands); }
  void operator()(const PasswordResetPressed&) const { password_reset_pressed(model, commands); }
  void operator()(const NewPasswordPressed&) const { new_password_pressed(model, commands); }
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

void interior_happened(Model& model, Commands& commands, const InteriorAction& action) {
  base::visit(InteriorDispatch{model, commands}, action);
}

void interior_replied(Model& model, Commands& commands, const Request& request,
                      const Reply& reply) {
  switch (request.purpose) {
    case Purpose::read_dashboard:
      return dashboard_replied(model, commands, reply);
    case Purpose::register_member:
      return register_replied(model, commands, reply);
    case Purpose::search_certificates:
      return certificate_search_replied(model, commands, reply);
    case Purpose::complete_registration:
      return completion_replied(model, commands, reply);
    case Purpose::send_activation_mail:
      return activation_mail_replied(model, commands, reply);
    case Purpose::press_mail_link:
      return mail_link_replied(model, commands, request.asked_on, reply);
    case Purpose::read_certificates:
      return certificates_replied(model, commands, reply);
    case Purpose::search_my_certificates:
      return my_search_replied(model, commands, reply);
    case Purpose::claim_certificates:
      return claim_replied(model, commands, reply);
    case Purpose::read_calendar:
      return calendar_replied(model, commands, request.asked_on, reply);
    case Purpose::read_verification:
      return verification_replied(model, reply);
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
    case Purpose::read_mailbox:
      return mailbox_replied(model, reply);
    case Purpose::read_education:
    case Purpose::read_events:
    case Purpose::read_member_associations:
    case Purpose::read_organisations:
    case Purpose::read_text:
    case Purpose::search:
      return catalogue_replied(model, request.purpose, reply);
    case Purpose::ask_for_new_password:
      return password_reset_replied(model, commands, request.asked_on, reply);
    case Purpose::set_new_password:
      return new_password_replied(model, commands, request.asked_on, reply);
    case Purpose::read_session:
    case Purpose::check_session:
    case Purpose::sign_in:
    case Purpose::sign_out:
    case Purpose::subscribe_newsletter:
      return;  // update.cpp takes them
  }
}

void open_interior_view(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::dashboard:
      return read_dashboard(model, commands);
    case View::activation:
    case View::email_confirm:
    case View::newsletter_confirm:
    case View::newsletter_cancel:
      model.mail_link = {};
      model.drafts.mail_link = {};
      return;
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
    case View::verification:
      return open_verification(model, commands);
    case View::education:
    case View::events:
    case View::member_associations:
    case View::organisations:
    case View::search:
    case View::text:
      return open_catalogue(model, commands);
    case View::mailbox:
      return read_mailbox(model, commands);
    case View::forgotten_password:
    case View::new_password:
      model.password_reset = {};
      return;
    case View::registration:
    case View::certificates:
    case View::mail_sent:
      model.registration.problems = {};
      return;
    case View::start:
    case View::sign_in:
    case View::not_found:
      return;  // nothing is read for them
  }
}

}  // namespace laurel::app
