// Steps that several features take; used by the update functions alone.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "app/action.h"
#include "app/command.h"
#include "app/model.h"
#include "protocol/routes.h"

namespace laurel::app {

/// Begins a request whose path has these parameters.
inline void send_to(Model& model, Commands& commands, Purpose purpose, const protocol::Route& route,
                    std::initializer_list<std::string_view> parameters, std::string body = {}) {
  std::string path = protocol::path_of(route, parameters);
  const RequestId id = model.requests.begin(purpose, path + "\n" + body, model.route);
  const bool changes = route.method != protocol::Method::get;
  commands.push_back(SendRequest{
      .id = id,
      .method = route.method,
      .path = std::move(path),
      .body = std::move(body),
      .idempotency_key = changes ? model.requests.idempotency_key(purpose) : std::string()});
}

/// Begins a request to an address of the model's association.
inline void send(Model& model, Commands& commands, Purpose purpose, const protocol::Route& route,
                 std::string body = {}) {
  send_to(model, commands, purpose, route, {model.association.id}, std::move(body));
}

/// Keeps what was read, or why it could not be.
template <class T>
void take(Loaded<T>& place, const Reply& reply) {
  if (auto content = content_of<T>(reply)) {
    place = {std::move(*content), std::nullopt};
  } else {
    place.trouble = trouble_of(reply);
  }
}

/// Lets the member see what is wrong with the form that they sent.
void show_problems(FormProblems& place, Commands& commands, FormProblems problems);

/// What a reply that is no success says of a form: words at its fields where the backend names some.
/// `keys` are the fields' names in the request and their keys on the screen.
struct FormField {
  std::string_view name;
  std::string_view key;
};
[[nodiscard]] FormProblems form_problems(const Reply& reply, std::initializer_list<FormField> keys);

/// What stands in a field that may be left empty, without the white space around it.
[[nodiscard]] std::optional<std::string> typed(std::string_view text);

/// What is wrong with an address before it is sent; nothing where it is well-formed.
[[nodiscard]] std::optional<Message> email_error(std::string_view email);

// Features' entry points, each in the update.cpp of its folder.
void read_session(Model& model, Commands& commands);
void session_replied(Model& model, Commands& commands, const Reply& reply);
void page_shown(Model& model, Commands& commands);
void session_checked(Model& model, Commands& commands, const Reply& reply);
void sign_in_pressed(Model& model, Commands& commands);
void sign_in_replied(Model& model, Commands& commands, const Reply& reply);
void sign_out_pressed(Model& model, Commands& commands);
void sign_out_replied(Model& model, Commands& commands, const Reply& reply);
void read_dashboard(Model& model, Commands& commands);
void dashboard_replied(Model& model, Commands& commands, const Reply& reply);
void register_pressed(Model& model, Commands& commands);
void register_replied(Model& model, Commands& commands, const Reply& reply);
void certificate_search_pressed(Model& model, Commands& commands);
void certificate_search_replied(Model& model, Commands& commands, const Reply& reply);
void registration_completed(Model& model, Commands& commands);
void completion_replied(Model& model, Commands& commands, const Reply& reply);
void activation_mail_wanted(Model& model, Commands& commands);
void activation_mail_replied(Model& model, Commands& commands, const Reply& reply);
void mail_link_pressed(Model& model, Commands& commands);
void mail_link_replied(Model& model, Commands& commands, const Route& asked_on, const Reply& reply);
void password_reset_pressed(Model& model, Commands& commands);
void password_reset_replied(Model& model, Commands& commands, const Route& asked_on,
                            const Reply& reply);
void new_password_pressed(Model& model, Commands& commands);
void new_password_replied(Model& model, Commands& commands, const Route& asked_on,
                          const Reply& reply);
void read_certificates(Model& model, Commands& commands);
void open_certificates(Model& model, Commands& commands);
void certificates_replied(Model& model, Commands& commands, const Reply& reply);
void open_certificate(Model& model, Commands& commands);
void calendar_pressed(Model& model, Commands& commands);
void calendar_replied(Model& model, Commands& commands, const Route& asked_on,
                      const Reply& reply);
void qr_code_made(Model& model, const QrCodeMade& made);
void my_search_pressed(Model& model, Commands& commands);
void my_search_replied(Model& model, Commands& commands, const Reply& reply);
void claim_pressed(Model& model, Commands& commands);
void claim_replied(Model& model, Commands& commands, const Reply& reply);
void open_verification(Model& model, Commands& commands);
void verification_replied(Model& model, const Reply& reply);
void open_profile(Model& model, Commands& commands);
void profile_replied(Model& model, Commands& commands, const Reply& reply);
void profile_save_pressed(Model& model, Commands& commands);
void profile_saved(Model& model, Commands& commands, const Reply& reply);
void other_profile_replied(Model& model, Commands& commands, const Reply& reply);
void own_version_chosen(Model& model, Commands& commands);
void other_version_chosen(Model& model, Commands& commands);
void stay_pressed(Model& model, Commands& commands);
void discard_pressed(Model& model, Commands& commands);
void preview_pressed(Model& model, Commands& commands);
void privacy_chosen(Model& model, Commands& commands);
void preview_replied(Model& model, Commands& commands, const Reply& reply);
void photo_chosen(Model& model, Commands& commands);
void photo_save_pressed(Model& model, Commands& commands);
void photo_remove_pressed(Model& model, Commands& commands);
void photo_changed(Model& model, Commands& commands, const Reply& reply);
void email_form_pressed(Model& model);
void email_change_pressed(Model& model, Commands& commands);
void email_change_replied(Model& model, Commands& commands, const Reply& reply);
void password_form_pressed(Model& model);
void password_change_pressed(Model& model, Commands& commands);
void password_change_replied(Model& model, Commands& commands, const Reply& reply);
void open_devices(Model& model, Commands& commands);
void devices_replied(Model& model, Commands& commands, const Reply& reply);
void device_sign_out_pressed(Model& model, Commands& commands,
                             const DeviceSignOutPressed& pressed);
void device_signed_out(Model& model, Commands& commands, const Reply& reply);
/// Closes the account's forms and wipes what was typed into them, unless it is being sent.
void forget_account(Model& model);
/// The members that were found; a search that is under way is dropped.
void forget_directory(Model& model);
/// All of it but a form that holds something unsaved.
void forget_profile(Model& model);
/// All that was typed but a profile's unsaved form, which goes on if the same member signs in again.
void forget_drafts(Model& model);
void open_catalogue(Model& model, Commands& commands);
void catalogue_replied(Model& model, Purpose purpose, const Reply& reply);
void member_associations_replied(Model& model, const Reply& reply);
void search_pressed(Model& model, Commands& commands);
void newsletter_pressed(Model& model, Commands& commands);
void newsletter_replied(Model& model, Commands& commands, const Reply& reply);
/// Also an answer that is still on its way: it is about a text that is gone.
inline void forget_password_advice(Model& model) {
  model.password_advice = {model.password_advice.question + 1, std::nullopt};
}
void password_edited(Model& model, Commands& commands);
void password_advised(Model& model, const PasswordAdvised& advised);
void drafts_restored(Model& model, Commands& commands, const DraftsRestored& restored);
/// Unless they have been read.
void read_member_associations(Model& model, Commands& commands);
void open_directory(Model& model, Commands& commands);
void directory_search_pressed(Model& model, Commands& commands);
void more_members_pressed(Model& model, Commands& commands);
void directory_replied(Model& model, Commands& commands, const Reply& reply);
void open_member_page(Model& model, Commands& commands);
void member_page_replied(Model& model, Commands& commands, const Reply& reply);
void read_mailbox(Model& model, Commands& commands);
void mailbox_replied(Model& model, const Reply& reply);

/// The member is signed in. Where the screen is one for visitors, shows what they came for.
void enter(Model& model, Commands& commands, protocol::SessionResponse member);
/// Nobody is signed in any more: forgets what was read for the member, and shows the sign-in form
/// where the screen is for members.
void leave(Model& model, Commands& commands, std::optional<Message> notice);
/// Has a part of the program loaded unless it is here or on its way.
void load_part(Model& model, Commands& commands, Part part);
// The parts' own shares of `update` (parts/); called through base::deferred alone.
void common_happened(Model& model, Commands& commands, const CommonAction& action);
void joining_happened(Model& model, Commands& commands, const JoiningAction& action);
void joining_replied(Model& model, Commands& commands, const Request& request, const Reply& reply);
void open_joining_view(Model& model, Commands& commands);
void desk_happened(Model& model, Commands& commands, const DeskAction& action);
void desk_replied(Model& model, Commands& commands, const Request& request, const Reply& reply);
void open_desk_view(Model& model, Commands& commands);
void public_pages_replied(Model& model, const Request& request, const Reply& reply);
void open_public_page(Model& model, Commands& commands);
/// Asks for what the screen that is shown needs.
void open_view(Model& model, Commands& commands);
/// Whether the reply says that nobody is signed in any more; then it has left.
[[nodiscard]] bool left_with(Model& model, Commands& commands, const Reply& reply);
/// Whether the screen stays, since it holds something unsaved (unsaved.h): the member is asked first.
[[nodiscard]] bool asks_before_leaving(Model& model, Commands& commands, const Route& wanted);
/// Shows a view: asks for what it needs, changes the address, moves the focus to its title.
void show(Model& model, Commands& commands, const Route& route, History history);

}  // namespace laurel::app
