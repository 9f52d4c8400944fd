#include "app/members/directory/update.h"

#include <algorithm>
#include <iterator>

#include "app/catalogue/update.h"
#include "app/members/directory/model.h"
#include "app/members/keys.h"
#include "app/members/requests.h"
#include "app/send.h"
#include "base/utf8.h"

namespace laurel::app::members {
namespace {

void add_part(std::string& query, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!query.empty()) query += "&";
  query += std::string(name) + "=" + protocol::percent_encoded(value);
}

void set_part(DirectoryFilters& filters, std::string_view name, std::string value) {
  if (name == "words") filters.words = std::move(value);
  if (name == "country") filters.country = std::move(value);
  if (name == "association") filters.member_association = std::move(value);
  if (name == "certified") filters.certified = value == "yes";
}

std::optional<std::string> if_given(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// Asks for what follows on what was read.
void read_on(Model& model, Commands& commands) {
  Directory& directory = model.member.directory;
  DirectoryFilters filters = filters_of(directory.query);
  const std::optional<std::string> after =
      directory.found.content ? directory.found.content->after : std::nullopt;
  const protocol::DirectorySearch search{
      if_given(std::move(filters.words)), if_given(std::move(filters.country)),
      if_given(std::move(filters.member_association)),
      filters.certified ? std::optional(true) : std::nullopt, after};
  directory.found.trouble.reset();
  send(model, commands, Purpose::search_directory, protocol::directory_search,
       base::encode_json(search));
}

void start_search(Model& model, Commands& commands) {
  model.member.directory = {model.route.parameter, {}};
  read_on(model, commands);
}

/// Adds a page. Returns the first of its members who was not there; nothing where it has none.
std::optional<std::string> add_page(Directory& directory, protocol::DirectoryResponse page) {
  if (!directory.found.content) directory.found.content.emplace();
  auto& content = *directory.found.content;
  content.after = std::move(page.after);
  if (page.members.empty()) return std::nullopt;
  const std::string first = page.members.front().member_id.value;
  std::move(page.members.begin(), page.members.end(), std::back_inserter(content.members));
  return first;
}

}  // namespace

std::string query_of(const DirectoryFilters& filters) {
  std::string query;
  add_part(query, "words", base::trim(filters.words));
  add_part(query, "country", filters.country);
  add_part(query, "association", filters.member_association);
  add_part(query, "certified", filters.certified ? "yes" : "");
  return query;
}

DirectoryFilters filters_of(std::string_view query) {
  DirectoryFilters filters;
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(part.size() + 1, query.size()));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    auto value = protocol::percent_decoded(part.substr(equals + 1));
    if (value) set_part(filters, part.substr(0, equals), std::move(*value));
  }
  return filters;
}

void forget_directory(Model& model) {
  model.member.directory = {};
  model.requests.drop(Purpose::search_directory);
}

void open_directory(Model& model, Commands& commands) {
  model.drafts.member.directory = filters_of(model.route.parameter);
  catalogue::read_member_associations(model, commands);
  Directory& directory = model.member.directory;
  const bool is_there = directory.query == model.route.parameter && directory.found.content;
  if (!is_there) return start_search(model, commands);
  // Back from a member's page, or trying again to read on.
  if (directory.found.trouble) read_on(model, commands);
}

void directory_search_pressed(Model& model, Commands& commands) {
  const Route wanted{View::members, query_of(model.drafts.member.directory)};
  if (!(wanted == model.route)) {
    model.route = wanted;
    commands.push_back(Navigate{wanted, History::push});
  }
  commands.push_back(MoveFocus{std::string(keys::members_count)});
  start_search(model, commands);
}

void more_members_pressed(Model& model, Commands& commands) {
  const bool busy = model.requests.is_pending(Purpose::search_directory);
  if (!busy && model.member.directory.found.content) read_on(model, commands);
}

void directory_replied(Model& model, Commands& commands, const Reply& reply) {
  Directory& directory = model.member.directory;
  // A country or an association that is not there, in an address: nobody is of it.
  if (is_problem(reply, protocol::ProblemCode::invalid)) {
    directory.found = {protocol::DirectoryResponse{}, std::nullopt};
    return;
  }
  auto page = content_of<protocol::DirectoryResponse>(reply);
  if (!page) {
    directory.found.trouble = trouble_of(reply);
    return;
  }
  const bool goes_on = directory.found.content && !directory.found.content->members.empty();
  const auto first = add_page(directory, std::move(*page));
  if (!first && directory.found.content->after) return read_on(model, commands);
  if (first && goes_on) commands.push_back(MoveFocus{keys::member_link(*first)});
}

}  // namespace laurel::app::members
