// Everything that the desk shows, as one value. Only `update` makes a new one; the drafts alone are
// changed by views, as the member types.
#pragma once

#include <optional>
#include <string>

#include "app/accounts/account/model.h"
#include "app/accounts/devices/model.h"
#include "app/accounts/mail_link/model.h"
#include "app/accounts/password_advice/model.h"
#include "app/accounts/password_reset/model.h"
#include "app/accounts/registration/model.h"
#include "app/accounts/session/model.h"
#include "app/accounts/sign_in/model.h"
#include "app/catalogue/model.h"
#include "app/certificates/model.h"
#include "app/dashboard/model.h"
#include "app/mailbox/model.h"
#include "app/members/directory/model.h"
#include "app/members/member_page/model.h"
#include "app/members/profile/model.h"
#include "app/newsletter/model.h"
#include "app/parts/model.h"
#include "app/request.h"
#include "app/route.h"
#include "domain/association.h"

namespace laurel::app {

using accounts::Presence;  // every feature asks for it, and so does the host

/// What was read for the member who is signed in, and what they do at their own screens. Replaced as a
/// whole when another one comes, or when nobody is here any more: what stands in here cannot be shown
/// to somebody else.
struct MemberState {
  app::dashboard::Dashboard dashboard;
  app::certificates::Certificates certificates;
  app::certificates::CertificateExtras certificate_extras;
  app::members::Directory directory;
  app::members::MemberPage member_page;
  app::members::Profile profile;
  app::accounts::Account account;
  app::accounts::Devices devices;
};

/// What the member types at their own screens; replaced with MemberState. A profile's form that holds
/// something unsaved outlives it, and waits for its member.
struct MemberDrafts {
  app::certificates::CertificateSearchDraft certificates;
  app::members::DirectoryFilters directory;
  app::members::ProfileDraft profile;
  app::members::PhotoDraft photo;
  app::accounts::AccountDraft account;
};

/// What has been typed and not sent yet. Wiped at sign-out.
struct Drafts {
  app::accounts::SignInDraft sign_in;
  app::accounts::RegistrationDraft registration;
  app::certificates::CertificateSearchDraft certificates;
  app::accounts::PasswordResetDraft password_reset;
  app::accounts::MailLinkDraft mail_link;
  app::catalogue::SearchDraft search;
  app::newsletter::NewsletterDraft newsletter;
  MemberDrafts member;
};

struct Model {
  domain::Association association;
  Route route;
  Route return_to{View::dashboard, {}};  // where signing in leads
  Parts parts;
  app::accounts::Session session;
  MemberState member;
  app::accounts::SignIn sign_in;
  app::accounts::Registration registration;
  app::accounts::MailLink mail_link;
  app::accounts::PasswordReset password_reset;
  app::accounts::PasswordAdvice password_advice;
  app::certificates::Verification verification;
  app::catalogue::Catalogue catalogue;
  app::newsletter::Newsletter newsletter;
  app::mailbox::Mailbox mailbox;
  Drafts drafts;
  Requests requests;
  bool menu_open = false;       // where the navigation has no room of its own
  bool demo = false;            // see Started
  bool storage_denied = false;  // nothing outlives the page
  bool superseded = false;      // another tab runs a newer version; this one cannot store any more
  bool drafts_blocked = false;  // until another tab, which runs an older version, is closed
  bool records_blocked = false;
};

}  // namespace laurel::app
