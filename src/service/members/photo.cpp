// Members' photos. An upload costs a try before anything of it is decoded, and only one whose
// header is in order gets so far; the file itself is kept nowhere, not even in the reply that is
// stored for its Idempotency-Key.
#include "base/bytes.h"
#include "domain/picture.h"
#include "domain/privacy.h"
#include "protocol/members.h"
#include "service/accounts/member_call.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/members/handlers.h"
#include "service/members/profile_records.h"
#include "service/members/schema.h"
#include "service/store/records.h"

namespace laurel::service::members {
namespace {

using protocol::FieldCode;
using protocol::ProblemCode;

/// Twenty, then one for each 72 minutes: twenty a day.
constexpr domain::RateLimit upload_limit{20, std::chrono::minutes(72)};

static_assert(domain::shows(domain::Privacy::private_profile, "photo") &&
                  domain::shows(domain::Privacy::general_profile, "photo"),
              "read_photo asks nobody's privacy option");

/// An upload whose header was read.
struct Picture {
  std::string file;
  domain::PictureHeader header;
  domain::Square crop;
};

FieldCode code_of(domain::PictureFault fault) {
  return fault == domain::PictureFault::too_many_pixels ? FieldCode::too_many_pixels
                                                        : FieldCode::not_a_picture;
}

kernel::Refusal refused(FieldCode code) { return kernel::invalid({{"photo", code}}); }

domain::Square crop_of(const protocol::PhotoUpload& upload, domain::PictureSize size) {
  if (!upload.crop) return domain::centre_square(size);
  return {upload.crop->x, upload.crop->y, upload.crop->size};
}

kernel::OrProblem<Picture> read_picture(const protocol::PhotoUpload& upload) {
  auto file = base::from_base64(upload.picture);
  if (!file) return kernel::malformed("picture: base64 expected");
  if (file->size() >= domain::max_picture_bytes) {
    return refused(FieldCode::too_large);
  }
  const auto header = domain::read_picture_header(*file);
  if (!header) return refused(code_of(header.error()));
  if (domain::picture_kind_of_name(upload.file_name) != header->kind) {
    return refused(FieldCode::not_a_picture);
  }
  const domain::PictureSize size = domain::upright_size(*header);
  const domain::Square crop = crop_of(upload, size);
  if (!domain::lies_within(crop, size)) {
    return kernel::invalid({{"crop", FieldCode::invalid}});
  }
  return Picture{std::move(*file), *header, crop};
}

/// What is answered where the member has used up the tries.
std::optional<kernel::Refusal> pay(kernel::Services& services, const domain::Member& member) {
  const std::vector buckets{
      kernel::Bucket{kernel::hash_of(services, "photos " + member.id.value), upload_limit}};
  std::optional<kernel::Refusal> response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    response.reset();
    const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
    if (!retry_after) return tl::unexpected(retry_after.error());
    if (*retry_after) response = kernel::too_many_tries(**retry_after);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

/// Puts `photo` in the place of the one that the member has, which is erased.
base::Status replace_photo(ports::Transaction& transaction, const domain::Member& member,
                           const std::optional<PhotoRecord>& photo) {
  auto record = load_profile(transaction, member.id);
  if (!record) return tl::unexpected(record.error());
  if (record->photo) {
    const auto erased = transaction.erase(schema::photos, *record->photo);
    if (!erased) return erased;
  }
  record->photo = photo ? std::optional(photo->photo) : std::nullopt;
  if (photo) {
    if (auto saved = store::save(transaction, *photo); !saved) return saved;
  }
  return save_profile(transaction, *record);
}

}  // namespace

kernel::OrProblem<protocol::PhotoResponse> save_photo(const accounts::MemberCall& call,
                                                      kernel::Services& services,
                                                      const protocol::PhotoUpload& upload) {
  const auto picture = read_picture(upload);
  if (!picture) return kernel::Refusal(picture.error());
  const domain::Member& member = call.account.member;
  PhotoRecord photo{kernel::new_id(services), member.association, ""};
  const auto decode = [&]() -> std::optional<kernel::Refusal> {
    if (auto response = pay(services, member)) return response;
    const auto jpeg = services.images.portrait(picture->file, picture->header, picture->crop);
    if (jpeg) {
      photo.picture = base::to_base64(*jpeg);
      return std::nullopt;
    }
    return refused(jpeg.error() == ports::ImageFault::damaged ? FieldCode::not_a_picture
                                                              : FieldCode::unsupported);
  };
  const auto keep = [&](ports::Transaction& transaction)
      -> base::Result<kernel::OrProblem<protocol::PhotoResponse>> {
    if (auto status = replace_photo(transaction, member, photo); !status) {
      return tl::unexpected(status.error());
    }
    return protocol::PhotoResponse{photo.photo};
  };
  return kernel::once<protocol::PhotoResponse>(call, services, member.id.value, call.request.body,
                                               keep, decode);
}

kernel::OrProblem<protocol::NoContent> remove_photo(const accounts::MemberCall& call,
                                                    kernel::Services& services) {
  const domain::Member& member = call.account.member;
  return kernel::once<protocol::NoContent>(
      call, services, member.id.value, "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::NoContent>> {
        const auto status = replace_photo(transaction, member, std::nullopt);
        if (!status) return tl::unexpected(status.error());
        return protocol::NoContent{};
      });
}

kernel::OrProblem<protocol::Picture> read_photo(const accounts::MemberCall& call,
                                                kernel::Services& services) {
  std::optional<PhotoRecord> photo;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = store::load<PhotoRecord>(transaction, call.parameters[1]);
    if (!found) return tl::unexpected(found.error());
    photo = std::move(*found);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!photo || photo->association != call.association->id)
    return kernel::problem(ProblemCode::not_found);
  auto jpeg = base::from_base64(photo->picture);
  if (!jpeg) return kernel::unavailable(services, {base::ErrorCode::corrupt, "photos: no base64"});
  // Another picture has another name. A browser has to ask for the photo that it has kept each time,
  // so it shows none once its member has signed out, nor one that somebody has taken off.
  return protocol::Picture{.bytes = std::move(*jpeg), .tag = photo->photo};
}

}  // namespace laurel::service::members
