"""WebAssembly modules, as far as the runtime needs: find out which functions are used, and leave the others out.

A function that is left out keeps its number and its place in tables; its body raises a flag and stops. So nothing else
in the module changes, and what wrongly misses a function stops there and can be seen: never a different result.
The format: WebAssembly Core Specification 2.0, section 5 (binary format).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

HEAD = b"\0asm\x01\0\0\0"
IMPORT, GLOBAL, EXPORT, CODE = 2, 6, 7, 10
FUNCTION, TABLE, MEMORY, GLOBAL_KIND, TAG = range(5)
MISSED = "gemist"
"""The exported global that is 1 once a function that was left out has been called."""
SET = b"\x41\x01\x24"
"""i32.const 1, global.set: the global's number follows."""
A_FLAG = b"\x7f\x01\x41\0\x0b"
"""A global: i32, changeable, at first 0."""


def number(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number and the place after it."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def encoded(value: int) -> bytes:
    """A number as unsigned LEB128."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes((*out, value))


def text(data: bytes, at: int) -> tuple[str, int]:
    """A name and the place after it."""
    length, at = number(data, at)
    return data[at : at + length].decode(), at + length


def counted(parts: Sequence[bytes]) -> bytes:
    """A vector: how many, then each."""
    return encoded(len(parts)) + b"".join(parts)


def sized(data: bytes) -> bytes:
    """Bytes with their length before them."""
    return encoded(len(data)) + data


@dataclass(frozen=True)
class Export:
    """A name that the module shows, with its kind and number."""

    name: str
    kind: int
    index: int

    def encode(self) -> bytes:
        """The export as it stands in the module."""
        return sized(self.name.encode()) + bytes([self.kind]) + encoded(self.index)


class Module:
    """A module as its sections; the ones that change are read further. ValueError when the bytes are no module."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(HEAD):
            raise ValueError("not a WebAssembly module, or of another version")
        self.sections: list[tuple[int, bytes]] = []
        at = len(HEAD)
        while at < len(data):
            kind = data[at]
            length, at = number(data, at + 1)
            self.sections.append((kind, data[at : at + length]))
            at += length
        kinds = [kind for kind, _ in imports(self.section(IMPORT))]
        self.imported = kinds.count(FUNCTION)
        own_globals, _ = number(self.section(GLOBAL), 0)
        self.globals = kinds.count(GLOBAL_KIND) + own_globals
        self.bodies = list(bodies(self.section(CODE)))
        self.exports = list(exports(self.section(EXPORT)))

    def section(self, kind: int) -> bytes:
        """The contents of a section that stands once; empty if it does not stand."""
        return next((body for found, body in self.sections if found == kind), b"\0")

    def import_names(self) -> set[str]:
        """The names that the module asks for, whatever their kind."""
        return {name for _, name in imports(self.section(IMPORT))}

    def encode(self, code: Sequence[bytes], shown: Sequence[Export], flags: int) -> bytes:
        """The module with other bodies and exports, and with so many flags behind its globals."""
        count, at = number(self.section(GLOBAL), 0)
        changed = {
            GLOBAL: encoded(count + flags) + self.section(GLOBAL)[at:] + A_FLAG * flags,
            EXPORT: counted([export.encode() for export in shown]),
            CODE: counted([sized(body) for body in code]),
        }
        return HEAD + b"".join(bytes([kind]) + sized(changed.get(kind, body)) for kind, body in self.sections)

    def watched(self) -> bytes:
        """The module with a flag per function, exported as `~0`, `~1`, …, that is 1 once the function was called."""
        code = []
        for index, body in enumerate(self.bodies):
            begin = after_locals(body)
            code.append(body[:begin] + SET + encoded(self.globals + index) + body[begin:])
        flags = [Export(f"~{index}", GLOBAL_KIND, self.globals + index) for index in range(len(code))]
        return self.encode(code, [*self.exports, *flags], len(code))

    def cut(self, used: Collection[int], names: Collection[str]) -> bytes:
        """The module with the functions in `used`, those they call, and the exports in `names`."""
        keep = self.reached(used)
        stop = stopping(self.globals)
        code = [body if index in keep else stop for index, body in enumerate(self.bodies)]
        shown = [export for export in self.exports if export.name in names]
        return self.encode(code, [*shown, Export(MISSED, GLOBAL_KIND, self.globals)], 1)

    def reached(self, used: Collection[int]) -> set[int]:
        """Functions with all that they may call directly, near and far.

        Every byte that could be a call counts as one: too many functions are kept rather than too few.
        """
        found, new = set(used), set(used)
        while new:
            new = {callee for index in new for callee in self.callees(self.bodies[index])} - found
            found |= new
        return found

    def callees(self, body: bytes) -> Iterator[int]:
        """What may be calls of the module's own functions in a body."""
        at = body.find(b"\x10")
        while 0 <= at < len(body) - 1:
            try:
                callee = number(body, at + 1)[0] - self.imported
            except IndexError:
                return
            if 0 <= callee < len(self.bodies):
                yield callee
            at = body.find(b"\x10", at + 1)


def stopping(flag: int) -> bytes:
    """The body of a function that was left out: it sets the global with this number, and stops."""
    return b"\0" + SET + encoded(flag) + b"\0\x0b"


def imports(section: bytes) -> Iterator[tuple[int, str]]:
    """Kind and name of each import."""
    count, at = number(section, 0)
    for _ in range(count):
        _, at = text(section, at)
        name, at = text(section, at)
        kind = section[at]
        at += 1
        if kind in (TABLE, MEMORY):
            at += kind == TABLE
            limited = section[at] & 1
            _, at = number(section, at + 1)
            if limited:
                _, at = number(section, at)
        elif kind == GLOBAL_KIND:
            at += 2
        else:
            _, at = number(section, at + (kind == TAG))
        yield kind, name


def exports(section: bytes) -> Iterator[Export]:
    """Each export."""
    count, at = number(section, 0)
    for _ in range(count):
        name, at = text(section, at)
        index, after = number(section, at + 1)
        yield Export(name, section[at], index)
        at = after


def bodies(section: bytes) -> Iterator[bytes]:
    """The body of each function: its locals and its instructions."""
    count, at = number(section, 0)
    for _ in range(count):
        length, at = number(section, at)
        yield section[at : at + length]
        at += length


def after_locals(body: bytes) -> int:
    """The place in a body after its locals."""
    groups, at = number(body, 0)
    for _ in range(groups):
        _, at = number(body, at)
        at += 1
    return at
