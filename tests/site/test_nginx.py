"""The configuration that the project ships, in a real nginx on loopback: compression, caching, headers, and the walk."""

from __future__ import annotations

import http.client
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import PHONE
from tests.site.test_walk import TO_VALID, TREE, walk
from tools.nginx import serving_nginx
from tools.site import ROOT


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the built site with the shipped configuration."""
    with serving_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def head(url: str, encoding: str = "br") -> dict[str, str]:
    """The headers of an address, by lower-case name."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding}, method="HEAD")
    with urllib.request.urlopen(request) as response:
        return {name.lower(): value for name, value in response.headers.items()}


def runtime(site: Path) -> str:
    """The path of the runtime's folder."""
    [folder] = (site / "assets" / "python").iterdir()
    return f"assets/python/{folder.name}/"


def test_files_come_compressed_and_hashed_ones_are_kept_for_long(nginx: str, site: Path) -> None:
    wasm = head(nginx + runtime(site) + "pyodide.asm.wasm")
    assert wasm["content-encoding"] == "br" and wasm["content-type"] == "application/wasm"
    assert "immutable" in wasm["cache-control"]
    assert head(nginx + runtime(site) + "pyodide.asm.wasm", "gzip")["content-encoding"] == "gzip"
    page = head(nginx + "privacyprotocol/artikel-6/")
    assert page["content-encoding"] == "br" and page["cache-control"] == "no-cache"
    assert head(nginx + "sw.js")["cache-control"] == "no-cache"


def test_every_answer_has_the_security_headers(nginx: str, site: Path) -> None:
    for path in ("", TREE, runtime(site) + "worker.js", "api/bepalingen.json"):
        headers = head(nginx + path)
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe-inline" not in scripts and "'unsafe-eval'" not in scripts
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert "camera=()" in headers["permissions-policy"]


def raw(url: str, path: str, host: str = "127.0.0.1") -> tuple[int, dict[str, str]]:
    """The status and the headers of a path as it is sent, without following a redirect."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}


@pytest.mark.parametrize("path", ["/privacyprotocol", "/privacyprotocol/artikel-6", "//privacyprotocol"])
def test_a_redirect_is_relative_and_does_not_repeat_the_host(nginx: str, path: str) -> None:
    status, headers = raw(nginx, path, "kwaad.example")
    assert status == 301
    assert headers["location"] == f"/{path.strip('/')}/"
    assert "kwaad.example" not in str(headers)


def test_what_differs_by_encoding_says_so(nginx: str, site: Path) -> None:
    for encoding in ("br", "gzip", "identity"):
        for path in ("", "assets/stijl.css", runtime(site) + "pyodide.asm.wasm"):
            assert "Accept-Encoding" in head(nginx + path, encoding)["vary"], (encoding, path)


KINDS = {
    "boek.epub": "application/epub+zip",
    "stuk.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "lees.txt": "text/plain; charset=utf-8",
    "boom.dmn": "application/xml; charset=utf-8",
    "nieuws.atom": "application/atom+xml",
    "tabel.csv": "text/csv; charset=utf-8",
    "boek.pdf": "application/pdf",
}


def test_every_kind_of_file_has_its_type(site: Path, tmp_path: Path) -> None:
    for name in KINDS:
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_bytes(b"x")
    with serving_nginx(tmp_path / "site", tmp_path, compressed=False) as address:
        found = {name: head(address + name)["content-type"] for name in KINDS}
    assert found == KINDS
    shown = {path.suffix for path in site.rglob("*") if path.is_file()} - {".gz", ".br"}
    configuration = (ROOT / "nginx" / "site.conf").read_text("utf-8")
    assert [suffix for suffix in shown if not re.search(rf"[ ]{suffix[1:]}[ ;]", configuration)] == []


def test_nothing_with_a_dot_in_front_is_given(site: Path, tmp_path: Path) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    for name in (".git/config", ".env"):
        (tmp_path / "site" / name).write_text("geheim")
    with serving_nginx(tmp_path / "site", tmp_path, compressed=False) as address:
        for name in (".git/config", ".env", ".git/", "%2egit/config"):
            assert raw(address, f"/{name}")[0] == 404, name


def test_no_answer_tells_the_version_of_the_server(nginx: str) -> None:
    for path in ("/", "/bestaat-niet", "/privacyprotocol"):
        assert raw(nginx, path)[1]["server"] == "nginx"


def test_the_tree_runs_under_these_headers(nginx: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(nginx + TREE)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    page.goto(nginx + "privacyprotocol/artikel-6/")
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    page.goto(nginx + "bestaat-niet/")
    expect(page.locator("h1")).to_contain_text("404")
    assert [error for error in errors if "404" not in error] == []
    context.close()
