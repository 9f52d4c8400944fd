#include "web/page/page.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "app/drafts/kept.h"
#include "app/unsaved.h"
#include "base/deferred.h"
#include "imgui.h"
#include "ui/patch.h"
#include "ui/theme.h"
#include "ui/views/desk_view.h"

namespace laurel::web {
namespace {

Host host_of(const Opening& opening) {
  if (opening.host == "worker") return WorkerHost{opening.worker_url, opening.worker_files};
  return FetchHost{};
}

ui::Scheme scheme_of(const Environment& environment) {
  if (environment.more_contrast) {
    return environment.dark ? ui::Scheme::dark_more_contrast : ui::Scheme::light_more_contrast;
  }
  return environment.dark ? ui::Scheme::dark : ui::Scheme::light;
}

app::Reply to_reply(TransportReply reply) {
  const bool arrived = reply.outcome == TransportReply::Outcome::answered;
  return {arrived, reply.status, std::move(reply.body)};
}

ui::Fonts add_fonts(CanvasFonts& fonts, ui::Runs& runs) {
  const std::string family(ui::font_family);
  return {fonts.add(family.c_str(), ui::regular_weight), fonts.add(family.c_str(), ui::bold_weight),
          &runs};
}

}  // namespace

Page::Page(const Opening& opening, domain::Association association)
    : desk_(std::move(association)),
      transport_(host_of(opening),
                 [this](TransportReply reply) { reply_arrived(std::move(reply)); }),
      session_channel_(desk_.model().association.id,
                       [this] { post(app::SessionMayHaveChanged{}); }),
      adviser_([this](Advice advice) {
        post(app::PasswordAdvised{advice.question, advice.score, std::move(advice.warning)});
      }),
      qr_encoder_([this](QrCode code) {
        post(app::QrCodeMade{std::move(code.text), std::move(code.path), code.size});
      }),
      canvas_fonts_(*ImGui::GetIO().Fonts, runs_),
      fonts_(add_fonts(canvas_fonts_, runs_)) {
  transport_.on_records([this](const WorkerRecords& records) { records_changed(records); });
  listen(document_events());
  post(app::Started{.fragment = opening.fragment,
                    .client_key = opening.client_key,
                    .member_expected = opening.member_expected,
                    .demo = opening.host == "worker",
                    .all_parts_here = false});
}

DocumentEvents Page::document_events() {
  DocumentEvents events;
  events.on_event = [this](ui::Event event) {
    surroundings_.events.push_back(std::move(event));
    request_frame();
  };
  events.on_focus = [this](ui::Focus focus) {
    surroundings_.focus = std::move(focus);
    use_begins();
    request_frame();
  };
  events.on_pointer = [this](ui::Pointer pointer) {
    pointer_ = pointer;
    if (pointer.down) use_begins();
    request_frame();
  };
  events.on_fragment = [this](std::string_view fragment) {
    // What was typed or ticked just before belongs to the screen that is left.
    if (!surroundings_.events.empty()) draw_until_settled(scroll_y_);
    post(app::FragmentChanged{std::string(fragment)});
  };
  events.on_shown = [this] { post(app::PageShown{}); };
  events.on_environment = [this](const Environment& environment) {
    // The page also tells of a resize that concerns its own height alone.
    if (environment == environment_) return;
    environment_ = environment;
    surroundings_.page_width = environment.page_width;
    surroundings_.view_height = environment.view_height;
    surroundings_.device_pixel_ratio = environment.device_pixel_ratio;
    if (environment.right_to_left) surroundings_.direction = base::Direction::right_to_left;
    surroundings_.scheme = scheme_of(environment);
    request_frame();
  };
  events.on_frame = [this](float scroll_y) { frame(scroll_y); };
  events.on_part = [this](int part, PartState state) {
    part_answered(static_cast<app::Part>(part), state);
  };
  events.on_canvas_lost = [this] {
    canvas_.lose();
    show_canvas(false);
    request_frame();  // the mirror needs what was out of view
  };
  events.on_canvas_restored = [this] {
    canvas_.restore();
    request_frame();
  };
  return events;
}

void Page::reply_arrived(TransportReply reply) {
  const app::RequestId id{reply.id};
  post(app::ReplyArrived{id, to_reply(std::move(reply))});
}

/// Of the demo: a server's are no business of the page.
void Page::records_changed(const WorkerRecords& records) {
  using State = WorkerRecords::State;
  post(app::RecordsBlocked{records.state == State::blocked});
  if (records.state != State::in_memory) return;
  if (records.reason == storage_context::outdated) return post(app::Superseded{});
  post(app::StorageDenied{});
}

void Page::post(const app::Action& action) {
  desk_.post(action);
  run_commands();
  keep_drafts();  // a hidden tab draws no frame that would
  request_frame();
}

void Page::keep_drafts() {
  if (!drafts_) return;
  constexpr app::Part part = app::part_of(app::Feature::drafts);
  drafts_->keep(base::deferred<part, app::kept_drafts>(desk_.model()));
}

void Page::use_begins() {
  desk_.post(app::UseBegun{});
  run_commands();
}

void Page::part_answered(app::Part part, PartState state) {
  if (state != PartState::arrived) {
    return post(app::PartMissed{part, state == PartState::outdated});
  }
  if (!drafts_) open_drafts();
  desk_.post(app::PartArrived{part});
  run_commands();
  if (app::part_of(desk_.model().route.view) == part) request_frame();
}

/// What was typed before is only asked for when there are forms that it belongs to.
void Page::open_drafts() {
  drafts_.emplace(desk_.model().association.id,
                  DraftEvents{.on_restored =
                                  [this](std::string kept) {
                                    post(app::DraftsRestored{std::move(kept)});
                                  },
                              .on_denied = [this] { post(app::StorageDenied{}); },
                              .on_superseded = [this] { post(app::Superseded{}); },
                              .on_blocked =
                                  [this](bool blocked) {
                                    post(app::DraftsBlocked{blocked});
                                  }});
}

struct Page::RunCommand {
  Page& page;

  void operator()(const app::SendRequest& request) const {
    page.transport_.send({.id = static_cast<RequestId>(request.id.value),
                          .method = request.method,
                          .path = request.path,
                          .body = request.body,
                          .idempotency_key = request.idempotency_key});
  }
  void operator()(const app::Navigate& navigate) const {
    change_address(app::fragment_of(navigate.route), navigate.history == app::History::replace);
  }
  void operator()(const app::UndoNavigation&) const { undo_navigation(); }
  void operator()(const app::MoveFocus& focus) const { page.focus_wanted_ = focus.key; }
  void operator()(const app::AskPasswordAdvice& ask) const {
    page.adviser_.ask(ask.question, ask.password, ask.context);
  }
  void operator()(const app::SaveFile& file) const {
    save_file(file.name, file.content_type, file.content);
  }
  void operator()(const app::PrintPage&) const { print_page(); }
  void operator()(const app::MakeQrCode& make) const { page.qr_encoder_.encode(make.text); }
  void operator()(const app::LoadPart& load) const { load_part(static_cast<int>(load.part)); }
  void operator()(const app::TellOtherTabs&) const {
    page.session_channel_.announce_session_change();
  }
};

void Page::run_commands() {
  for (const app::Command& command : desk_.take_commands()) std::visit(RunCommand{*this}, command);
}

ui::CanvasSpec Page::canvas_for(float scroll_y) const {
  const float view = surroundings_.view_height;
  const float content = std::max(content_height_, view);
  // Half a view above and below what is seen, so that scrolling rarely asks for a frame.
  const float height = std::min(content, std::ceil(view * 2));
  const float top = std::clamp(std::floor(scroll_y - (height - view) / 2), 0.0F, content - height);
  const float ratio = surroundings_.device_pixel_ratio;
  return {std::floor(top * ratio) / ratio, surroundings_.page_width, height};
}

/// A press changes what must be shown, the height of what is shown decides how large the canvas is, and
/// its letters how large their texture: the frame that the member sees is the one where nothing more
/// changes.
ui::FrameResult Page::draw_until_settled(float scroll_y) {
  constexpr int most_passes = 4;
  surroundings_.mirror_is_page = environment_.mirror_is_page || !canvas_.works();
  ui::FrameResult result;
  for (int pass = 0; pass < most_passes; ++pass) {
    drawn_ = canvas_for(scroll_y);
    const float footer_height = measured_.footer_height;
    const int texture = canvas_fonts_.texture();
    result = ui::draw_frame(desk_.model(), desk_.drafts(), surroundings_, drawn_, pointer_, fonts_,
                            measured_);
    surroundings_.events.clear();
    content_height_ = result.content_height;
    const bool stands = measured_.footer_height == footer_height &&
                        canvas_fonts_.texture() == texture && canvas_for(scroll_y) == drawn_;
    for (const app::Action& action : result.actions) desk_.post(action);
    if (!result.again && stands) break;
  }
  run_commands();
  return result;
}

void Page::frame(float scroll_y) {
  scroll_y_ = scroll_y;
  const ui::FrameResult result = draw_until_settled(scroll_y);
  present(result);
  keep_drafts();
  if (app::has_unsaved(desk_.model()) != asks_before_closing_) {
    asks_before_closing_ = !asks_before_closing_;
    ask_before_closing(asks_before_closing_);
  }
  if (!focus_wanted_.empty()) move_focus(std::exchange(focus_wanted_, {}));
}

/// The demo's records are nowhere but here. With a server there are only drafts, for a day.
void Page::ask_for_persistence() {
  if (persistence_asked_ || !desk_.model().demo ||
      desk_.model().session.presence != app::Presence::signed_in) {
    return;
  }
  persistence_asked_ = true;
  request_persistence([](bool) {});  // either way the demo goes on
}

void Page::present(const ui::FrameResult& frame) {
  std::vector<ui::Element> elements = ui::elements_of(frame.tree);
  set_content_height(std::max(frame.content_height, surroundings_.view_height));
  apply_patch(ui::make_patch(mirrored_, elements));
  mirrored_ = std::move(elements);
  if (std::string title = ui::document_title(desk_.model()); title != title_) {
    set_title(title);
    title_ = std::move(title);
  }
  if (desk_.model().session.presence != app::Presence::unknown) {
    remember_presence(desk_.model().session.presence == app::Presence::signed_in);
    ask_for_persistence();
  }
  if (!canvas_.works()) return;
  place_canvas(drawn_, surroundings_.device_pixel_ratio);
  const ui::Palette palette =
      ui::palette_of(surroundings_.scheme, desk_.model().association.brand);
  canvas_fonts_.draw_glyphs();
  canvas_.draw(*ImGui::GetDrawData(), palette.page);
  show_canvas(true);
}

}  // namespace laurel::web
