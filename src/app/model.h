// Everything that the desk shows, as one value. Only `update` makes a new one; the drafts alone are
// changed by views, as the member types.
#pragma once

#include <optional>
#include <string>

#include "app/account/model.h"
#include "app/catalogue/model.h"
#include "app/certificates/model.h"
#include "app/dashboard/model.h"
#include "app/devices/model.h"
#include "app/directory/model.h"
#include "app/mail_link/model.h"
#include "app/mailbox/model.h"
#include "app/member_page/model.h"
#include "app/newsletter/model.h"
#include "app/parts/model.h"
#include "app/password_advice/model.h"
#include "app/password_reset/model.h"
#include "app/profile/model.h"
#include "app/registration/model.h"
#include "app/request.h"
#include "app/route.h"
#include "app/session/model.h"
#include "app/sign_in/model.h"
#include "domain/association.h"

namespace laurel::app {

/// What the member has typed and not sent yet. Wiped at sign-out.
struct Drafts {
  SignInDraft sign_in;
  RegistrationDraft registration;
  CertificateSearchDraft certificates;
  CertificateSearchDraft my_certificates;
  PasswordResetDraft password_reset;
  MailLinkDraft mail_link;
  SearchDraft search;
  DirectoryFilters directory;
  NewsletterDraft newsletter;
  ProfileDraft profile;
  PhotoDraft photo;
  AccountDraft account;
};

struct Model {
  domain::Association association;
  Route route;
  Route return_to{View::dashboard, {}};  // where signing in leads
  Parts parts;
  Session session;
  SignIn sign_in;
  Registration registration;
  MailLink mail_link;
  PasswordReset password_reset;
  PasswordAdvice password_advice;
  Dashboard dashboard;
  Certificates certificates;
  CertificateExtras certificate_extras;
  Verification verification;
  Directory directory;
  MemberPage member_page;
  Profile profile;
  Account account;
  Devices devices;
  Catalogue catalogue;
  Newsletter newsletter;
  Mailbox mailbox;
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
