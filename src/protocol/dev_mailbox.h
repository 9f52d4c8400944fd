// Now protocol/mail.h: here until the client includes it from there.
#pragma once

#include "protocol/mail.h"
