// Calls into the part of a program that may arrive later than the rest.
//
// A page need not load what its first screens do not use. A function that is called as
//
//   base::deferred<profile_view>(ui, model, actions);
//
// instead of `profile_view(ui, model, actions)`, and everything that nothing else uses, is put into
// a second WebAssembly module (cmake/split_wasm.py); the caller makes sure that it has been loaded.
// In a native program it is a call like any other.
#pragma once

#include <utility>

namespace laurel::base {

template <auto function>
struct Deferred;

template <class R, class... Parameters, R (*function)(Parameters...)>
struct Deferred<function> {
  /// Where the second module begins: cmake/split_wasm.py knows it by its name.
  static R run(Parameters... parameters) {
    return function(std::forward<Parameters>(parameters)...);
  }

  /// Volatile, so that no optimiser sees what is called and makes the callee part of the caller.
  inline static R (*volatile const entry)(Parameters...) = &run;
};

template <auto function, class... Arguments>
decltype(auto) deferred(Arguments&&... arguments) {
  return Deferred<function>::entry(std::forward<Arguments>(arguments)...);
}

}  // namespace laurel::base
