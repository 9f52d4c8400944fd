#include <string>

#include "ui/views/mailbox/views.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/messages.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

void mail_item(Ui& ui, const protocol::DevMail& mail, const std::string& key) {
  card(ui, {.key = key, .role = Role::region, .name = mail.subject}, [&] {
    heading(ui, {.key = key + "/subject", .text = mail.subject, .level = 2});
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/to", .text = say(Message::mailbox_to, {{"email", mail.to}}),
                   .style = TextStyle::small, .tone = Tone::muted});
    ui.layout().skip(space::small);
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < mail.text.size(); ++line) {
      const std::size_t end = std::min(mail.text.find('\n', begin), mail.text.size());
      const std::string_view words = std::string_view(mail.text).substr(begin, end - begin);
      begin = end + 1;
      if (words.empty()) {
        ui.layout().skip(space::small);
        continue;
      }
      const std::string line_key = key + "/" + std::to_string(line);
      if (words.find("http") == 0) {
        link(ui, {.key = line_key, .text = words, .href = words});
      } else {
        paragraph(ui, {.key = line_key, .text = words});
      }
    }
  });
}

}  // namespace

void mailbox_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  constexpr float width = 720;
  column(ui, width, [&] {
    page_title(ui, say(Message::mailbox_title), say(Message::mailbox_lead));
    loaded(ui, model.mailbox, actions, [&](const protocol::DevMailboxResponse& content) {
      if (content.messages.empty()) return notice(ui, "mailbox/none", say(Message::mailbox_none));
      for (std::size_t i = 0; i < content.messages.size(); ++i) {
        if (i > 0) ui.layout().skip(space::medium);
        mail_item(ui, content.messages[i], "mail/" + std::to_string(i));
      }
    });
  });
}

}  // namespace laurel::ui
