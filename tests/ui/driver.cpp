#include "tests/support/backend.h"
#include "tests/ui/driver.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <doctest/doctest.h>

#include "base/writing_direction.h"
#include "imgui.h"
#include "protocol/routes.h"
#include "service/kernel/services.h"
#include "ui/headless_font.h"
#include "ui/views/desk_view.h"

namespace laurel::tests {

struct Driver::RunCommand {
  Driver& driver;

  void operator()(const app::SendRequest& request) const {
    ++driver.requests_sent_;
    driver.replies_.push_back({request.id, driver.answer(request)});
  }
  void operator()(const app::Navigate& navigate) const {
    driver.address_ = app::fragment_of(navigate.route);
  }
  void operator()(const app::UndoNavigation&) const {
    driver.address_ = app::fragment_of(driver.desk_.model().route);
  }
  void operator()(const app::MoveFocus& focus) const {
    driver.surroundings_.focus = {focus.key, true};
  }
  void operator()(const app::TellOtherTabs&) const { ++driver.announcements_; }
  void operator()(const app::SaveFile& file) const { driver.saved_file_ = file; }
  void operator()(const app::PrintPage&) const { ++driver.pages_printed_; }
  void operator()(const app::LoadPart& load) const {
    driver.parts_asked_.push_back(load.part);
    if (driver.loading_ == Loading::held) {
      driver.held_.push_back(load.part);
    } else {
      driver.load(load.part);
    }
  }
  void operator()(const app::MakeQrCode& make) const { driver.qr_wanted_ = make.text; }
  void operator()(const app::AskPasswordAdvice& ask) const { driver.advice_asked_ = ask; }
};

namespace {

domain::Association in_language(domain::Association association, std::string_view language) {
  if (!language.empty()) association.language = language;
  return association;
}

}  // namespace

Driver::Driver(std::string_view association, std::string_view language)
    : desk_(in_language(backend_.associations.find(association)->second, language)) {
  surroundings_.direction = base::direction_of_language(desk_.model().association.language);
  ImGui::CreateContext();
  ui::configure_imgui();
  fonts_ = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs_);
}

Driver::~Driver() { ImGui::DestroyContext(); }

void Driver::open(std::string_view fragment) {
  desk_ = app::Desk(desk_.model().association);
  restored_ = false;
  address_ = fragment;
  // As the browser draws it anew for each page; see app::Requests.
  const std::string client_key = "page-" + std::to_string(++pages_opened_);
  desk_.post(app::Started{.fragment = std::string(fragment),
                          .client_key = client_key,
                          .demo = demo_,
                          .all_parts_here = false});
  settle();
}

void Driver::go_to(std::string_view fragment) {
  address_ = fragment;
  desk_.post(app::FragmentChanged{std::string(fragment)});
  settle();
}

void Driver::advise(int score, std::string_view warning) {
  REQUIRE(advice_asked_);
  post(app::PasswordAdvised{advice_asked_->question, score, std::string(warning)});
}

void Driver::restore(std::string_view kept) { post(app::DraftsRestored{std::string(kept)}); }

void Driver::post(const app::Action& action) {
  desk_.post(action);
  settle();
}

void Driver::type(const Target& target, std::string_view text) {
  surroundings_.events.push_back(
      {.kind = ui::Event::Kind::edit, .key = only(target).key, .text = std::string(text)});
  settle();
}

void Driver::tick(const Target& target, bool checked) {
  surroundings_.events.push_back(
      {.kind = ui::Event::Kind::check, .key = only(target).key, .checked = checked});
  settle();
}

void Driver::press(const Target& target) {
  surroundings_.events.push_back({.kind = ui::Event::Kind::press, .key = only(target).key});
  settle();
}

void Driver::choose(const Target& target, const app::ChosenFile& file) {
  surroundings_.events.push_back(
      {.kind = ui::Event::Kind::choose, .key = only(target).key, .file = file});
  settle();
}

void Driver::sign_in(std::string_view email, std::string_view password) {
  type(field("E-mail address"), email);
  type(field("Password"), password);
  press(button("Log in"));
}

void Driver::scroll_to(float y) {
  scroll_y_ = y;
  settle();
}

void Driver::run_as_demo() { demo_ = true; }

void Driver::answer_with(std::string body) {
  given_answer_ = std::move(body);
  network_ = Network::given;
}

void Driver::load(app::Part part) {
  if (loading_ != Loading::works) {
    loaded_.push_back(app::PartMissed{part, loading_ == Loading::outdated});
    return;
  }
  loaded_.push_back(app::PartArrived{part});
  if (!std::exchange(restored_, true) && !kept_.empty()) {
    loaded_.push_back(app::DraftsRestored{kept_});
  }
}

void Driver::release_parts() {
  loading_ = Loading::works;
  for (const app::Part part : std::exchange(held_, {})) load(part);
  settle();
}

void Driver::release_replies(Arrival arrival) {
  network_ = Network::works;
  if (arrival == Arrival::newest_first) std::reverse(replies_.begin(), replies_.end());
  settle();
}

void Driver::another_tab_signed_in_or_out() {
  desk_.post(app::SessionMayHaveChanged{});
  settle();
}

bool Driver::shows(std::string_view words) const {
  return std::any_of(nodes().begin(), nodes().end(), [words](const ui::Node& node) {
    return !node.lines.empty() && node.name.find(words) != std::string::npos;
  });
}

std::string Driver::title() const { return ui::document_title(desk_.model()); }

const ui::Node* Driver::find(const Target& target) const {
  for (const ui::Node& node : nodes()) {
    if (node.role == target.role && node.name == target.name) return &node;
  }
  return nullptr;
}

const ui::Node& Driver::only(const Target& target) const {
  const auto count = std::count_if(nodes().begin(), nodes().end(), [&](const ui::Node& node) {
    return node.role == target.role && node.name == target.name;
  });
  INFO("looking for: ", target.name);
  REQUIRE(count == 1);
  return *find(target);
}

protocol::Response Driver::sent(protocol::Request request) {
  const bool for_mails = request.path == protocol::path_of(protocol::dev_mailbox, {});
  if (!demo_ || !for_mails) return browser_.send(std::move(request));
  service::kernel::Config config = backend_.services.config;
  config.dev_mailbox = true;
  service::kernel::Services demo(backend_.store, backend_.clock, backend_.entropy, backend_.hasher,
                                 backend_.images, backend_.associations, std::move(config));
  return tests::api().handle(request, demo);
}

app::Reply Driver::answer(const app::SendRequest& request) {
  if (network_ == Network::down) return {};
  if (network_ == Network::rubbish) return {true, 200, "<html>Welcome to this hotel's network"};
  if (network_ == Network::given) return {true, 200, given_answer_};
  protocol::Response response = sent({.method = request.method,
                                      .path = request.path,
                                      .content_type = "application/json",
                                      .idempotency_key = request.idempotency_key,
                                      .body = request.body});
  if (network_ == Network::lost) return {};
  return {true, response.status, std::move(response.body)};
}

void Driver::draw() {
  const ui::CanvasSpec canvas{scroll_y_, surroundings_.page_width, surroundings_.view_height};
  frame_ = ui::draw_frame(desk_.model(), desk_.drafts(), surroundings_, canvas, pointer_, fonts_,
                           measured_);
  surroundings_.events.clear();
}

void Driver::settle() {
  for (int round = 0; round < 20; ++round) {
    for (const app::Command& command : desk_.take_commands()) {
      std::visit(RunCommand{*this}, command);
    }
    draw();
    for (const app::Action& action : frame_.actions) desk_.post(action);
    if (desk_.model().parts.is_here(app::Part::common)) kept_ = app::kept_drafts(desk_.model());
    const bool waits = network_ == Network::held;
    if (!frame_.again && loaded_.empty() && (replies_.empty() || waits)) return;
    for (const app::Action& action : std::exchange(loaded_, {})) desk_.post(action);
    if (waits) continue;
    for (const app::ReplyArrived& reply : std::exchange(replies_, {})) desk_.post(reply);
  }
  FAIL("the desk does not settle");
}

}  // namespace laurel::tests
