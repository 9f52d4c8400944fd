#include "sample/people.h"

#include <array>

#include "sample/names.h"

namespace laurel::sample {
namespace {

using domain::Gender;
using domain::Privacy;

constexpr std::array<std::string_view, 3> mail_domains = {"example.org", "example.com",
                                                          "example.net"};
constexpr std::array<std::string_view, 8> job_titles = {
    "Project manager", "Programme lead", "Head of PMO", "Site engineer", "Product owner",
    "Chef de projet", "Projektleiterin", "プロジェクトマネージャー"};
constexpr std::array<std::string_view, 8> companies = {
    "Skyline Works", "Northlight GmbH", "Blue Heron & Sons", "Río Verde S.A.", "桜建設",
    "Polar Rail", "Kraken Offshore", "City of Lakeside"};
constexpr std::array<std::string_view, 8> industries = {
    "Construction", "Energy", "Health care", "Information technology", "Public sector",
    "Rail and roads", "Research", "Consulting"};
constexpr std::array<std::string_view, 6> openings = {
    "I have built bridges, hospitals and teams.", "Projects are people, and then plans.",
    "From the first sketch to the last invoice.", "Ich leite Vorhaben, die niemand sonst will.",
    "Μου αρέσουν τα δύσκολα έργα.", "我喜欢把想法变成现实。"};
constexpr std::array<std::string_view, 6> closings = {
    "Ask me about risk.", "At home in four time zones.", "I teach in the evening.",
    "Looking for a mentor.", "Happy to mentor.", "Always with a spare pencil."};
constexpr std::array<std::string_view, 8> interests = {
    "chess", "sailing", "old maps", "choir", "mountains", "bees", "street photography", "bread"};

enum class Told { everything, something, nothing };

/// One of the list, as often as the profile tells something.
template <class List>
std::string told(Random& random, Told how_much, const List& list) {
  const std::string one(random.pick(list));
  const bool is_told = how_much == Told::everything || (how_much == Told::something &&
                                                        random.chance(50));
  return is_told ? one : std::string();
}

}  // namespace

Person make_person(std::uint64_t seed, std::string_view what, std::size_t index) {
  Random random(seed, what, index);
  // A third writes in Latin letters, the others share in the rest.
  const auto groups = name_groups();
  const NameGroup& group = random.chance(30) ? groups.front() : random.pick(groups);
  const Name& given = random.pick(group.given);
  const Name& family = random.pick(group.family);
  Person person;
  person.first_name = given.written;
  person.last_name = family.written;
  person.country = random.pick(group.countries);
  person.email = std::string(given.latin) + "." + std::string(family.latin) + "." +
                 std::string(what) + std::to_string(index) + "@" +
                 std::string(random.pick(mail_domains));
  return person;
}

domain::Profile make_profile(Random& random, const Person& person, const domain::Content& content,
                             int this_year) {
  const auto how_much = static_cast<Told>(random.below(3));
  const auto tells = [&] {
    const bool perhaps = random.chance(50);
    return how_much == Told::everything || (how_much == Told::something && perhaps);
  };
  domain::Profile profile;
  profile.first_name = person.first_name;
  profile.last_name = person.last_name;
  profile.country = person.country;
  profile.privacy = static_cast<Privacy>(random.below(3));
  if (tells()) profile.country_of_origin = person.country;
  if (tells() && !content.member_associations.empty()) {
    profile.member_association = random.pick(content.member_associations).short_name;
  }
  // No country has the code 999 (ITU-T E.164, list of assigned codes: reserved).
  if (tells()) profile.mobile = "+999" + std::to_string(10'000'000 + random.below(90'000'000));
  if (tells()) {
    profile.biography = random.pick(openings);
    profile.biography += "\n";
    profile.biography += random.pick(closings);
  }
  if (tells()) profile.gender = static_cast<Gender>(random.below(3));
  if (tells()) profile.year_of_birth = this_year - 20 - static_cast<int>(random.below(55));
  profile.job_title = told(random, how_much, job_titles);
  profile.company = told(random, how_much, companies);
  profile.industry = told(random, how_much, industries);
  if (tells()) profile.years_of_experience = static_cast<std::int64_t>(random.below(45));
  profile.interests = told(random, how_much, interests);
  return profile;
}

}  // namespace laurel::sample
