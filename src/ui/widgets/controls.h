// What a member presses or ticks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct ButtonSpec {
  std::string_view key;
  std::string_view text;
  std::string_view name = {};  // for those who do not see it, where the text alone says too little
  Look look = Look::primary;   // or quiet, or in_header
  bool busy = false;          // shown, but pressing it does nothing
  bool fills_width = false;
  bool submits = false;       // Enter in a field of its form presses it
  std::optional<bool> expanded = {};  // where it shows and hides something
};
/// True when it was pressed.
[[nodiscard]] bool button(Ui& ui, const ButtonSpec& spec);

/// A link that looks like a button, for the one thing that a screen is about.
struct LinkButtonSpec {
  std::string_view key;
  std::string_view text;
  std::string_view href;
};
void link_button(Ui& ui, const LinkButtonSpec& spec);

struct CheckboxSpec {
  std::string_view key;
  std::string_view label;
  std::string_view form_name;
  std::string_view error = {};
};
void checkbox(Ui& ui, const CheckboxSpec& spec, bool& checked);

/// A checkbox whose label is not seen, since its place says what it is: in a table's row.
void bare_checkbox(Ui& ui, const CheckboxSpec& spec, bool& checked);

/// Choices of which one holds, each with a sentence that explains it. The keys are
/// "<key>/<value>".
struct RadioChoice {
  std::string_view value;
  std::string_view label;
  std::string_view hint = {};
};
struct RadioGroupSpec {
  std::string_view key;  // also the name under which the browser groups them
  std::string_view label;
  std::span<const RadioChoice> choices;
};
/// True when another was chosen.
bool radio_group(Ui& ui, const RadioGroupSpec& spec, std::string& value);

/// A small coloured word: the state of a certificate.
struct BadgeSpec {
  std::string_view key;
  std::string_view text;
  Tone tone = Tone::muted;
  Role role = Role::paragraph;
};
void badge(Ui& ui, const BadgeSpec& spec);

/// How wide a button with this text is.
[[nodiscard]] float button_width(const Ui& ui, std::string_view text);

/// The button's looks and node in a rectangle of the caller's choice.
bool button_at(Ui& ui, const ButtonSpec& spec, const Rect& rect);

}  // namespace laurel::ui
