// Something that is read from the backend when its screen opens.
#pragma once

#include <optional>

#include "app/trouble.h"

namespace laurel::app {

template <class T>
struct Loaded {
  std::optional<T> content;        // nothing while it is loading; what was read last stays meanwhile
  std::optional<Trouble> trouble;  // why it could not be read
};

}  // namespace laurel::app
