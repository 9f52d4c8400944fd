#include "app/members/photo/update.h"

#include "app/accounts/requests.h"
#include "app/form.h"
#include "app/members/keys.h"
#include "app/members/photo/crop.h"
#include "app/members/requests.h"
#include "app/send.h"
#include "base/utf8.h"
#include "domain/picture.h"

namespace laurel::app::members {
namespace {

/// What the screen can tell of a file without sending it; the backend checks all of it again.
std::optional<Message> photo_error(const ChosenFile& file) {
  if (file.bytes >= static_cast<std::int64_t>(domain::max_picture_bytes)) {
    return Message::photo_too_large;
  }
  if (!domain::picture_kind_of_name(file.name) || file.width == 0) {
    return Message::photo_not_a_picture;
  }
  return std::nullopt;
}

bool is_working(const Model& model) {
  return model.requests.is_pending(Purpose::save_photo) ||
         model.requests.is_pending(Purpose::remove_photo) ||
         model.requests.is_pending(accounts::Purpose::change_password);  // see password_change_pressed
}

}  // namespace

void photo_chosen(Model& model, Commands& commands) {
  PhotoDraft& draft = model.drafts.member.photo;
  model.member.profile.photo_problems = {};
  if (!draft.file) return;
  const auto error = photo_error(*draft.file);
  if (!error) {
    commands.push_back(MoveFocus{std::string(keys::profile_photo_title)});  // the field is gone
    return;
  }
  model.member.profile.photo_problems = {{{keys::profile_photo, *error}}, std::nullopt};
  draft = {};
}

void photo_save_pressed(Model& model, Commands& commands) {
  const PhotoDraft& draft = model.drafts.member.photo;
  if (!draft.file || is_working(model)) return;
  model.member.profile.photo_problems = {};
  send(model, commands, Purpose::save_photo, protocol::photo_save,
       base::encode_json(protocol::PhotoUpload{
           .file_name = draft.file->name,
           .picture = draft.file->content,
           .crop = crop_of(draft.file->width, draft.file->height, draft.crop)}));
}

void photo_remove_pressed(Model& model, Commands& commands) {
  if (is_working(model)) return;
  model.member.profile.photo_problems = {};
  send(model, commands, Purpose::remove_photo, protocol::photo_remove);
}

/// The profile says by itself whether it has a photo and what is missing.
void photo_changed(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) {
    model.member.profile.photo_problems =
        form_problems(reply, {{"photo", keys::profile_photo}, {"crop", keys::profile_photo}});
    commands.push_back(MoveFocus{std::string(keys::profile_photo_title)});
    return;
  }
  model.drafts.member.photo = {};
  commands.push_back(MoveFocus{std::string(keys::profile_photo_title)});
  send(model, commands, Purpose::read_profile, protocol::profile_read);
}

}  // namespace laurel::app::members
