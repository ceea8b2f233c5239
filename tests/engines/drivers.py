"""Firefox and WebKit as Debian ships them, each behind the same few calls: open, run, type.

Firefox speaks WebDriver BiDi over a socket. WebKitGTK (near to today's Safari) and WPE WebKit (2.38 in Debian 12: the
engine of Safari 16.0, for iOS 16) speak WebDriver over HTTP.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from websockets.sync.client import ClientConnection, connect

from tools.setup import find_window

PHONE = {"width": 390, "height": 844}
PATIENCE = 180
ENTER = "\ue007"
WINDOW = Path(__file__).with_name("window.py")
STILL = "[Settings]\ngtk-enable-animations=0\n"
"""Who wants less motion; a colour that is on its way to another one has too little contrast for a moment."""


class Missing(Exception):
    """The engine is not installed here; says which package has it."""


class Engine(Protocol):
    """A browser with one page."""

    version: str

    def open(self, url: str) -> None:
        """Go to an address and wait until the page has loaded."""

    def run(self, body: str) -> Any:
        """The value of an async function's body in the page."""

    def keys(self, text: str) -> None:
        """Type into what has the focus."""

    def press(self, x: float, y: float, times: int = 1) -> None:
        """Press the mouse on a place of the window."""

    def back(self) -> None:
        """Go back one step, as the browser's own button does; the page may still be on its way."""

    def reload(self) -> None:
        """Load the page again."""

    def pdf(self) -> bytes:
        """The page as it prints; Cannot when the engine's driver has no way to it."""


class Cannot(Exception):
    """The engine, or its driver, has no way to do this."""


def until(engine: Engine, expression: str, patience: float = 90) -> Any:
    """The expression's value once it is true in the page; a page that is being loaded again has none for a moment."""
    end = time.monotonic() + patience
    found: Any = None
    while time.monotonic() < end:
        try:
            if found := engine.run(f"return {expression}"):
                return found
        except AssertionError as error:
            found = error
        time.sleep(0.05)
    state = engine.run("return [location.pathname, {...document.querySelector('.boom')?.dataset}, window.reported]")
    raise AssertionError(f"never true: {expression} ({found}; {state})")


def pressed(x: float, y: float, times: int) -> list[dict[str, Any]]:
    """A mouse that goes somewhere and is pressed."""
    down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
    moves = [{"type": "pointerMove", "x": round(x), "y": round(y)}, *[down, up] * times]
    return [{"type": "pointer", "id": "muis", "parameters": {"pointerType": "mouse"}, "actions": moves}]


def typed(text: str) -> list[dict[str, Any]]:
    """Key presses as both protocols want them."""
    presses = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "toetsen", "actions": presses}]


class Firefox:
    """Firefox through WebDriver BiDi."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.number = 0
        self.version = str(self.ask("session.new", capabilities={})["capabilities"]["browserVersion"])
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("browsingContext.setViewport", context=self.context, viewport=PHONE)

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a command; its result."""
        self.number += 1
        self.connection.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.connection.recv(timeout=PATIENCE))
            if answer.get("id") == self.number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def run(self, body: str) -> Any:
        answer = self.ask(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await (async () => {{ {body} }})() ?? null)",
            awaitPromise=True,
            target={"context": self.context},
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def keys(self, text: str) -> None:
        self.ask("input.performActions", context=self.context, actions=typed(text))

    def press(self, x: float, y: float, times: int = 1) -> None:
        self.ask("input.performActions", context=self.context, actions=pressed(x, y, times))

    def back(self) -> None:
        self.ask("browsingContext.traverseHistory", context=self.context, delta=-1)

    def reload(self) -> None:
        self.ask("browsingContext.reload", context=self.context, wait="complete")

    def pdf(self) -> bytes:
        return base64.b64decode(self.ask("browsingContext.print", context=self.context)["data"])


class WebKit:
    """A WebKit through its own WebDriver."""

    def __init__(self, address: str, options: dict[str, Any]) -> None:
        self.address = address
        made = self.send("POST", "/session", capabilities={"alwaysMatch": options})
        self.session = f"/session/{made['sessionId']}"
        self.version = str(made["capabilities"]["browserVersion"])
        self.send("POST", f"{self.session}/timeouts", script=PATIENCE * 1000, pageLoad=PATIENCE * 1000)
        with contextlib.suppress(AssertionError):  # WPE without a screen has no window
            self.send("POST", f"{self.session}/window/rect", x=0, y=0, **PHONE)

    def send(self, method: str, path: str, **body: Any) -> Any:
        """Send a command; its value."""
        data = json.dumps(body).encode() if method == "POST" else None
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE + 10) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()[:500]}") from None

    def open(self, url: str) -> None:
        self.send("POST", f"{self.session}/url", url=url)

    def run(self, body: str) -> Any:
        script = (
            f"const done = arguments[arguments.length - 1]; (async () => {{ {body} }})()"
            ".then(value => done(JSON.stringify({value: value ?? null})), error => done(JSON.stringify({error: String(error)})))"
        )
        found = json.loads(self.send("POST", f"{self.session}/execute/async", script=script, args=[]))
        assert "error" not in found, found["error"]
        return found["value"]

    def keys(self, text: str) -> None:
        self.send("POST", f"{self.session}/actions", actions=typed(text))

    def press(self, x: float, y: float, times: int = 1) -> None:
        self.send("POST", f"{self.session}/actions", actions=pressed(x, y, times))

    def back(self) -> None:
        self.run("setTimeout(() => history.back())")  # the driver's own waits for a page that may come from a cache

    def reload(self) -> None:
        self.send("POST", f"{self.session}/refresh")

    def pdf(self) -> bytes:
        raise Cannot("WebKit's driver has no print command")

    def close(self) -> None:
        """End the session, and with it the browser."""
        with contextlib.suppress(AssertionError, OSError):
            self.send("DELETE", self.session)


@contextlib.contextmanager
def process(command: Sequence[str | Path], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process for as long as the block runs, and what it started: WPE's driver leaves its browser behind on a busy machine."""
    running = subprocess.Popen([str(part) for part in command], text=True, start_new_session=True, **options)
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)


def program(package: str, *names: str) -> str:
    """The path of a program; Missing when it is not here."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise Missing(f"{names[0]} is not installed (Debian: {package}; make test installs it)")
    return found


@contextlib.contextmanager
def firefox() -> Iterator[Engine]:
    """Firefox, with a profile that goes when it ends."""
    path = program("firefox-esr", "firefox-esr", "firefox")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text('user_pref("ui.prefersReducedMotion", 1);\n')
        command = [path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with process(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as running:
            assert running.stderr
            for line in running.stderr:
                if listening := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                    break
            else:
                raise AssertionError("Firefox ended before it listened")
            with connect(f"{listening[1]}/session", max_size=None) as connection:
                yield Firefox(connection)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def webkit(driver: str, options: dict[str, Any], **environment: str) -> Iterator[Engine]:
    """A WebKit by its driver, with a home that goes when it ends."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        (Path(home) / "gtk-3.0").mkdir()
        (Path(home) / "gtk-3.0" / "settings.ini").write_text(STILL)
        places = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "CACHE")}
        own = {"HOME": home, "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1", **places, **environment}
        if os.geteuid() == 0:
            own["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
        port = free_port()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with process([driver, f"--port={port}"], env={**os.environ, **own}, **quiet):
            wait_for(port)
            page = WebKit(f"http://127.0.0.1:{port}", options)
            try:
                yield page
            finally:
                page.close()


def wait_for(port: int) -> None:
    """Wait until a driver listens."""
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)


@contextlib.contextmanager
def webkit_gtk(*options: str) -> Iterator[Engine]:
    """WebKitGTK in a screen of its own."""
    driver = program("webkit2gtk-driver", "WebKitWebDriver")
    screen = program("xvfb", "Xvfb")
    if not find_window():
        raise Missing("no window for WebKitGTK (Debian: python3-gi, gir1.2-webkit2-4.1; make test installs them)")
    command = [screen, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with process(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout
        display = f":{running.stdout.readline().strip()}"
        browser = {"binary": str(WINDOW), "args": list(options)}
        with webkit(driver, {"webkitgtk:browserOptions": browser}, DISPLAY=display) as page:
            yield page


@contextlib.contextmanager
def webkit_wpe() -> Iterator[Engine]:
    """WPE WebKit, without a screen; it stays 1280 pixels wide."""
    driver = program("wpewebkit-driver", "WPEWebDriver")
    found = sorted(Path("/usr/lib").glob("*/wpe-webkit-*/MiniBrowser"))
    if not found:
        raise Missing("no MiniBrowser of WPE WebKit")
    options = {"binary": str(found[-1]), "args": ["--automation", "--headless"]}
    with webkit(driver, {"wpe:browserOptions": options}) as page:
        yield page


ENGINES = {"Firefox": firefox, "WebKitGTK": webkit_gtk, "WPE WebKit": webkit_wpe}
