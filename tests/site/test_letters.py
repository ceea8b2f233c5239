"""Until the site's letters have come, others stand in their place at the same width: nothing moves when they come."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Browser, Route

from tests.conftest import ROOT
from tests.site.conftest import PHONE, until

OURS = "Atkinson Hyperlegible Next"
MOST_SHIFT = 0.01
"""Of the layout, as browsers measure it (CLS): what a reader hardly sees."""
SHIFTS = """() => {
  window.shift = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""


def families() -> list[str]:
    """Those that stand in until ours has come, as the styles name them."""
    [said] = re.findall(r"--gd-font-family: (.*?);", (ROOT / "macros/theme/frame/tokens.css").read_text("utf-8"))
    first, *others = re.findall(r'"(.*?)"', said)
    assert first == OURS and others
    return others


def test_what_stands_in_is_as_wide_as_the_letters_that_come(browser: Browser, base: str) -> None:
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{base}/privacyprotocol/artikel-6/")
        page.evaluate("document.fonts.ready")
        widths = page.evaluate(
            """async ([ours, others]) => {
              const text = [...document.querySelectorAll("article p, article li")].map((e) => e.innerText).join(" ");
              const brush = document.createElement("canvas").getContext("2d");
              const found = {};
              for (const weight of [400, 700]) {
                const width = (family) => { brush.font = `${weight} 16px "${family}", monospace`; return brush.measureText(text).width; };
                await document.fonts.load(`${weight} 16px "${ours}"`);
                for (const other of others) {
                  const face = [...document.fonts].find((f) => f.family.includes(other) && f.weight === String(weight));
                  try { await face.load(); } catch { continue; }
                  found[`${other} ${weight}`] = width(other) / width(ours);
                }
              }
              return found;
            }""",
            [OURS, families()],
        )
    assert widths, "none of the letters that stand in is on this machine: install fonts-dejavu-core"
    assert {name: width for name, width in widths.items() if abs(width - 1) > 0.02} == {}


@pytest.mark.parametrize("address", ["/", "/privacyprotocol/artikel-6/", "/beslisbomen/datalek/"])
def test_nothing_moves_when_the_letters_come_late(browser: Browser, base: str, address: str) -> None:
    def late(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    with browser.new_context(viewport=PHONE, service_workers="block") as context:
        context.route("**/*.woff2", late)
        context.add_init_script(f"({SHIFTS})()")
        page = context.new_page()
        page.goto(f"{base}{address}")
        until(page, f"""[...document.fonts].some((f) => f.family.includes("{OURS}") && f.status === "loaded")""")
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") <= MOST_SHIFT
