// What can happen to a member's certificates.
#pragma once

#include <variant>

#include "app/answers.h"

namespace laurel::app::certificates {

struct MySearchPressed {};
struct ClaimPressed {};     // links what the member has ticked
struct CalendarPressed {};  // "Add to calendar", on a certificate's page
struct PrintPressed {};

using Action =
    std::variant<MySearchPressed, ClaimPressed, CalendarPressed, PrintPressed, QrCodeMade>;

}  // namespace laurel::app::certificates
