// A picture that the member has chosen on their device, as the host read it.
#pragma once

#include <cstdint>
#include <string>

namespace laurel::app {

struct ChosenFile {
  std::string name;          // "portrait.jpg"
  std::int64_t bytes = 0;
  int width = 0;             // in pixels, upright; 0 where the browser cannot read it as a picture
  int height = 0;
  std::string address;       // under which the browser shows it, "blob:…"
  std::string content;       // base64 (RFC 4648, section 4); empty where it is too large to be sent
};

}  // namespace laurel::app
