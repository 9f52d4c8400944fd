#include "app/features.h"

#include <cassert>

#include "app/accounts/joining/update.h"
#include "app/accounts/password_advice/update.h"
#include "app/accounts/sign_in/update.h"
#include "app/accounts/update.h"
#include "app/catalogue/update.h"
#include "app/certificates/update.h"
#include "app/certificates/verification/update.h"
#include "app/dashboard/update.h"
#include "app/drafts/update.h"
#include "app/mailbox/update.h"
#include "app/members/update.h"
#include "app/newsletter/update.h"
#include "base/deferred.h"

namespace laurel::app {
namespace {

/// Calls a feature of a later part.
template <Feature feature, auto function, class... More>
void when_here(Model& model, Commands& commands, const More&... more) {
  assert(model.parts.is_here(part_of(feature)));
  base::deferred<part_of(feature), function>(model, commands, more...);
}

}  // namespace

void open_feature(Model& model, Commands& commands) {
  switch (feature_of(model.route.view)) {
    case Feature::joining:
      return when_here<Feature::joining, accounts::open_joining>(model, commands);
    case Feature::accounts:
      return when_here<Feature::accounts, accounts::open>(model, commands);
    case Feature::members:
      return when_here<Feature::members, members::open>(model, commands);
    case Feature::certificates:
      return when_here<Feature::certificates, certificates::open>(model, commands);
    case Feature::dashboard:
      return when_here<Feature::dashboard, dashboard::open>(model, commands);
    case Feature::verification:
      return when_here<Feature::verification, certificates::open_verification>(model, commands);
    case Feature::catalogue:
      return when_here<Feature::catalogue, catalogue::open>(model, commands);
    case Feature::mailbox:
      return when_here<Feature::mailbox, mailbox::open>(model, commands);
    case Feature::shell:
    case Feature::sign_in:
    case Feature::newsletter:
    case Feature::drafts:
    case Feature::password_advice:
    case Feature::member_associations:
      return;  // their screens need nothing, or they have none
  }
}

void take_reply(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.feature()) {
    case Feature::sign_in:
      return accounts::sign_in_replied(model, commands, request, reply);
    case Feature::newsletter:
      return newsletter::replied(model, commands, request, reply);
    case Feature::member_associations:
      return when_here<Feature::member_associations, catalogue::member_associations_replied>(
          model, commands, request, reply);
    case Feature::joining:
      return when_here<Feature::joining, accounts::joining_replied>(model, commands, request, reply);
    case Feature::accounts:
      return when_here<Feature::accounts, accounts::replied>(model, commands, request, reply);
    case Feature::members:
      return when_here<Feature::members, members::replied>(model, commands, request, reply);
    case Feature::certificates:
      return when_here<Feature::certificates, certificates::replied>(model, commands, request, reply);
    case Feature::dashboard:
      return when_here<Feature::dashboard, dashboard::replied>(model, commands, request, reply);
    case Feature::verification:
      return when_here<Feature::verification, certificates::verification_replied>(
          model, commands, request, reply);
    case Feature::catalogue:
      return when_here<Feature::catalogue, catalogue::replied>(model, commands, request, reply);
    case Feature::mailbox:
      return when_here<Feature::mailbox, mailbox::replied>(model, commands, request, reply);
    case Feature::shell:
    case Feature::drafts:
    case Feature::password_advice:
      return;  // ask the backend for nothing
  }
}

void update_feature(Model& model, Commands& commands, const accounts::SignInAction& action) {
  accounts::update_sign_in(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const newsletter::Action& action) {
  newsletter::update(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const accounts::PasswordAction& action) {
  when_here<Feature::password_advice, accounts::update_password>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const accounts::JoiningAction& action) {
  when_here<Feature::joining, accounts::update_joining>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const accounts::Action& action) {
  when_here<Feature::accounts, accounts::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const members::Action& action) {
  when_here<Feature::members, members::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const certificates::Action& action) {
  when_here<Feature::certificates, certificates::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const drafts::Action& action) {
  when_here<Feature::drafts, drafts::update>(model, commands, action);
}

}  // namespace laurel::app
