// Now each endpoint stands beside its messages, as protocol/accounts/session.h shows: here until the
// client includes it from there.
#pragma once

#include "protocol/accounts/account.h"
#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "protocol/catalogue.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "protocol/health.h"
#include "protocol/mail.h"
#include "protocol/members.h"
#include "protocol/newsletter.h"
#include "protocol/route.h"
