// Calls into a part of a program that may arrive later than the rest.
//
// A page need not load what its first screens do not use. A function that is called as
//
//   base::deferred<Part::desk, profile_view>(ui, model, actions);
//
// instead of `profile_view(ui, model, actions)`, and everything that only that part uses, is put into
// a WebAssembly module of its own (cmake/split_wasm.py); the caller makes sure that it has been loaded.
// Parts are the enumerators of one enum, see app/part.h. In a native program it is a call like any other.
#pragma once

#include <utility>

namespace laurel::base {

template <auto part, auto function>
struct Deferred;

template <auto part, class R, class... Parameters, R (*function)(Parameters...)>
struct Deferred<part, function> {
  /// Where the part begins: cmake/split_wasm.py knows it, and the part's number, by its name.
  static R run(Parameters... parameters) {
    return function(std::forward<Parameters>(parameters)...);
  }

  /// Volatile, so that no optimiser sees what is called and makes the callee part of the caller.
  inline static R (*volatile const entry)(Parameters...) = &run;
};

template <auto part, auto function, class... Arguments>
decltype(auto) deferred(Arguments&&... arguments) {
  return Deferred<part, function>::entry(std::forward<Arguments>(arguments)...);
}

}  // namespace laurel::base
