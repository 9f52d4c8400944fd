// What has changed between two frames' elements, for the mirror (web/page/document.js) to apply.
//
// A JSON document:
//   {"removed":["sign_in/email/error"],
//    "elements":[{"k":"sign_in/email","tag":"input","attributes":{"type":"email"},
//                 "rect":[320,1280,5120,768],"value":""}],
//    "children":{"sign_in":["sign_in/email/label","sign_in/email"]}}
//
// An element that is new has its "tag"; of one that changed only what changed is there. "attributes"
// is always the whole set. "clip" is the part of an element's rectangle that is seen; both are in
// sixteenths of a pixel, of which no screen shows one: whole numbers are written and read the fastest.
// "lines" are [words, 1 where a space follows, else 0]. "children" holds the order below every parent
// where it changed; the mirror itself is the parent "".
#pragma once

#include <string>
#include <vector>

#include "ui/elements.h"

namespace laurel::ui {

/// Empty where nothing has changed. Keys must be unique in each list.
[[nodiscard]] std::string make_patch(const std::vector<Element>& before,
                                     const std::vector<Element>& after);

}  // namespace laurel::ui
