// Now protocol/accounts/session.h: here until the client includes it from there.
#pragma once

#include "protocol/accounts/session.h"
