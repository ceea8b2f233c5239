"""What a page with a tree has in its head, so that Python and the page's scripts are on their way before the page is read."""

from __future__ import annotations

from pathlib import Path

from macros.shared.html import render
from macros.shared.scripts import filled


def begin_python(runtime: str) -> tuple[str, str]:
    """The script that starts Python's worker, which then fetches all its files at once, and the page's own script. A
    preload from the page would not serve the worker, for it does not share the page's preloads. `runtime`: the folder's name.
    """
    code = filled(Path(__file__).with_name("pythonbegin.js"), FOLDER=f"../../assets/python/{runtime}/")
    return render("tree/begin.html", code=code.rstrip()), render("tree/head.html")
