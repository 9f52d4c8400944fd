// Now protocol/members.h: here until the client includes it from there.
#pragma once

#include "protocol/dashboard.h"
#include "protocol/members.h"
