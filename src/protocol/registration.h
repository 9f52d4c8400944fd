// Now protocol/accounts/registration.h: here until the client includes it from there.
#pragma once

#include "protocol/accounts/registration.h"
#include "protocol/certificates.h"
