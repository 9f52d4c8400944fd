// What a screen is, beside what it looks like: every widget adds a node to this tree while it draws.
//
// The tree has four readers: the mirror in the DOM (elements.h), the tests, the check that ImGui
// has no interactive item which the tree lacks, and the page without a canvas. A node without a
// rectangle only groups its children. While it is made, x counts from the start edge, as for the
// widgets; in the tree that a frame gives away (Ui::take_tree) x counts from the left, as in the DOM.
//
//   tree.open({.key = "sign_in", .role = Role::form, .name = "Log in"});
//   tree.add({.key = "sign_in/submit", .role = Role::button, .name = "Log in", .rect = …});
//   tree.close();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/theme.h"

namespace laurel::ui {

/// Named after the roles of WAI-ARIA 1.2 where it has one.
enum class Role {
  banner,
  main,
  contentinfo,
  navigation,
  region,
  form,
  search,
  alert,
  status,
  list,
  listitem,
  table,
  row,
  columnheader,
  rowheader,
  cell,
  facts,  // a list of terms and their values: <dl>
  term,
  definition,
  heading,
  paragraph,
  label,  // of the field that `target` names
  link,
  button,
  textbox,
  checkbox,
  radiogroup,
  radio,
  combobox,  // one of its options: <select>
  slider,
  file,      // <input type=file>
  options,   // suggestions for a field: <datalist>
  option,
  image,
};

/// The colour of words, by what they mean.
enum class Tone { normal, muted, danger, success, warning, link, on_primary, on_header };

/// How a group or control is dressed; the style sheet of the page without a canvas uses it too.
enum class Look {
  none,
  card,
  header,
  footer,
  primary,
  quiet,
  in_field,
  in_header,
  problem,
  notice,
  badge,
  reveal,
  proof,  // a document: alone on what is printed
};

struct TextLine {
  std::string text;
  bool space_after = false;  // the line was broken at a space, which the next line does not repeat
  friend bool operator==(const TextLine&, const TextLine&) = default;
};

enum class Align { start, centre };

/// What a field holds and how the browser should treat it (HTML, "Autofill").
struct FieldState {
  std::string value;
  bool checked = false;
  std::string input_type = "text";  // text, email, password, …
  std::string autocomplete;         // username, current-password, …
  std::string form_name;            // the name under which password managers know it
  std::string options;              // the key of the options that the browser suggests
  std::string placeholder;          // instead of a label that is seen; the node's name is told
  std::string accept;               // of a file: the kinds that are wanted, ".png,image/png"
  int rows = 0;                     // of a text of several lines; 0: it is one line
  int maximum = 0;                  // of a slider, from 0
  bool has_label = true;            // a node with the role `label` names it
  bool required = false;
  bool invalid = false;
  friend bool operator==(const FieldState&, const FieldState&) = default;
};

/// A picture that the browser shows itself, as it shows the words in a field.
struct Picture {
  std::string source;  // an address of the API, or "blob:…" of a file that the member has chosen
  bool draggable = false;   // the desk wants to know when it is dragged
  bool round = false;
  std::optional<Rect> clip = std::nullopt;  // what of it is seen; nothing: all

  friend bool operator==(const Picture&, const Picture&) = default;
};

struct Node {
  std::string key;  // unique in the tree and the same in every frame
  Role role = Role::paragraph;
  std::string name;             // the words on it, or its label
  std::vector<TextLine> lines;  // the words as they are drawn; none: the name is not drawn here
  TextStyle style = TextStyle::body;
  Tone tone = Tone::normal;
  Look look = Look::none;
  Align align = Align::start;
  Rect rect;
  bool has_rect = false;
  int level = 0;                          // of a heading, from 1
  int set_size = 0;                       // of a table or item of a list some of whose rows are not
                                          // drawn: how many there are
  int position = 0;                       // the same, of a row or item: which it is, from 1
  std::string href;                       // of a link to another screen
  std::string target;                     // of a label: the field's key
  std::vector<std::string> described_by;  // keys of hint and error
  FieldState field;
  Picture picture;
  std::string path;   // of an image that is drawn by the browser: as in SVG, black on white
  int path_size = 0;  // the side of the square that the path is in
  bool pressable = false;  // the desk wants to know when it is pressed
  bool busy = false;       // is being worked on; pressing it does nothing
  bool takes_focus = false;  // by script, though it is no control
  bool current = false;      // of a link in a navigation: it leads to the page that is shown
  std::optional<bool> expanded;  // of a button that shows and hides something
  std::uint32_t item = 0;    // the ImGui item that draws it; 0 where there is none
  int parent = -1;           // index in the tree; -1 for the outermost
};

class Tree {
 public:
  /// Adds a node whose children follow until `close`.
  int open(Node node);
  void close();
  int add(Node node);
  /// Turns every rectangle round for a page whose lines start at its right.
  void mirror(float page_width);

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] bool is_mirrored() const { return mirrored_; }

 private:
  std::vector<Node> nodes_;
  std::vector<int> open_;
  bool mirrored_ = false;
};

[[nodiscard]] bool is_interactive(Role role);
/// Whether it holds something that the member gives.
[[nodiscard]] bool is_field(Role role);

}  // namespace laurel::ui
