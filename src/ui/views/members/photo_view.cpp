#include "ui/views/members/photo_view.h"

#include <algorithm>

#include "app/accounts/requests.h"
#include "app/members/keys.h"
#include "app/members/requests.h"
#include "app/messages.h"
#include "protocol/routes.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

namespace {

constexpr float portrait_size = 128;
constexpr float most_crop_size = 280;

/// The part of the picture that becomes the photo, to be moved by dragging it or by the sliders.
void crop_choice(Ui& ui, const app::ChosenFile& file, app::members::CropChoice& choice) {
  const float size = std::min(ui.layout().width(), most_crop_size);
  const Rect row = ui.layout().take(size);
  const Rect square{row.x + (row.width - size) / 2, row.y, size, size};
  const protocol::PhotoCrop crop = app::members::crop_of(file.width, file.height, choice);
  const float scale = size / static_cast<float>(crop.size);
  // The page may be turned round, the picture is not: what lies before the square is at its right then,
  // and the slider, which is turned, counts from there.
  const bool mirrored = ui.is_mirrored();
  const std::int64_t before = mirrored ? file.width - crop.x - crop.size : crop.x;
  const Rect whole{square.x - static_cast<float>(before) * scale,
                   square.y - static_cast<float>(crop.y) * scale,
                   static_cast<float>(file.width) * scale,
                   static_cast<float>(file.height) * scale};
  const Point moved = cropped_picture(ui, {.key = "photo/crop", .name = say(Message::photo_chosen),
                                           .source = file.address},
                                      square, whole);
  choice = app::members::dragged(choice, file.width, file.height, moved.x / scale, moved.y / scale);
  ui.layout().skip(space::small);
  slider(ui, {.key = "photo/zoom", .label = say(Message::photo_zoom), .maximum = app::members::most_zoom},
         choice.zoom);
  const auto from_start = [mirrored](int across) {
    return mirrored ? app::members::most_shift - across : across;
  };
  int across = from_start(choice.across);
  slider(ui, {.key = "photo/across", .label = say(Message::photo_across),
              .maximum = app::members::most_shift}, across);
  choice.across = from_start(across);
  slider(ui, {.key = "photo/down", .label = say(Message::photo_down), .maximum = app::members::most_shift},
         choice.down);
}

void chosen_photo(Ui& ui, const app::Model& model, app::members::PhotoDraft& draft, app::Actions& actions) {
  crop_choice(ui, *draft.file, draft.crop);
  ui.layout().skip(space::small);
  const bool saving = model.requests.is_pending(app::members::Purpose::save_photo);
  const bool held = model.requests.is_pending(app::accounts::Purpose::change_password);
  if (button(ui, {.key = "photo/save",
                  .text = say(saving ? Message::photo_saving : Message::photo_save),
                  .busy = saving || held, .fills_width = true})) {
    actions.push_back(app::members::PhotoSavePressed{});
  }
  ui.layout().skip(space::small);
  if (button(ui, {.key = "photo/cancel", .text = say(Message::photo_cancel), .look = Look::quiet,
                  .busy = saving, .fills_width = true})) {
    draft = {};
    actions.push_back(app::FocusAsked{std::string(keys::profile_photo_title)});
  }
}

void present_photo(Ui& ui, const app::Model& model, app::members::PhotoDraft& draft,
                   app::Actions& actions) {
  const protocol::ProfileResponse& saved = *model.member.profile.saved.content;
  const std::string address = photo_address(model, saved.photo);
  portrait(ui, {.key = "photo/portrait", .first_name = saved.profile.first_name,
                .last_name = saved.profile.last_name, .photo = address, .size = portrait_size});
  ui.layout().skip(space::medium);
  auto file = file_field(ui, {.key = keys::profile_photo, .text = say(Message::photo_choose),
                              .accept = "image/jpeg,image/png,.jpg,.jpeg,.png",
                              .hint = say(Message::photo_hint),
                              .error = error_at(model.member.profile.photo_problems,
                                                keys::profile_photo)});
  if (file) {
    draft = {std::move(file), {}};
    actions.push_back(app::members::PhotoChosen{});
  }
  if (!saved.photo) return;
  ui.layout().skip(space::small);
  if (button(ui, {.key = "photo/remove", .text = say(Message::photo_remove), .look = Look::quiet,
                  .busy = model.requests.is_pending(app::members::Purpose::remove_photo),
                  .fills_width = true})) {
    actions.push_back(app::members::PhotoRemovePressed{});
  }
}

}  // namespace

std::string photo_address(const app::Model& model, const std::optional<std::string>& photo) {
  if (!photo) return {};
  return protocol::path_of(protocol::photo_read, {model.association.id, *photo});
}

void photo_card(Ui& ui, const app::Model& model, app::members::PhotoDraft& draft, app::Actions& actions) {
  const std::string title = say(Message::photo_title);
  card(ui, {.key = "photo", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = keys::profile_photo_title, .text = title, .takes_focus = true});
    ui.layout().skip(space::medium);
    if (model.member.profile.photo_problems.trouble) {
      trouble_view(ui, "photo/problem", *model.member.profile.photo_problems.trouble, actions);
      ui.layout().skip(space::medium);
    }
    if (draft.file) {
      chosen_photo(ui, model, draft, actions);
    } else {
      present_photo(ui, model, draft, actions);
    }
  });
}

}  // namespace laurel::ui
