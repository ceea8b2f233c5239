"""Versions side by side: each published version keeps its own folder, and an older one says that there is a newer.

`publish(site, target, version)` lays a built site into a folder that any static host serves: `target/<version>/…`, with
`target/versies.json` as the list, and at the root redirects to the newest and its files for other software. A link to version 1 of an article stays a link
to version 1. The notice on an old page is made by assets/versie.js, which reads the list; without JavaScript the page's
footer names its version.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.shared.errors import BuildError, reason
from macros.shared.folders import copy_whole, replace, write_whole
from macros.shared.html import render

LIST = "versies.json"
NEWEST = "nieuwste"
"""The name of the state of the main branch, which is not yet a version."""
NUMBERED = re.compile(r"v?\d+(?:\.\d+)*")
NAME = re.compile(rf"{NUMBERED.pattern}|{NEWEST}")
RESTORE = 'Restore it, or write the names of the folders beside it, the newest first: ["v2", "v1"].'


def publish(site: Path, target: Path, version: str) -> None:
    """Add a built site to the published folder. BuildError when the name is no version, or is already there.

    "nieuwste" (the state of the main branch) may be published again; a numbered version never changes.
    """
    if not NAME.fullmatch(version):
        raise BuildError("publish", f"{version!r} is no version", "Name it v1, v1.2 … or nieuwste.")
    published = read_list(target)
    if version in published and version != "nieuwste":
        raise BuildError(
            "publish", f"version {version} is already published", "A published version never changes: take a new one."
        )
    try:
        replace(site, target / version, copy=True)
        listed = ordered({*published, version})
        write_root(target, listed[0])
        write_whole(target / LIST, json.dumps(listed, indent=1) + "\n")
    except OSError as error:
        remedy = (
            "What was published before still stands. Make room, or have the right to write there, and publish again."
        )
        raise BuildError(str(target), f"could not be written ({reason(error)})", remedy) from error


def publish_edition(site: Path, target: Path, name: str) -> None:
    """Lay an edition beside the versions of the model, at an address of its own; it may be published again.

    BuildError when the name is that of a version, or of something that stands at the root already.
    """
    newest = target / next(iter(read_list(target)), LIST)
    taken = {path.name for path in newest.iterdir()} if newest.is_dir() else set()
    if NAME.fullmatch(name) or name in taken | {"api", "assets", LIST}:
        raise BuildError(
            "publish", f"{name!r} has another meaning in an address", "Give the edition's file another name."
        )
    try:
        replace(site, target / name, copy=True)
    except OSError as error:
        remedy = (
            "What was published before still stands. Make room, or have the right to write there, and publish again."
        )
        raise BuildError(str(target), f"could not be written ({reason(error)})", remedy) from error


def read_list(target: Path) -> list[str]:
    """The versions that are published, the newest first. BuildError when the list cannot be read."""
    path = target / LIST
    try:
        listed = json.loads(path.read_text("utf-8")) if path.exists() else []
    except (OSError, ValueError) as error:
        raise BuildError(str(path), f"cannot be read ({error})", RESTORE) from error
    if not (isinstance(listed, list) and all(isinstance(one, str) and NAME.fullmatch(one) for one in listed)):
        raise BuildError(str(path), "is no list of versions", RESTORE)
    return listed


def ordered(versions: set[str]) -> list[str]:
    """Versions, the newest first: the numbered ones by number, then "nieuwste", which is not yet a version."""
    numbered = [one for one in versions if one != "nieuwste"]
    numbered.sort(key=lambda one: [int(part) for part in one.lstrip("v").split(".")], reverse=True)
    return [*numbered, *(["nieuwste"] if "nieuwste" in versions else [])]


FILES = ("api", "handboek")
"""Folders with files that people and software ask for by an address without a version."""


def write_root(target: Path, newest: str) -> None:
    """For each page of the newest version a redirect at the same address without a version, and its files for other
    software as they are: an address that was given out keeps working."""
    for folder in FILES:
        for file in sorted((target / newest / folder).rglob("*")):
            if file.is_file() and ".html" not in file.name:  # nor what was packed of a page
                copy_whole(file, target / file.relative_to(target / newest))
    if (missing := target / newest / "404.html").exists():
        copy_whole(missing, target / "404.html")
    for page in sorted((target / newest).rglob("index.html")):
        path = page.parent.relative_to(target / newest).as_posix()
        address = f"{'../' * (0 if path == '.' else path.count('/') + 1)}{newest}/{'' if path == '.' else path + '/'}"
        write_whole(target / ("" if path == "." else path) / "index.html", redirect(address))
    script = 'const to = document.querySelector("a").href;\nlocation.replace(to + location.hash);\n'
    write_whole(target / "doorsturen.js", script)


def redirect(address: str) -> str:
    """A page that leads on; the script takes the fragment along, without it the link does."""
    return render("frame/newest.html", address=address, up="../" * address.count("../"))
