// Who is signed in: asking for it, and what follows when somebody comes or goes.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void read_session(Model& model, Commands& commands);
/// The page was behind others: a session may have timed out meanwhile.
void page_shown(Model& model, Commands& commands);
void session_replied(Model& model, Commands& commands, const Reply& reply);
void sign_out_pressed(Model& model, Commands& commands);
void sign_out_replied(Model& model, Commands& commands, const Reply& reply);

/// The member is signed in. Where the screen is one for visitors, shows what they came for.
void enter(Model& model, Commands& commands, protocol::SessionResponse member);
/// Nobody is signed in any more: forgets what was read for the member, and shows the sign-in form
/// where the screen is for members.
void leave(Model& model, Commands& commands, std::optional<Message> notice);
/// All that was typed but a profile's unsaved form, which goes on if the same member signs in again.
void forget_drafts(Model& model);

}  // namespace laurel::app::accounts
