// Now protocol/accounts/password_reset.h: here until the client includes it from there.
#pragma once

#include "protocol/accounts/password_reset.h"
