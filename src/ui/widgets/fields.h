// Fields in which members type. The words in a field are drawn by the browser's own <input>, which
// lies exactly on the frame drawn here: caret, selection, IME, spelling and password managers work
// as on any page.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/structure.h"

namespace laurel::ui {

/// What stands above a field.
struct FieldWords {
  std::string_view label;
  std::string_view hint = {};   // below the label
  std::string_view error = {};  // empty: no error
};
/// How high these words are above a field of this width.
[[nodiscard]] float height_of(const Ui& ui, const FieldWords& words, float width);

/// Two fields beside each other, at one height, however many lines the words above each need;
/// `field(i)` draws each with its words.
template <class Field>
void fields_beside(Ui& ui, const std::array<FieldWords, 2>& words, const Field& field) {
  const float width = (ui.layout().width() - space::large) / 2;
  const std::array heights = {height_of(ui, words[0], width), height_of(ui, words[1], width)};
  const float highest = std::max(heights[0], heights[1]);
  side_by_side(ui, {1, 1}, space::large, [&](std::size_t i) {
    ui.layout().skip(highest - heights[i]);
    field(i);
  });
}

struct TextFieldSpec {
  std::string_view key;
  std::string_view label;
  std::string_view input_type = "text";  // HTML: text, email, tel, …
  std::string_view autocomplete = {};    // HTML, "Autofill": username, given-name, …
  std::string_view form_name = {};
  std::string_view hint = {};            // below the label
  std::string_view error = {};           // empty: no error
  std::string_view options = {};         // the key of an `options` that the browser suggests
  bool required = true;
  int rows = 0;                          // a field of several lines; 0: of one
};
void text_field(Ui& ui, const TextFieldSpec& spec, std::string& text);

/// A field without a label that is seen: its place and the words in it while it is empty say what it
/// is for. Only for a search; forms have labels.
struct SearchFieldSpec {
  std::string_view key;
  std::string_view name;
};
void search_field(Ui& ui, const SearchFieldSpec& spec, const Rect& frame, std::string& text);

/// Suggestions for a field; the browser shows and searches them. Nothing is drawn.
void options(Ui& ui, std::string_view key, std::span<const std::string_view> values);

/// One of several choices, shown by the browser's own list.
struct Choice {
  std::string_view value;
  std::string_view text;
};
struct SelectFieldSpec {
  std::string_view key;
  std::string_view label;
  std::span<const Choice> choices;  // an empty value stands for none
  std::string_view autocomplete = {};
  std::string_view form_name = {};
  std::string_view hint = {};
  std::string_view error = {};
  bool required = true;
};
/// `value` is one of the choices' values.
void select_field(Ui& ui, const SelectFieldSpec& spec, std::string& value);

/// How much of something, from 0.
struct SliderSpec {
  std::string_view key;
  std::string_view label;
  int maximum = 100;
};
void slider(Ui& ui, const SliderSpec& spec, int& value);

/// A place where a file is dropped, or chosen by a press.
struct FileFieldSpec {
  std::string_view key;
  std::string_view text;    // "Choose a picture, or drop it here"
  std::string_view accept;  // HTML: ".png,image/png"
  std::string_view hint = {};
  std::string_view error = {};
};
[[nodiscard]] std::optional<app::ChosenFile> file_field(Ui& ui, const FileFieldSpec& spec);

/// A field for a password, with a button that shows what was typed while `shown`.
struct PasswordFieldSpec {
  std::string_view key;
  std::string_view label;
  std::string_view show_text;  // on the button: "Show"
  std::string_view show_name;  // what it does: "Show password"
  std::string_view hide_text;
  std::string_view hide_name;
  std::string_view autocomplete = "current-password";
  std::string_view form_name = "password";
  std::string_view hint = {};
  std::string_view error = {};
};
/// True when it was edited.
bool password_field(Ui& ui, const PasswordFieldSpec& spec, std::string& text, bool& shown);

/// How strong something is, in four parts: "Strength: good", and what would make it better. Without
/// words it is not known yet; they have their room already, so that what is below stays where it is.
struct MeterSpec {
  std::string_view key;
  std::string_view text = {};
  std::string_view advice = {};  // a short sentence
  int filled = 0;  // of 4
};
void meter(Ui& ui, const MeterSpec& spec);

}  // namespace laurel::ui
