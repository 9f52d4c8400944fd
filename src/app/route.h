// Which screen an address shows. The address is the fragment of the page's URL, so that it never
// reaches a log or a referrer: "/ipma/#/login".
//
// To add a screen: a View here, its fragment in route.cpp, a folder with model and update beside
// sign_in/, its view in ui/views, and a line in ui/views/desk_view.cpp.
#pragma once

#include <string>
#include <string_view>

namespace laurel::app {

enum class View { start, sign_in, dashboard, not_found };

/// Anything that names no screen is `not_found`; the empty fragment and "#/" are `start`.
[[nodiscard]] View view_of(std::string_view fragment);

[[nodiscard]] std::string_view fragment_of(View view);

/// Whether only a signed-in member may see it.
[[nodiscard]] bool needs_session(View view);

}  // namespace laurel::app
