// Now protocol/accounts/account.h: here until the client includes it from there.
#pragma once

#include "protocol/accounts/account.h"
