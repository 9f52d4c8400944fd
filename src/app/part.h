// The parts in which the page's program is loaded, so that the first visit stays small however many
// screens there are.
//
// To add one: a line in Part, and its features in the table of feature.h, from which everything that calls
// them takes it. The build, the site and the page take the rest from here: cmake/parts.py reads the
// enumerators by name and number.
#pragma once

namespace laurel::app {

enum class Part {
  first,         // the frame of the page, the landing page, signing in: always here
  common,        // what several of the following need; it comes with each of them
  joining,       // registration, the pages that mails lead to, a forgotten password
  desk,          // what a signed-in member has: dashboard, certificates, profile, members, devices
  public_pages,  // what everybody may read: the catalogue, texts, search, verification; the demo's mails
};

}  // namespace laurel::app
