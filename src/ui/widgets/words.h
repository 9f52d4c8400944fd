// Words on the page: headings, paragraphs, links.
#pragma once

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct HeadingSpec {
  std::string_view key;
  std::string_view text;
  int level = 2;
  TextStyle style = TextStyle::heading;
  /// The page's title is where the focus goes after a change of view, so that it is read out. It shows
  /// no ring: there is nothing to do with it.
  bool takes_focus = false;
};
void heading(Ui& ui, const HeadingSpec& spec);

/// A heading that is a link to another screen: `<key>/link`.
void linked_heading(Ui& ui, const HeadingSpec& spec, std::string_view href);

struct ParagraphSpec {
  std::string_view key;
  std::string_view text;
  TextStyle style = TextStyle::body;
  Tone tone = Tone::normal;
  Role role = Role::paragraph;  // or another role that is nothing but words: cell, term, status …
  Align align = Align::start;
};
void paragraph(Ui& ui, const ParagraphSpec& spec);

/// A link to another screen: the browser follows `href`, so it also opens in a new tab.
struct LinkSpec {
  std::string_view key;
  std::string_view text;
  std::string_view href;
  std::string_view name = {};  // where the text alone says too little; begins with it
  TextStyle style = TextStyle::body;
  Tone tone = Tone::link;
  bool underlined = true;  // where its place alone says that it is a link, it need not be
  bool current = false;    // leads to the page that is shown
  bool fills_width = false;  // the place beside its words leads there as well
};
void link(Ui& ui, const LinkSpec& spec);

/// A link that the desk handles: `true` when it was followed.
[[nodiscard]] bool action_link(Ui& ui, const LinkSpec& spec);

/// Takes as many lines as the words need, draws them and completes the node with them. The node's
/// name, style, tone and align say what is drawn. `Node::rect` becomes the lines' rectangle.
void draw_lines(Ui& ui, Node& node);

}  // namespace laurel::ui
