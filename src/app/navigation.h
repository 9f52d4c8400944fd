// Which screen is shown, and what leads to another one; used by updates alone.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app {

/// The screen that is shown in place of `wanted`, given who is signed in and how far they are.
[[nodiscard]] Route allowed_route(const Model& model, const Route& wanted);

/// Whether the screen's content may be asked for: what is only for members waits until it is known
/// who is here.
[[nodiscard]] bool may_open(const Model& model);

/// Whether the view is a step of a registration that needs the one before.
[[nodiscard]] bool is_later_step(View view);

/// Asks for what the screen that is shown needs.
void open_view(Model& model, Commands& commands);

/// Shows a view: asks for what it needs, changes the address, moves the focus to its title.
void show(Model& model, Commands& commands, const Route& route, History history);

/// Another address has been asked for: a link, "back", "forward".
void fragment_changed(Model& model, Commands& commands, std::string_view fragment);

/// Shows what was found for the words in the header's search field.
void search_pressed(Model& model, Commands& commands);

/// Has a part of the program loaded (parts/model.h) unless it is here or on its way.
void load_part(Model& model, Commands& commands, Part part);
void part_arrived(Model& model, Commands& commands, Part part);
void part_missed(Model& model, Part part, bool outdated);

/// Who only looks at the first screen loads nothing else; for all others what follows is there in time.
void use_begun(Model& model, Commands& commands);

}  // namespace laurel::app
