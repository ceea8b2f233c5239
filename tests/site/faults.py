"""A host on which everything can go wrong, for the tests of what the device keeps: each test says what it answers."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.site import Handler, Server

LOGIN = b"<!doctype html><title>Gratis wifi</title><h1>Welkom bij het hotel: log in</h1>"


@dataclass(frozen=True)
class Answer:
    """What the host sends. `cut`: it promises all bytes and stops after so many; `stall`: it sends nothing until let go, and
    then the body if there is one; `slow`: the body comes in bits, with a moment between them."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    stall: bool = False
    slow: bool = False

    def bits(self) -> list[bytes]:
        """What is sent, in the pieces in which it comes."""
        sent = self.body[: self.cut]
        size = max(1, -(-len(sent) // 8)) if self.slow else max(1, len(sent))
        return [sent[at : at + size] for at in range(0, len(sent), size)]


Rule = Callable[[str], Answer | None]
"""What a path gets (without the leading slash); None: what a plain host sends."""


class Host:
    """A plain static host for `folder`, at one address for as long as the test lasts, that can misbehave and die."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rule: Rule = lambda _: None
        self.asked: list[str] = []
        self.go_on = threading.Event()
        self.moment = threading.Event()
        self.server: Server | None = None
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Answer (again)."""
        host = self

        class Misbehaving(Handler):
            """One request."""

            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path).lstrip("/")
                host.asked.append(path)
                del self.headers["If-Modified-Since"]  # versions follow within a second here; a real host has ETags
                answer = host.rule(path)
                if host.server is None:
                    self.close_connection = True
                elif answer is None:
                    super().do_GET()
                else:
                    self.misbehave(answer)

            def misbehave(self, answer: Answer) -> None:
                if answer.stall:
                    host.go_on.wait(60)
                if answer.stall and not answer.body:
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
                for name, value in {**headers, "Content-Length": str(len(answer.body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                for bit in answer.bits():
                    self.wfile.write(bit)
                    host.moment.wait(0.01 if answer.slow else 0)
                self.close_connection = answer.cut is not None

            def translate_path(self, path: str) -> str:
                self.directory = str(host.folder)
                return super().translate_path(path)

        self.server = Server(("127.0.0.1", self.port), Misbehaving)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def die(self) -> None:
        """Answer nothing any more: connections are refused."""
        server, self.server = self.server, None
        self.go_on.set()
        if server:
            server.shutdown()
            server.server_close()
            with contextlib.suppress(OSError):
                server.socket.shutdown(socket.SHUT_RDWR)

    def wait_for(self, path: str, patience: float = 20) -> None:
        """Wait until a path was asked."""
        end = time.monotonic() + patience
        while path not in self.asked:
            assert time.monotonic() < end, f"{path} was never asked"
            time.sleep(0.02)

    def file(self, path: str) -> bytes:
        """A file as a plain host sends it."""
        place = self.folder / path
        return (place / "index.html" if place.is_dir() else place).read_bytes()


@contextlib.contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """A host for as long as the block runs."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.die()
