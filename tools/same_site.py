"""Whether two built sites are the same to who uses them: `python -m tools.same_site OLD NEW`.

Files are compared byte by byte. A page that differs is read as a browser reads it, and may differ in two ways that nobody can
see: how a character is spelled (`&#39;` or `&#x27;`), and white space alone between the tags of blocks. Everything else is
printed with its file and place, and ends in exit status 1. Three kinds of files follow from others:

- `sw.js` names every file with its size and hash, and is named by them: it may say of a file that it changed if it did;
- a packed copy (`.gz`, `.br`) is compared as what it holds;
- a name with a hash (`assets/python/…`) changes with what it names: it is told as one change, not as a file lost and one won.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import brotli

NAMES = (
    "address article aside blockquote body caption col colgroup dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
BLOCKS = frozenset(NAMES.split())
"""Tags between which a browser drops white space that stands alone (as long as no style lays them out as words)."""
KEPT = frozenset({"pre", "script", "style", "textarea", "svg"})
"""Elements in which all white space counts here."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
HASH = re.compile(r"(?<=[./-])[0-9a-f]{8,64}(?=[./-])")
ENTRIES = re.compile(r"^const (VERSION|FILES|BOOKS) = (.*);$", re.MULTILINE)
PACKED = {".gz": gzip.decompress, ".br": brotli.decompress}
SHOWN = 5
"""How many differences of one file are printed."""


class Piece(NamedTuple):
    """A tag with its attributes, a text or a comment. `line`: where it stands in its file."""

    kind: str
    name: str
    attributes: tuple[tuple[str, str | None], ...]
    line: int

    @property
    def what(self) -> tuple[object, ...]:
        """What must be the same."""
        return self[:3]

    def __str__(self) -> str:
        """As it is printed."""
        if self.kind not in ("start", "end"):
            return f"{self.kind} {self.name!r}"
        attributes = "".join(f" {name}={value!r}" for name, value in self.attributes)
        return f"<{'/' if self.kind == 'end' else ''}{self.name}{attributes}>"


class Reader(HTMLParser):
    """Reads a page into pieces: entities become characters, and a text is one piece however it was given."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []

    def add(self, kind: str, name: str, attributes: Sequence[tuple[str, str | None]] = ()) -> None:
        """The next piece."""
        last = self.pieces[-1] if self.pieces else None
        if kind == "text" and last and last.kind == "text":
            self.pieces[-1] = last._replace(name=last.name + name)
        else:
            self.pieces.append(Piece(kind, name, tuple(attributes), self.getpos()[0]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.add("start", tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.add("start", tag, attrs)
        if tag not in VOID:
            self.add("end", tag)

    def handle_endtag(self, tag: str) -> None:
        self.add("end", tag)

    def handle_data(self, data: str) -> None:
        self.add("text", data)

    def handle_comment(self, data: str) -> None:
        self.add("comment", data)

    def handle_decl(self, decl: str) -> None:
        self.add("declaration", decl)


def read(page: str) -> list[Piece]:
    """A page without the white space that nobody can see."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    found = reader.pieces
    inside: list[str] = []
    seen = []
    for number, piece in enumerate(found):
        if piece.kind == "start" and piece.name in (*KEPT, "head"):
            inside.append(piece.name)
        elif piece.kind == "end" and inside and inside[-1] == piece.name:
            inside.pop()
        if piece.kind == "text" and not piece.name.strip(" \t\r\n\f") and not (KEPT & {*inside}):
            around = [*found[max(number - 1, 0) : number], *found[number + 1 : number + 2]]
            if "head" in inside or all(of_block(other) for other in around):
                continue
        seen.append(piece)
    return seen


def of_block(piece: Piece) -> bool:
    """Whether a piece is a tag of a block, or what stands before the first one."""
    return piece.kind == "declaration" or (piece.kind in ("start", "end") and piece.name in BLOCKS)


def pages_differ(old: str, new: str) -> Iterator[str]:
    """What differs between two pages to who uses them, with the lines."""
    before, after = read(old), read(new)
    matcher = SequenceMatcher(None, [piece.what for piece in before], [piece.what for piece in after], autojunk=False)
    for same, a, b, c, d in matcher.get_opcodes():
        if same != "equal":
            lines = f"line {place(before, a)} → {place(after, c)}"
            yield f"{lines}: {cut(joined(before[a:b]), joined(after[c:d]))}"


def place(pieces: Sequence[Piece], number: int) -> str:
    """The line of a piece."""
    return str(pieces[number].line) if number < len(pieces) else "end"


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces as they are printed."""
    return " ".join(map(str, pieces)) or "nothing"


def cut(old: str, new: str, around: int = 60) -> str:
    """Two things side by side, from a little before the first place where they differ."""
    first = first_difference(old, new)
    start = max(first - around, 0)
    return " → ".join(("…" if start else "") + text[start : first + around] for text in (old, new))


class Comparison:
    """Two folders. `spelled`: files that differ only in what nobody can see; `found`: real differences, a line each."""

    def __init__(self, old: Path, new: Path) -> None:
        self.old, self.new = old, new
        self.spelled: list[str] = []
        self.found: list[str] = []
        names = [files_of(folder) for folder in (old, new)]
        self.compare_names(names[0] - names[1], names[1] - names[0])
        for name in sorted((names[0] & names[1]) - {"sw.js"}):
            self.compare(name)
        if "sw.js" in names[0] & names[1]:
            self.compare_worker()

    def compare_names(self, gone: set[str], come: set[str]) -> None:
        """Files that are in one of the folders only; those that differ by a hash are one file of which the content changed."""
        renamed = {HASH.sub("#", name): name for name in come if HASH.search(name)}
        for name in sorted(gone):
            new = renamed.get(HASH.sub("#", name)) if HASH.search(name) else None
            self.found.append(f"{name}: {f'its hash changed with its content: {new}' if new else 'is gone'}")
            come = come - {new}
        self.found += [f"{name}: is new" for name in sorted(come)]

    def compare(self, name: str) -> None:
        """One file of both."""
        old, new = ((folder / name).read_bytes() for folder in (self.old, self.new))
        plain = name
        if old != new and (unpack := PACKED.get(Path(name).suffix)):
            old, new, plain = unpack(old), unpack(new), name.rpartition(".")[0]
            self.spelled += [name] if old == new else []
        if old == new:
            return
        if not plain.endswith(".html"):
            self.found.append(f"{name}: {len(old)} → {len(new)} bytes, from byte {first_difference(old, new)}")
            return
        differences = list(pages_differ(old.decode(), new.decode()))
        self.found += [f"{name}, {one}" for one in differences[:SHOWN]]
        if len(differences) > SHOWN:
            self.found.append(f"{name}: and {len(differences) - SHOWN} more")
        self.spelled += [] if differences else [name]

    def compare_worker(self) -> None:
        """The service worker: its code, and its lines about files that are themselves the same."""
        (old, before), (new, after) = (worker(folder / "sw.js") for folder in (self.old, self.new))
        if old != new:
            self.found.append(f"sw.js: its code differs: {cut(old, new)}")
        if [*before] != [*after]:
            self.found.append(f"sw.js: keeps other files: {cut(' '.join(before), ' '.join(after))}")
        wrong = [name for name in before.keys() & after if before[name] != after[name] and not self.differs(name)]
        self.found += [f"sw.js: says of {name} that it changed, which it did not" for name in sorted(wrong)]

    def differs(self, name: str) -> bool:
        """Whether a file has other bytes."""
        return (self.old / name).read_bytes() != (self.new / name).read_bytes()


def first_difference(old: str | bytes, new: str | bytes) -> int:
    """The place of the first character or byte that differs."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def worker(path: Path) -> tuple[str, dict[str, tuple[int, str]]]:
    """A service worker's code, and the size and the hash that it has of each file."""
    text = path.read_text("utf-8")
    files = [entry for match in ENTRIES.finditer(text) if match[1] != "VERSION" for entry in json.loads(match[2])]
    return ENTRIES.sub("", text), {name: (size, digest) for name, size, digest in files}


def files_of(folder: Path) -> set[str]:
    """The files below a folder, by their path in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def main() -> None:
    """Compare the two folders that were named; exit status 1 when a real difference was found, 2 when one is not there."""
    folders = [Path(name) for name in sys.argv[1:]]
    if len(folders) != 2 or not all(folder.is_dir() for folder in folders):
        print("Name two folders with a site: python -m tools.same_site OLD NEW", file=sys.stderr)
        sys.exit(2)
    compared = Comparison(*folders)
    for name in compared.spelled:
        print(f"same, spelled otherwise: {name}")
    for line in compared.found:
        print(f"differs: {line}")
    print(f"{len(compared.found)} differences" if compared.found else "the same site")
    sys.exit(bool(compared.found))


if __name__ == "__main__":
    main()
