#include "ui/html.h"

#include <string_view>

#include "base/html.h"

namespace laurel::ui {
namespace {

/// The elements below `parent`, in their order. A tree of a screen has some dozens.
void write_children(std::string& out, const std::vector<Element>& elements,
                    std::string_view parent) {
  for (const Element& element : elements) {
    if (element.parent != parent) continue;
    out += "<" + std::string(element.tag) + " id=\"" + base::escaped_html(element.key) + "\"";
    for (const auto& [name, value] : element.attributes) {
      out += " " + std::string(name) + "=\"" + base::escaped_html(value) + "\"";
    }
    out += ">";
    if (element.tag == "input" || element.tag == "img") continue;
    for (const TextLine& line : element.lines) {
      out += base::escaped_html(line.text);
      if (line.space_after) out += " ";
    }
    write_children(out, elements, element.key);
    out += "</" + std::string(element.tag) + ">";
  }
}

std::string pixels(float length) { return std::to_string(static_cast<int>(length)) + "px"; }

std::string properties(const Palette& palette) {
  std::string out = "{";
  for (const NamedColour& named : named_colours(palette)) {
    out += "--" + std::string(named.name) + ":" + to_css(named.colour) + ";";
  }
  return out + "}";
}

}  // namespace

std::string html_of(const std::vector<Element>& elements) {
  std::string out;
  write_children(out, elements, "");
  return out;
}

std::string type_css() {
  std::string out = ":root{--font:" + std::string(font_family) + "}\n";
  for (const TypeSpec& spec : type_scale) {
    out += ".t-" + std::string(spec.name) + "{font:" +
           std::to_string(spec.bold ? bold_weight : regular_weight) + " " + pixels(spec.size) + "/" +
           pixels(spec.line_height) + " var(--font)}\n";
  }
  return out;
}

std::string colour_css(const domain::Brand& brand) {
  const auto root = [&brand](Scheme scheme) {
    return ":root" + properties(palette_of(scheme, brand));
  };
  return root(Scheme::light) + "\n@media (prefers-color-scheme:dark){" + root(Scheme::dark) +
         "}\n@media (prefers-contrast:more){" + root(Scheme::light_more_contrast) +
         "}\n@media (prefers-color-scheme:dark) and (prefers-contrast:more){" +
         root(Scheme::dark_more_contrast) + "}\n";
}

}  // namespace laurel::ui
