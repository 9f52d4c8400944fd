#include "app/features.h"

#include <cassert>

#include "app/accounts/sign_in/update.h"
#include "app/accounts/update.h"
#include "app/catalogue/update.h"
#include "app/certificates/update.h"
#include "app/dashboard/update.h"
#include "app/drafts/update.h"
#include "app/mailbox/update.h"
#include "app/members/update.h"
#include "app/newsletter/update.h"
#include "base/deferred.h"

namespace laurel::app {
namespace {

template <auto update, class FeatureAction>
void when_here(Model& model, Commands& commands, const FeatureAction& action) {
  assert(model.interior.here);
  base::deferred<update>(model, commands, action);
}

}  // namespace

void open_feature(Model& model, Commands& commands) {
  switch (feature_of(model.route.view)) {
    case Feature::accounts:
      return base::deferred<accounts::open>(model, commands);
    case Feature::members:
      return base::deferred<members::open>(model, commands);
    case Feature::certificates:
      return base::deferred<certificates::open>(model, commands);
    case Feature::catalogue:
      return base::deferred<catalogue::open>(model, commands);
    case Feature::dashboard:
      return base::deferred<dashboard::open>(model, commands);
    case Feature::mailbox:
      return base::deferred<mailbox::open>(model, commands);
    case Feature::shell:
    case Feature::sign_in:
    case Feature::newsletter:
      return;  // their screens need nothing
  }
}

void take_reply(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.feature()) {
    case Feature::sign_in:
      return accounts::sign_in_replied(model, commands, request, reply);
    case Feature::newsletter:
      return newsletter::replied(model, commands, request, reply);
    case Feature::accounts:
      return base::deferred<accounts::replied>(model, commands, request, reply);
    case Feature::members:
      return base::deferred<members::replied>(model, commands, request, reply);
    case Feature::certificates:
      return base::deferred<certificates::replied>(model, commands, request, reply);
    case Feature::catalogue:
      return base::deferred<catalogue::replied>(model, commands, request, reply);
    case Feature::dashboard:
      return base::deferred<dashboard::replied>(model, commands, request, reply);
    case Feature::mailbox:
      return base::deferred<mailbox::replied>(model, commands, request, reply);
    case Feature::shell:
      return;  // asks for nothing
  }
}

void update_feature(Model& model, Commands& commands, const accounts::SignInAction& action) {
  accounts::update_sign_in(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const newsletter::Action& action) {
  newsletter::update(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const accounts::Action& action) {
  when_here<accounts::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const members::Action& action) {
  when_here<members::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const certificates::Action& action) {
  when_here<certificates::update>(model, commands, action);
}
void update_feature(Model& model, Commands& commands, const drafts::Action& action) {
  when_here<drafts::update>(model, commands, action);
}

}  // namespace laurel::app
