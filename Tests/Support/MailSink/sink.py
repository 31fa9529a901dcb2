"""A mail server for tests: it prints its port, keeps every mail it takes as a file, read back by Python's own parser,
and misbehaves for certain addresses. It ends when its standard input does."""

import argparse
import asyncio
import json
import pathlib
import ssl
import subprocess
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--certificate", help="the name in a certificate of its own; none: no TLS")
parser.add_argument("--password", help="takes mail only from `biobridge` with this password")
parser.add_argument("--port", type=int, default=0)
options = parser.parse_args()


class Handler:
    taken = 0

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if address.startswith("bad-sender"):
            return "553 sender not allowed"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("refused"):
            return "550 no such mailbox"
        if address.startswith("later"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("junk"):
            return "554 looks like junk"
        self.keep(envelope)
        if envelope.rcpt_tos[0].startswith("vanish"):
            server.transport.abort()
        return "250 OK"

    def keep(self, envelope):
        self.taken += 1
        mail = message_from_bytes(envelope.original_content, policy=policy.default)
        parts = [part for part in mail.walk() if not part.is_multipart()]
        known = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {name: str(value) for name, value in mail.items()},
            "names": [name for name, _ in mail.items()],
            "type": mail.get_content_type(),
            "recipients": [[a.display_name, a.addr_spec] for a in mail["To"].addresses],
            "date": mail["Date"].datetime.isoformat(),
            "parts": [{"type": p.get_content_type(), "text": p.get_content()} for p in parts],
            "defects": [str(d) for p in mail.walk() for d in p.defects]
            + [f"{n}: {d}" for n, v in mail.items() for d in getattr(v, "defects", [])],
            "longestLine": max(len(line) for line in envelope.original_content.split(b"\r\n")),
            "bareLineEnds": envelope.original_content.replace(b"\r\n", b"").count(b"\n"),
        }
        unfinished = options.folder / "unfinished"
        unfinished.write_text(json.dumps(known))
        unfinished.rename(options.folder / f"{self.taken:04}.json")


def login(server, session, envelope, mechanism, data):
    known = getattr(data, "login", b"") == b"biobridge" and getattr(data, "password", b"") == options.password.encode()
    return AuthResult(success=known, handled=False)


async def main():
    tls = None
    if options.certificate:
        key, certificate = options.folder / "key.pem", options.folder / "certificate.pem"
        names = f"subjectAltName=DNS:{options.certificate}"
        if options.certificate == "localhost":
            names += ",IP:127.0.0.1"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-days", "2", "-subj", f"/CN={options.certificate}", "-addext", names, "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate, key)
    handler = Handler()

    def serve():
        return SMTP(
            handler, hostname="sink.example", enable_SMTPUTF8=True, tls_context=tls, require_starttls=tls is not None,
            auth_required=options.password is not None, authenticator=login,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(serve, "127.0.0.1", options.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
