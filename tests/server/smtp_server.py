"""A real SMTP server for one test: smtp_server.py FOLDER MODE

    plain     takes mails
    starttls  offers STARTTLS as well, with FOLDER/certificate.pem and FOLDER/key.pem
    silent    accepts connections and never says a word; FOLDER/connection-<number> is there while
              one is open

Prints its port, then writes each message it takes to FOLDER/mail-<number>.json: what a mail program
reads out of it.
"""

import asyncio
import email
import email.policy
import itertools
import json
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self, folder: pathlib.Path, withholds_first: bool) -> None:
        self.folder = folder
        self.withholds_first = withholds_first
        self.count = 0

    async def handle_DATA(self, server, session, envelope) -> str:
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = {part.get_content_type(): part.get_content() for part in message.walk()
                 if not part.is_multipart()}
        seen = {"headers": [[name, str(value)] for name, value in message.items()],
                "type": message.get_content_type(), "text": parts.get("text/plain", ""),
                "html": parts.get("text/html", ""), "encrypted": session.ssl is not None,
                "sender": envelope.mail_from, "recipients": envelope.rcpt_tos}
        part = self.folder / "mail.part"
        part.write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
        part.rename(self.folder / f"mail-{self.count}.json")
        self.count += 1
        if self.withholds_first and self.count == 1:
            await asyncio.Event().wait()  # until the client goes away
        return "250 taken"


class Silent(asyncio.Protocol):
    numbers = itertools.count()

    def __init__(self, folder: pathlib.Path) -> None:
        self.open = folder / f"connection-{next(self.numbers)}"

    def connection_made(self, transport) -> None:
        self.open.touch()

    def connection_lost(self, problem) -> None:
        self.open.unlink()


async def main() -> None:
    folder, mode = pathlib.Path(sys.argv[1]), sys.argv[2]
    context = None
    if mode == "starttls":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    handler = Handler(folder, withholds_first=mode == "withheld")
    server = await asyncio.get_running_loop().create_server(
        lambda: Silent(folder) if mode == "silent"
        else SMTP(handler, hostname="localhost", tls_context=context), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


logging.disable()  # refused certificates are part of the test
asyncio.run(main())
