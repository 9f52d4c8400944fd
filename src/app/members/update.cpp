#include "app/members/update.h"

#include "app/members/directory/update.h"
#include "app/members/member_page/update.h"
#include "app/members/photo/update.h"
#include "app/members/profile/update.h"
#include "app/members/requests.h"
#include "base/visit.h"

namespace laurel::app::members {
namespace {

struct Dispatch {
  Model& model;
  Commands& commands;

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
};

}  // namespace

void open(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::members:
      return open_directory(model, commands);
    case View::member:
      return open_member_page(model, commands);
    default:
      return open_profile(model, commands);
  }
}

void update(Model& model, Commands& commands, const Action& action) {
  base::visit(Dispatch{model, commands}, action);
}

void replied(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.as<Purpose>()) {
    case Purpose::search_directory:
      return directory_replied(model, commands, reply);
    case Purpose::read_member:
      return member_page_replied(model, reply);
    case Purpose::read_profile:
      return profile_replied(model, reply);
    case Purpose::save_profile:
      return profile_saved(model, commands, reply);
    case Purpose::read_other_profile:
      return other_profile_replied(model, commands, reply);
    case Purpose::read_preview:
      return preview_replied(model, reply);
    case Purpose::save_photo:
    case Purpose::remove_photo:
      return photo_changed(model, commands, reply);
  }
}

}  // namespace laurel::app::members
