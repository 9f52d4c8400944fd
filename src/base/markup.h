// HTML and SVG that escape by construction: mails, public pages, pictures.
//
// A Markup is made of text, which is escaped, and of elements around other Markup. There is no way to
// put markup into it that is only a string, so that no name, title or link of a person's becomes one.
//
//   const Markup line = element("p", {{"class", "lead"}}, Markup("Badges of ") + Markup(name));
//   line.text() == "<p class=\"lead\">Badges of O&#39;Brien &amp; Sons</p>"
//
// Names of elements and attributes are literals of the program. Addresses go through `address_of`, which
// lets through what leads to a page or a mail alone.
// Source: WHATWG HTML, 13.3 "Serializing HTML fragments"; the same text is well-formed XML 1.0, so that it
// serves for SVG as well.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace laurel::base {

/// The name of an element or an attribute.
class MarkupName {
 public:
  /// Only for literals of letters, digits, "-" and ":"; others do not compile.
  template <std::size_t size>
  consteval MarkupName(const char (&name)[size]) : name_(name, size - 1) {  // NOLINT: as a literal
    for (const char c : name_) {
      const bool is_known = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == ':';
      if (!is_known) not_a_markup_name();
    }
  }
  [[nodiscard]] constexpr std::string_view text() const { return name_; }

 private:
  /// Not constexpr: calling it while compiling is an error.
  static void not_a_markup_name() {}

  std::string_view name_;
};

struct MarkupAttribute {
  MarkupName name;
  std::string value;
};

using MarkupAttributes = std::initializer_list<MarkupAttribute>;

class Markup {
 public:
  Markup() = default;
  /// This text: "<", ">", "&", quotes are escaped, and what XML 1.0 (2.2) has no room for is left out.
  explicit Markup(std::string_view text);

  Markup& operator+=(const Markup& more) {
    text_ += more.text_;
    return *this;
  }
  [[nodiscard]] friend Markup operator+(Markup first, const Markup& second) {
    return first += second;
  }

  /// As it is sent.
  [[nodiscard]] const std::string& text() const { return text_; }

  friend Markup element(MarkupName name, MarkupAttributes attributes, const Markup& content);
  friend Markup void_element(MarkupName name, MarkupAttributes attributes);
  friend Markup html_document(std::string_view language, const Markup& head, const Markup& body);

 private:
  std::string text_;
};

/// <name …>content</name>
[[nodiscard]] Markup element(MarkupName name, MarkupAttributes attributes, const Markup& content);
[[nodiscard]] inline Markup element(MarkupName name, const Markup& content) {
  return element(name, {}, content);
}

/// <name …/>: <br>, <img>, <meta> and <link> in HTML, elements without content in SVG.
[[nodiscard]] Markup void_element(MarkupName name, MarkupAttributes attributes);

/// A whole page, from its doctype on, in the language with this tag (BCP 47).
[[nodiscard]] Markup html_document(std::string_view language, const Markup& head,
                                   const Markup& body);

/// `text` as the value of href or src, if it is an address of http, https or mail, or one within the site
/// ("/…", "#…"); else "about:invalid". A link of somebody's that would run a script leads nowhere.
[[nodiscard]] std::string address_of(std::string_view text);

/// The text as it may stand in markup; for the few who write markup in another way.
[[nodiscard]] std::string escaped_markup(std::string_view text);

}  // namespace laurel::base
