// The page's host: runs the desk in a browser tab. It turns the browser's events into frames, frames
// into pictures and patches of the mirror, and runs the desk's commands.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/desk.h"
#include "ui/elements.h"
#include "ui/frame.h"
#include "web/advice/advice.h"
#include "web/fonts/canvas_font.h"
#include "web/page/canvas.h"
#include "web/page/document.h"
#include "web/page/draft_store.h"
#include "web/qr/qr.h"
#include "web/transport/session_channel.h"
#include "web/transport/transport.h"

namespace laurel::web {

class Page {
 public:
  Page(const Opening& opening, domain::Association association);

 private:
  struct RunCommand;

  DocumentEvents document_events();
  void reply_arrived(TransportReply reply);
  void records_changed(const WorkerRecords& records);
  void post(const app::Action& action);
  void run_commands();
  void use_begins();
  void part_answered(app::Part part, PartState state);
  void open_drafts();
  void frame(float scroll_y);
  void keep_drafts();
  void ask_for_persistence();
  ui::FrameResult draw_until_settled(float scroll_y);
  [[nodiscard]] ui::CanvasSpec canvas_for(float scroll_y) const;
  void present(const ui::FrameResult& frame);

  app::Desk desk_;
  Transport transport_;
  SessionChannel session_channel_;
  std::optional<DraftStore> drafts_;    // of the later parts' forms
  PasswordAdviser adviser_;
  QrEncoder qr_encoder_;
  ui::Runs runs_;
  CanvasFonts canvas_fonts_;
  ui::Fonts fonts_;
  Canvas canvas_;

  Environment environment_;
  ui::Surroundings surroundings_;
  ui::Measured measured_;
  ui::Pointer pointer_;
  ui::CanvasSpec drawn_;                // where the canvas lies
  float content_height_ = 0;            // of the last frame
  float scroll_y_ = 0;                  // the same
  std::vector<ui::Element> mirrored_;   // what the DOM shows
  std::string title_;
  bool asks_before_closing_ = false;
  bool persistence_asked_ = false;
  std::string focus_wanted_;            // the focus moves after the mirror has the element
};

}  // namespace laurel::web
