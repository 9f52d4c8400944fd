#include "base/markup.h"

#include "base/html.h"

namespace laurel::base {
namespace {

/// XML 1.0, 2.2: of the control characters only these three may stand in a document.
bool is_left_out(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

std::string opened(MarkupName name, MarkupAttributes attributes) {
  std::string out = "<" + std::string(name.text());
  for (const MarkupAttribute& attribute : attributes) {
    out += " " + std::string(attribute.name.text()) + "=\"" + escaped_markup(attribute.value) +
           "\"";
  }
  return out;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

std::string escaped_markup(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    if (!is_left_out(c)) kept.push_back(c);
  }
  return escaped_html(kept);
}

Markup::Markup(std::string_view text) : text_(escaped_markup(text)) {}

Markup element(MarkupName name, MarkupAttributes attributes, const Markup& content) {
  Markup made;
  made.text_ = opened(name, attributes) + ">" + content.text_ + "</" + std::string(name.text()) +
               ">";
  return made;
}

Markup void_element(MarkupName name, MarkupAttributes attributes) {
  Markup made;
  made.text_ = opened(name, attributes) + "/>";
  return made;
}

Markup html_document(std::string_view language, const Markup& head, const Markup& body) {
  Markup made;
  made.text_ = "<!doctype html>\n" +
               element("html", {{"lang", std::string(language)}},
                       element("head", void_element("meta", {{"charset", "utf-8"}}) + head) + body)
                   .text_ +
               "\n";
  return made;
}

std::string address_of(std::string_view text) {
  for (const std::string_view start : {"https://", "http://", "mailto:"}) {
    if (starts_with_ignoring_case(text, start)) return std::string(text);
  }
  // "//host" leads to another site, as "/\host" does (WHATWG URL, 4.4).
  const bool is_within = text.starts_with('#') ||
                         (text.starts_with('/') && !text.starts_with("//") &&
                          !text.starts_with("/\\"));
  return is_within ? std::string(text) : "about:invalid";
}

}  // namespace laurel::base
