#include "app/drafts/kept.h"

#include "app/drafts/record.h"

namespace laurel::app {

std::string kept_drafts(const Model& model) {
  const KeptRegistration kept{model.drafts.registration, model.drafts.certificates,
                              model.registration.pending, model.registration.found,
                              model.registration.searched};
  std::string json = base::encode_json(kept);
  return json == base::encode_json(KeptRegistration{}) ? std::string() : json;
}

}  // namespace laurel::app
