// Uses the desk as a member does, without a browser: the real views, the real update and the real
// backend, joined by function calls. What a test names it names as a screen reader would.
//
//   Driver desk("ipma");
//   desk.open("#/login");
//   desk.type(field("E-mail address"), "mara.lind@example.org");
//   desk.press(button("Log in"));
//   CHECK(desk.shows("Welcome, Mara"));
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/desk.h"
#include "app/drafts/kept.h"
#include "protocol/http.h"
#include "tests/support/backend.h"
#include "ui/elements.h"
#include "ui/frame.h"

namespace laurel::tests {

/// What to look for: a role and its accessible name.
struct Target {
  ui::Role role;
  std::string name;
};
inline Target button(std::string name) { return {ui::Role::button, std::move(name)}; }
inline Target field(std::string name) { return {ui::Role::textbox, std::move(name)}; }
inline Target box(std::string name) { return {ui::Role::checkbox, std::move(name)}; }
inline Target radio(std::string name) { return {ui::Role::radio, std::move(name)}; }
inline Target select(std::string name) { return {ui::Role::combobox, std::move(name)}; }
inline Target slider(std::string name) { return {ui::Role::slider, std::move(name)}; }
inline Target file(std::string name) { return {ui::Role::file, std::move(name)}; }
inline Target link(std::string name) { return {ui::Role::link, std::move(name)}; }

/// How the way to the backend behaves for the next requests.
enum class Network {
  works,
  down,      // no answer at all
  lost,      // the backend does what is asked, but its answer does not arrive
  rubbish,   // 200 with something that is no JSON of ours
  given,     // 200 with what the test says
  held,      // answers wait until they are released
};

/// In which order the answers that were held arrive.
enum class Arrival { as_sent, newest_first };

/// What comes of a part of the program (app/part.h) when it is asked for.
enum class Loading { works, held, missing, outdated };

class Driver {
 public:
  /// In the association's language, or another one.
  explicit Driver(std::string_view association = "ipma", std::string_view language = {});
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  // What a member does. Each asserts that its target is there, and once.
  void open(std::string_view fragment);    // a page that starts anew, in the same browser
  void go_to(std::string_view fragment);  // back, forward, the address bar
  void type(const Target& target, std::string_view text);
  void tick(const Target& target, bool checked);
  void press(const Target& target);
  void choose(const Target& target, const app::ChosenFile& file);
  void sign_in(std::string_view email, std::string_view password);
  void scroll_to(float y);

  // What happens around them.
  void run_as_demo();  // the pages that are opened from now on
  void set_network(Network network) { network_ = network; }
  void answer_with(std::string body);
  void release_replies(Arrival arrival = Arrival::as_sent);
  void set_loading(Loading loading) { loading_ = loading; }
  void release_parts();  // those that were held
  void another_tab_signed_in_or_out();
  void restore(std::string_view kept);  // by another page of this browser
  void post(const app::Action& action);
  void advise(int score, std::string_view warning);  // on the password asked about last
  ui::Surroundings& surroundings() { return surroundings_; }
  ui::Pointer& pointer() { return pointer_; }
  Backend& backend() { return backend_; }
  Browser& browser() { return browser_; }

  // What they see.
  [[nodiscard]] bool shows(std::string_view words) const;
  [[nodiscard]] const ui::Node* find(const Target& target) const;
  [[nodiscard]] const std::vector<ui::Node>& nodes() const { return frame_.tree.nodes(); }
  [[nodiscard]] const ui::FrameResult& frame() const { return frame_; }
  [[nodiscard]] const std::vector<app::Part>& parts_asked() const { return parts_asked_; }
  [[nodiscard]] std::string title() const;  // of the browser's tab
  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] const std::string& focused() const { return surroundings_.focus.key; }
  [[nodiscard]] int requests_sent() const { return requests_sent_; }
  [[nodiscard]] const std::string& kept() const { return kept_; }  // in the browser's storage
  [[nodiscard]] const std::optional<app::AskPasswordAdvice>& advice_asked() const {
    return advice_asked_;
  }
  [[nodiscard]] const std::optional<app::SaveFile>& saved_file() const { return saved_file_; }
  [[nodiscard]] int pages_printed() const { return pages_printed_; }
  [[nodiscard]] const std::string& qr_wanted() const { return qr_wanted_; }  // the text of the code
  [[nodiscard]] int announcements() const { return announcements_; }

  /// Draws until nothing changes any more.
  void settle();

 private:
  struct RunCommand;

  void load(app::Part part);
  [[nodiscard]] const ui::Node& only(const Target& target) const;
  [[nodiscard]] app::Reply answer(const app::SendRequest& request);
  [[nodiscard]] protocol::Response sent(protocol::Request request);
  void draw();

  Backend backend_;
  Browser browser_{backend_};
  app::Desk desk_;  // a page's; the browser's cookies and the backend outlive it
  ui::Runs runs_;
  ui::Fonts fonts_;
  ui::Surroundings surroundings_;
  ui::Measured measured_;
  float scroll_y_ = 0;
  bool demo_ = false;
  ui::Pointer pointer_;
  ui::FrameResult frame_;
  Network network_ = Network::works;
  std::string given_answer_;
  Loading loading_ = Loading::works;
  std::vector<app::Part> parts_asked_;
  std::vector<app::Part> held_;
  std::vector<app::ReplyArrived> replies_;  // that have not been posted yet
  app::Actions loaded_;                     // the same, of the program's parts
  bool restored_ = false;                   // what was kept, on this page
  std::string address_;
  std::string kept_;
  std::optional<app::AskPasswordAdvice> advice_asked_;
  std::optional<app::SaveFile> saved_file_;
  std::string qr_wanted_;
  int pages_printed_ = 0;
  int pages_opened_ = 0;
  int requests_sent_ = 0;
  int announcements_ = 0;
};

}  // namespace laurel::tests
