"""Where a book points to the site: a code that phones read, or a line to write the address on."""

from __future__ import annotations

import io
from pathlib import Path

import segno

from macros.handbook.typesetting import text


def code(address: str) -> bytes:
    """A QR code as SVG, with the white border that scanners ask for. Never a Micro QR, which phones do not read."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=4, svgclass=None, lineclass=None)
    return out.getvalue()


def address_of(site: str, path: str, name: str, folder: Path) -> str:
    """A QR code with an address of the site, and that address in print; a line to write on when `site` is not known, with the
    path that comes after it.

    The code's picture is written into `folder`; what is given back is Typst code.
    """
    if not site:
        return f"adresveld({text(f'/{path}' if path else '')})"
    file = f"qr-{path.strip('/').replace('/', '-') or 'site'}.svg"
    (folder / file).write_bytes(code(f"{site}{path}"))
    return (
        f"adresregel({text(file)}, {text(f'{site}{path}')}, {text(f'QR-code met het adres van {name}: {site}{path}')})"
    )
