#include "ui/theme.h"

#include <cassert>

namespace laurel::ui {
namespace {

Colour css(std::string_view text) {
  const auto colour = parse_colour(text);
  assert(colour);
  return *colour;
}

/// An association writes its brand by hand; what is no colour falls back to the text's.
Colour brand_colour(std::string_view text, Colour fallback) {
  return parse_colour(text).value_or(fallback);
}

Palette light_palette(const domain::Brand& brand) {
  Palette p;
  p.page = css("#f4f6f8");
  p.surface = css("#ffffff");
  p.border = css("#dde3ea");
  p.outline = css("#6b7785");
  p.text = css("#17202a");
  p.text_muted = css("#4c5866");
  p.primary = brand_colour(brand.primary_light, p.text);
  p.primary_hover = mix(p.primary, css("#000000"), 0.18);
  p.on_primary = css("#ffffff");
  p.link = p.primary;
  p.focus = css("#1857c4");
  p.header = brand_colour(brand.header, p.text);
  p.on_header = css("#ffffff");
  p.danger = css("#b3261e");
  p.danger_surface = css("#fdf0ef");
  p.success = css("#17663a");
  p.success_surface = css("#e6f4ec");
  p.warning = css("#7a4b00");
  p.warning_surface = css("#fdf1dc");
  p.neutral_surface = css("#edf0f3");
  return p;
}

Palette dark_palette(const domain::Brand& brand) {
  Palette p;
  p.page = css("#11161c");
  p.surface = css("#1a212a");
  p.border = css("#2e3844");
  p.outline = css("#8593a3");
  p.text = css("#eef2f6");
  p.text_muted = css("#b3bfcc");
  p.primary = brand_colour(brand.primary_dark, p.text);
  p.primary_hover = mix(p.primary, css("#ffffff"), 0.25);
  p.on_primary = css("#0c1116");
  p.link = p.primary;
  p.focus = css("#9cc4ff");
  p.header = css("#0b0f14");
  p.on_header = css("#ffffff");
  p.danger = css("#ffb4ab");
  p.danger_surface = css("#3a1d1b");
  p.success = css("#8fdcae");
  p.success_surface = css("#15301f");
  p.warning = css("#f5c978");
  p.warning_surface = css("#35270e");
  p.neutral_surface = css("#28313c");
  return p;
}

Palette more_contrast(Palette p, Colour extreme) {
  p.text = extreme;
  p.text_muted = extreme;
  p.outline = extreme;
  p.border = p.outline;
  p.primary = mix(p.primary, extreme, 0.35);
  p.link = p.primary;
  p.focus = extreme;
  return p;
}

}  // namespace

Palette palette_of(Scheme scheme, const domain::Brand& brand) {
  switch (scheme) {
    case Scheme::light:
      return light_palette(brand);
    case Scheme::dark:
      return dark_palette(brand);
    case Scheme::light_more_contrast:
      return more_contrast(light_palette(brand), css("#000000"));
    case Scheme::dark_more_contrast:
      return more_contrast(dark_palette(brand), css("#ffffff"));
  }
  return light_palette(brand);
}

std::vector<ContrastPair> contrast_pairs(const Palette& p) {
  constexpr double words = 4.5;
  constexpr double outlines = 3.0;
  return {
      {"text on page", p.text, p.page, words},
      {"text on surface", p.text, p.surface, words},
      {"muted text on page", p.text_muted, p.page, words},
      {"muted text on surface", p.text_muted, p.surface, words},
      {"link on page", p.link, p.page, words},
      {"link on surface", p.link, p.surface, words},
      {"button label", p.on_primary, p.primary, words},
      {"button label under the pointer", p.on_primary, p.primary_hover, words},
      {"button on surface", p.primary, p.surface, outlines},
      {"header text", p.on_header, p.header, words},
      {"error on surface", p.danger, p.surface, words},
      {"error on its own surface", p.danger, p.danger_surface, words},
      {"text on the error surface", p.text, p.danger_surface, words},
      {"success on its own surface", p.success, p.success_surface, words},
      {"warning on its own surface", p.warning, p.warning_surface, words},
      {"muted text on the neutral surface", p.text_muted, p.neutral_surface, words},
      {"text on the neutral surface", p.text, p.neutral_surface, words},
      {"outline on surface", p.outline, p.surface, outlines},
      {"outline on page", p.outline, p.page, outlines},
      {"focus ring on surface", p.focus, p.surface, outlines},
      {"focus ring on page", p.focus, p.page, outlines},
      {"focus ring in the header", p.on_header, p.header, outlines},
  };
}

std::vector<NamedColour> named_colours(const Palette& p) {
  return {{"page", p.page},
          {"surface", p.surface},
          {"border", p.border},
          {"outline", p.outline},
          {"text", p.text},
          {"text-muted", p.text_muted},
          {"primary", p.primary},
          {"primary-hover", p.primary_hover},
          {"on-primary", p.on_primary},
          {"link", p.link},
          {"focus", p.focus},
          {"header", p.header},
          {"on-header", p.on_header},
          {"danger", p.danger},
          {"danger-surface", p.danger_surface},
          {"success", p.success},
          {"success-surface", p.success_surface},
          {"warning", p.warning},
          {"warning-surface", p.warning_surface},
          {"neutral-surface", p.neutral_surface}};
}

}  // namespace laurel::ui
