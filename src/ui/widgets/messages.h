// What the desk has to say: problems, summaries of errors, notices.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace laurel::ui {

/// A problem with a form: a title, what is wrong, and links to the fields that must be mended. It is
/// announced, and its title (`<key>/title`) can take the focus when the form was sent
/// (govuk-frontend, "Error summary").
struct ProblemSpec {
  struct Item {
    std::string_view field_key;  // empty: nothing to go to
    std::string text;
  };
  std::string_view key;
  std::string title;
  std::vector<Item> items;
};
/// The key of the field that the member wants to go to; empty for none.
[[nodiscard]] std::string problem(Ui& ui, const ProblemSpec& spec);

/// A calm message at the top of a screen; announced politely.
void notice(Ui& ui, std::string_view key, std::string_view text);

}  // namespace laurel::ui
