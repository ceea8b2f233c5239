"""What an author may write between `{{ … }}` in docs/: a call of the listed macros with plain values, and nothing else.

The text of a page is data, also when it comes from outside: it must not run code. So pages are filled in Jinja's sandbox,
in which only the listed macros can be called and no attribute of anything can be read, nor a file taken in. A mistake is
told with the file and the line, and with what the author can do.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.structure.pages import Page

from macros.build import Build
from macros.shared.errors import BuildError, told

EVENTS = "site"
"""The name under which a build's configuration has its events, and with them the page that is being filled in."""
INSERT = re.compile(r'<div data-inzet="(\d+)"></div>')


@dataclass
class Filling:
    """A page while its macros are filled in: the build, its file in docs/, and the HTML that macros made for it so far."""

    build: Build
    file: str
    made: list[str] = field(default_factory=list)

    def insert(self, html: str) -> str:
        """A mark where HTML comes once Markdown has read the page: reading a whole tree as Markdown cost more than all the rest
        of the build."""
        self.made.append(html)
        return f'<div data-inzet="{len(self.made) - 1}"></div>'

    def fill(self, html: str) -> str:
        """The page's HTML with what its macros made."""
        return INSERT.sub(lambda match: self.made[int(match[1])], html)


NOT_KNOWN = "Use the macros that macros/author_macros.py lists, with values between quotes."


class FilledIn(Template):
    """A page's text as a template; a mistake in it ends the build with the place, as a person reads it."""

    def render(self, *arguments: Any, **values: Any) -> str:
        """The page's text. SystemExit with the sentence: the macros plugin itself would print a traceback."""
        try:
            return super().render()  # no variables: the plugin's hold all of MkDocs
        except Exception as error:
            environment = self.environment
            assert isinstance(environment, Sandbox)
            raise SystemExit(f"build stopped: {environment.refusal(error)}") from error


class Sandbox(ImmutableSandboxedEnvironment):
    """Where the macros plugin fills in pages. `page` is the one that is being filled in, `above` its lines of metadata."""

    template_class = FilledIn

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals.clear()
        self.globals.update(macros)
        self.page = ""
        self.above = 0

    def start(self, page: Page, markdown: str) -> None:
        """Remember which page comes, for an error."""
        self.page = f"docs/{page.file.src_uri}"
        self.above = page.file.content_string.rstrip("\n").count("\n") - markdown.rstrip("\n").count("\n")

    def is_safe_callable(self, obj: Any) -> bool:
        """Only the listed macros."""
        return obj in self.globals.values()

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """None: no macro needs one."""
        return False

    def from_string(self, source: Any, *arguments: Any, **values: Any) -> Template:
        """A page's text as a template. SystemExit with the sentence when it is none."""
        try:
            return super().from_string(source)
        except TemplateSyntaxError as error:
            raise SystemExit(f"build stopped: {self.refusal(error)}") from error

    def refusal(self, error: Exception) -> BuildError:
        """The error for the author: that of a macro as it is, any other with the page and the line."""
        if known := told(error):
            return known
        if isinstance(error, TemplateSyntaxError):
            remedy = "Close what is opened: {{ … }}. To show braces themselves, write {% raw %}{{{% endraw %}."
            return BuildError(f"{self.page}:{error.lineno + self.above}", str(error.message), remedy)
        lines = [
            frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"
        ]
        place = f"{self.page}:{lines[-1] + self.above}" if lines else self.page
        problem = str(error) if isinstance(error, TemplateError | TypeError) else f"{type(error).__name__}: {error}"
        return BuildError(place, problem, NOT_KNOWN)


def install(plugin: Any) -> None:
    """Have the macros plugin fill in pages in the sandbox, in place of an environment in which they may do all."""
    assert isinstance(plugin.env, Environment)  # made by now: the plugin's own on_config comes before ours
    plugin._env = Sandbox(plugin.macros)  # noqa: SLF001 (there is no public way to give the plugin one)
