#include "app/update.h"

#include "app/keys.h"
#include "app/transition.h"

namespace laurel::app {
namespace {

bool is_later_step(View view) { return view == View::certificates || view == View::mail_sent; }

/// The screen that is shown in place of `wanted`, given who is signed in and how far they are.
Route allowed_route(const Model& model, const Route& wanted) {
  const Presence presence = model.session.presence;
  if (presence == Presence::signed_in && is_for_visitors(wanted.view)) return {View::dashboard, {}};
  if (presence == Presence::signed_out && needs_session(wanted.view)) return {View::sign_in, {}};
  if (is_later_step(wanted.view) && model.registration.pending.empty()) {
    return {View::registration, {}};
  }
  return wanted;
}

void fragment_changed(Model& model, Commands& commands, std::string_view fragment) {
  const Route wanted = route_of(fragment);
  const Route allowed = allowed_route(model, wanted);
  if (allowed.view == View::sign_in && wanted != allowed) model.return_to = wanted;
  if (allowed == wanted && allowed == model.route) return;
  if (asks_before_leaving(model, commands, allowed)) return;
  model.route = allowed;
  if (allowed != wanted) commands.push_back(Navigate{allowed, History::replace});
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  open_view(model, commands);
}

void reply_arrived(Model& model, Commands& commands, const ReplyArrived& arrived) {
  const std::optional<Purpose> purpose =
      model.requests.finish(arrived.id, is_answered(arrived.reply));
  if (!purpose) return;
  const Reply& reply = arrived.reply;
  switch (*purpose) {
    case Purpose::read_session:
      return session_replied(model, commands, reply);
    case Purpose::sign_in:
      return sign_in_replied(model, commands, reply);
    case Purpose::sign_out:
      return sign_out_replied(model, commands, reply);
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
      return mail_link_replied(model, commands, reply);
    case Purpose::subscribe_newsletter:
      return newsletter_replied(model, commands, reply);
    case Purpose::read_certificates:
      return certificates_replied(model, commands, reply);
    case Purpose::search_my_certificates:
      return my_search_replied(model, commands, reply);
    case Purpose::claim_certificates:
      return claim_replied(model, commands, reply);
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
      return catalogue_replied(model, *purpose, reply);
    case Purpose::ask_for_new_password:
      return password_reset_replied(model, commands, reply);
    case Purpose::set_new_password:
      return new_password_replied(model, commands, reply);
  }
}

void retry_pressed(Model& model, Commands& commands) {
  model.session.trouble.reset();
  if (model.session.presence == Presence::unknown) return read_session(model, commands);
  open_view(model, commands);
}

void started(Model& model, Commands& commands, const Started& start) {
  model.requests.start(start.client_key);
  model.session.member_expected = start.member_expected;
  model.demo = start.demo;
  const Route wanted = route_of(start.fragment);
  model.route = allowed_route(model, wanted);
  if (is_later_step(wanted.view)) model.registration.wanted_step = wanted;
  if (model.route != wanted) commands.push_back(Navigate{model.route, History::replace});
  read_session(model, commands);
  if (!needs_session(model.route.view)) open_view(model, commands);
}

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const Started& start) const { started(model, commands, start); }
  void operator()(const FragmentChanged& changed) const {
    fragment_changed(model, commands, changed.fragment);
  }
  void operator()(const ReplyArrived& arrived) const { reply_arrived(model, commands, arrived); }
  void operator()(const DraftsRestored& restored) const {
    drafts_restored(model, commands, restored);
  }
  void operator()(const SessionMayHaveChanged&) const { read_session(model, commands); }
  void operator()(const StorageDenied&) const { model.storage_denied = true; }
  void operator()(const Superseded&) const { model.superseded = true; }
  void operator()(const SignInPressed&) const { sign_in_pressed(model, commands); }
  void operator()(const SignOutPressed&) const { sign_out_pressed(model, commands); }
  void operator()(const RegisterPressed&) const { register_pressed(model, commands); }
  void operator()(const CertificateSearchPressed&) const {
    certificate_search_pressed(model, commands);
  }
  void operator()(const MySearchPressed&) const { my_search_pressed(model, commands); }
  void operator()(const ClaimPressed&) const { claim_pressed(model, commands); }
  void operator()(const RegistrationCompleted&) const { registration_completed(model, commands); }
  void operator()(const ActivationMailWanted&) const { activation_mail_wanted(model, commands); }
  void operator()(const PasswordEdited&) const { password_edited(model, commands); }
  void operator()(const PasswordAdvised& advised) const { password_advised(model, advised); }
  void operator()(const MailLinkPressed&) const { mail_link_pressed(model, commands); }
  void operator()(const MenuPressed&) const { model.menu_open = !model.menu_open; }
  void operator()(const SearchPressed&) const { search_pressed(model, commands); }
  void operator()(const NewsletterPressed&) const { newsletter_pressed(model, commands); }
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
  void operator()(const PhotoChosen&) const { photo_chosen(model); }
  void operator()(const PhotoSavePressed&) const { photo_save_pressed(model, commands); }
  void operator()(const PhotoRemovePressed&) const { photo_remove_pressed(model, commands); }
  void operator()(const RetryPressed&) const { retry_pressed(model, commands); }
  void operator()(const FocusAsked& asked) const { commands.push_back(MoveFocus{asked.key}); }
};

}  // namespace

void open_view(Model& model, Commands& commands) {
  model.menu_open = false;
  model.password_advice.strength.reset();
  if (model.route.view != View::search) model.drafts.search = {};
  if (!is_among_members(model.route.view)) model.directory = {};
  switch (model.route.view) {
    case View::dashboard:
      return read_dashboard(model, commands);
    case View::activation:
    case View::newsletter_confirm:
    case View::newsletter_cancel:
      model.mail_link = {};
      return;
    case View::my_certificates:
      return open_certificates(model, commands);
    case View::members:
      return open_directory(model, commands);
    case View::member:
      return open_member_page(model, commands);
    case View::profile:
      return open_profile(model, commands);
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
      return;
  }
}

void show(Model& model, Commands& commands, const Route& route, History history) {
  model.route = route;
  commands.push_back(Navigate{route, history});
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  open_view(model, commands);
}

Update update(Model model, const Action& action) {
  Update next{std::move(model), {}};
  std::visit(Dispatch{next.model, next.commands}, action);
  return next;
}

}  // namespace laurel::app
