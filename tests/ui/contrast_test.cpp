// WCAG 2.2, 1.4.3 and 1.4.11: contrast of every pair of colours, in every scheme, for every brand.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/codec.h"
#include "domain/association.h"
#include "ui/theme.h"

using namespace laurel;

TEST_CASE("contrast follows WCAG's own figures") {
  const auto css = [](const char* text) { return *ui::parse_colour(text); };
  CHECK(ui::contrast(css("#ffffff"), css("#000000")) == doctest::Approx(21.0));
  // G18 of WCAG's techniques: #767676 is the lightest grey that passes on white, #777777 fails.
  CHECK(ui::contrast(css("#ffffff"), css("#767676")) >= 4.5);
  CHECK(ui::contrast(css("#ffffff"), css("#777777")) < 4.5);
}

TEST_CASE("every pair of the theme can be read, in every scheme, for every association") {
  int associations = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(LAUREL_SOURCE_DIR "/assets/associations")) {
    std::ifstream file(entry.path());
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const auto association = base::decode_json<domain::Association>(json);
    REQUIRE(association);
    ++associations;
    for (const auto scheme : {ui::Scheme::light, ui::Scheme::dark, ui::Scheme::light_more_contrast,
                              ui::Scheme::dark_more_contrast}) {
      for (const auto& pair : ui::contrast_pairs(ui::palette_of(scheme, association->brand))) {
        CAPTURE(association->id);
        CAPTURE(static_cast<int>(scheme));
        CAPTURE(pair.name);
        CHECK(ui::contrast(pair.foreground, pair.background) >= pair.minimum);
      }
    }
  }
  CHECK(associations >= 2);
}
