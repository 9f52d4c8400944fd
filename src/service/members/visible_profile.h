// What leaves a profile for other members: the only way from a ProfileRecord to them.
#pragma once

#include <string>
#include <vector>

#include "protocol/members.h"
#include "service/members/profile_records.h"

namespace laurel::service::members {

/// With the fields that the option shows (domain/privacy.h) and the member has given. What is hidden
/// and what is not given are both absent, so that nobody can tell them apart.
[[nodiscard]] protocol::VisibleProfile visible_profile(
    const ProfileRecord& record, const std::string& email,
    std::vector<protocol::CertificateSummary> certificates, domain::Privacy privacy);

}  // namespace laurel::service::members
