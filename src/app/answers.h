// What the host answers to commands, in its terms. A feature that gives the command has the answer
// among its actions.
#pragma once

#include <cstdint>
#include <string>

namespace laurel::app {

struct DraftsRestored {  // what was kept when the page was here last; see app/drafts/kept.h
  std::string kept;
};
struct PasswordAdvised {  // the answer to AskPasswordAdvice
  std::int64_t question = 0;
  int score = 0;
  std::string warning;
};
struct QrCodeMade {  // the answer to MakeQrCode
  std::string text;
  std::string path;       // of its dark parts, as in SVG, a module being 1 × 1
  std::int64_t size = 0;  // of its side in modules, the margin with it
};

}  // namespace laurel::app
