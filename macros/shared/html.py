"""HTML from the templates of macros/theme, which stand beside the styles of what they make.

Every value is escaped where it is put in, also between the quotes of an attribute; only what a template or a filter of this
module made is HTML already. A value that is not there ends the build. Templates are laid out for who reads them, by JSX's
rule: a line break beside a tag or a value, with the indentation behind it, is not in the page; between words it is a space.
A space that must be there beside a tag stands on the line, or is written as `{{ " " }}`.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from macros.shared.dates import dutch

TEMPLATES = Path(__file__).parent.parent / "theme"
COMPILED = TEMPLATES.parent.parent / ".cache" / "templates"
TELEPHONE = re.compile(r"\b(112|113|0800-0113|0800-2000)\b")
"""The numbers for an emergency, of 113 and of Veilig Thuis."""
BESIDE_TAG = re.compile(r"(?<=>)\s*\n\s*|\s*\n\s*(?=<)|\A\s*\n\s*|\s*\n\s*\Z")
BETWEEN_WORDS = re.compile(r"\s*\n\s*")


class Link(NamedTuple):
    """A link as templates take it. `outside`: it leads away from the site."""

    address: str
    text: str
    outside: bool = False


def render(template: str, **values: object) -> str:
    """The HTML of a template (its path in macros/theme) with these values. jinja2.TemplateError for a mistake in it, or
    a value that it does not get."""
    return _template(template).render(values)


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(TEMPLATES),
        extensions=[Layout],
        bytecode_cache=Compiled(),
        auto_reload=False,
    )
    environment.filters |= {
        "dutch": dutch,
        "as_entry": as_entry,
        "to_call": to_call,
        "emphasis": emphasis,
        "script_data": script_data,
    }
    return environment


class Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates for the next build: to compile them takes as long as to fill them in. Where nothing can be
    written, each build compiles them anew."""

    def __init__(self) -> None:
        with contextlib.suppress(OSError):
            COMPILED.mkdir(parents=True, exist_ok=True)
        super().__init__(str(COMPILED))

    def get_source_checksum(self, source: str) -> str:
        """What a compiled template is made of: its source, and the rules of this module."""
        return super().get_source_checksum(source + Path(__file__).read_text("utf-8"))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, if that can be."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class Layout(Extension):
    """Leaves a template's own line breaks and indentation out of the page, by the rule above."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The template's tokens, those with text laid out anew; the numbers of lines in errors stay right."""
        for token in stream:
            yield Token(token.lineno, token.type, on_one_line(token.value)) if token.type == "data" else token


def on_one_line(text: str) -> str:
    """The text between two values or statements of a template without its line breaks."""
    return BETWEEN_WORDS.sub(" ", BESIDE_TAG.sub("", text))


def to_call(text: str) -> Markup:
    """Filter: a text in which the numbers that someone may need at once are one tap away."""
    return Markup(TELEPHONE.sub(r'<a href="tel:\1">\1</a>', escape(text)))  # noqa: S704 (escaped first)


def as_entry(heading: str) -> str:
    """Filter: a heading of the source as an entry of a list: "Overwegende dat" for "overwegende dat:"."""
    return heading[:1].upper() + heading[1:].rstrip(":")


def emphasis(text: str) -> Markup:
    """Filter: a text in which Markdown's **strong** and *emphasis* are HTML."""
    strong = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", escape(text))
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", strong))  # noqa: S704 (escaped first)


def script_data(data: Any) -> Markup:
    """Filter: data as JSON for a script element, in which no text can end that element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 (without < there is no tag)
