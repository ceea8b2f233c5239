"""The configuration that the project ships, in a real nginx on loopback: compression, caching, headers, and the walk."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import PHONE
from tests.site.test_walk import TO_VALID, TREE, walk
from tools.nginx import serving_nginx


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
