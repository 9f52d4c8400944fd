#include "app/transition.h"
#include "base/visit.h"

namespace laurel::app {
namespace {

struct CommonDispatch {
  Model& model;
  Commands& commands;

  void operator()(const DraftsRestored& restored) const {
    drafts_restored(model, commands, restored);
  }
  void operator()(const PasswordEdited&) const { password_edited(model, commands); }
  void operator()(const PasswordAdvised& advised) const { password_advised(model, advised); }
};

}  // namespace

void common_happened(Model& model, Commands& commands, const CommonAction& action) {
  base::visit(CommonDispatch{model, commands}, action);
}

}  // namespace laurel::app
