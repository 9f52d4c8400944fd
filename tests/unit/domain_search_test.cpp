#include "domain/search.h"

#include <doctest/doctest.h>

#include "domain/folding.h"

namespace laurel::domain {
namespace {

using Words = std::vector<std::string>;

/// The places of the things that are found.
std::vector<std::size_t> places(std::string_view query, const std::vector<Searchable>& things,
                                std::size_t limit = 50) {
  std::vector<std::size_t> out;
  for (const Found& found : search(folded_words(query), things, limit)) out.push_back(found.thing);
  return out;
}

using Places = std::vector<std::size_t>;

TEST_CASE("words lie between spaces and punctuation of any script") {
  CHECK(folded_words("  Ødegård-Núñez, Zoë ") == Words{"odegard", "nunez", "zoe"});
  CHECK(folded_words("“Level C” – Certified…") == Words{"level", "c", "certified"});
  CHECK(folded_words("山田、花子。") == Words{"山田", "花子"});
  CHECK(folded_words("مرحبا، كيف؟") == Words{"مرحبا", "كيف"});
  CHECK(folded_words("می\u200Cخواهم") == Words{"می\u200Cخواهم"});
  CHECK(folded_words(" –…!?「」 ").empty());
  CHECK(folded_letters("  Ødegård-Núñez, Zoë ") == "odegardnunezzoe");
  CHECK(folded_letters("“山田、花子。” 1") == "山田花子1");
  CHECK(folded_letters(" –…!?「」 ").empty());
}

TEST_CASE("every word begins a word, whatever its case, accents and order") {
  const std::vector<Searchable> things = {{"Risk workshop in Łódź", {"Held by Zoë Ødegård."}},
                                          {"Frisky business", {}}};
  CHECK(places("risk", things) == Places{0});
  CHECK(places("LODZ ris", things) == Places{0});
  CHECK(places("ódegard zoe łodz", things) == Places{0});
  CHECK(places("risk nowhere", things).empty());
  CHECK(places("isk", things).empty());
  CHECK(places("", things).empty());
  CHECK(places("!?", things).empty());
}

TEST_CASE("whole titles come first, then words in titles, then the rest, each in its order") {
  const std::vector<Searchable> things = {{"About", {"Our privacy policy is short."}},
                                          {"Privacy policy for events", {}},
                                          {"Policy", {"privacy"}},
                                          {"Policy, privacy", {}},
                                          {"Privacy policy", {}}};
  CHECK(places("privacy policy", things) == Places{3, 4, 1, 0, 2});
  CHECK(places("privacy policy", things, 2) == Places{3, 4});
}

TEST_CASE("the line that is shown is the first with the most of what the title lacks") {
  const std::vector<Searchable> things = {
      {"Cookies", {"We set two.", "One keeps you signed in.", "Signed in for 90 days."}}};
  CHECK(search({"cookies"}, things, 9) == std::vector<Found>{{0, std::nullopt}});
  CHECK(search({"cookies", "signed"}, things, 9) == std::vector<Found>{{0, 1}});
  CHECK(search({"days", "signed"}, things, 9) == std::vector<Found>{{0, 2}});
  CHECK(search({"two", "keeps"}, things, 9) == std::vector<Found>{{0, 0}});
}

TEST_CASE("scripts without spaces: every character begins a word; others as Latin does") {
  const std::vector<Searchable> things = {{"国際プロジェクトIPMA認定", {}},
                                          {"شهادة إدارة المشاريع", {}},
                                          {"프로젝트 관리", {}},
                                          {"การบริหารโครงการ", {}}};
  CHECK(places("認定", things) == Places{0});
  CHECK(places("プロジェクト 国際", things) == Places{0});
  CHECK(places("ipma", things) == Places{0});
  CHECK(places("pma", things).empty());
  CHECK(places("إدارة شهاد", things) == Places{1});
  CHECK(places("دارة", things).empty());
  CHECK(places("관", things) == Places{2});
  CHECK(places("젝트", things).empty());
  CHECK(places("โครงการ", things) == Places{3});
}

TEST_CASE("sentences end where a space follows, or with a wide stop") {
  CHECK(sentences_of("One. Two? 2.5 of them! ") == Words{"One.", "Two?", "2.5 of them!"});
  CHECK(sentences_of("一つ。二つ。") == Words{"一つ。", "二つ。"});
  CHECK(sentences_of("").empty());
}

}  // namespace
}  // namespace laurel::domain
