"""MkDocs' events: where the build calls on this package. Each event is a line or two; the work stands elsewhere.

MkDocs loads this file as a hook. What one build knows belongs to that build: `on_config` gives its configuration a `SiteEvents` of its
own, as if it were a plugin, and the other events are that object's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from decision_trees.catalogue import TREES
from macros import author_sandbox, theme
from macros.build import Build, check_address, prepare
from macros.finish import finish
from macros.publication import manifest, metadata
from macros.publication.earlier import last_changed
from macros.publication.pictures import picture_of
from macros.runtime.head import begin_python
from macros.shared.dates import dutch
from macros.shared.errors import BuildError
from macros.shared.html import Compiled, render
from macros.text import editions
from macros.text.documents import BY_ID, document_at, page_of
from macros.trees.tree_pages import tree_pages

ID = re.compile(r'\bid="([^"]+)"')
OWN_EDITION = "eigen-versie.md"
VERSIONS = "vergelijking.md"
STYLE_GUIDE = "stijlgids.md"
TREE_PAGES = frozenset(f"beslisbomen/{id}.md" for id in TREES)


def or_abort[**P, T](step: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T:
    """Do a step of the build; its error becomes MkDocs' own way to stop."""
    try:
        return step(*arguments, **options)
    except BuildError as error:
        raise Abort(f"build stopped: {error}") from error


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse an address that would break pages; give this build its events; have authors' macros filled in where nothing else
    can be called."""
    or_abort(check_address, config.site_url or "")
    config.plugins[author_sandbox.EVENTS] = SiteEvents()
    author_sandbox.install(config.plugins["macros"])
    return config


def sections(items: Sequence[Any]) -> Iterator[Section]:
    """All sections of a navigation, however deep."""
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from sections(item.children)


class SiteEvents(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The events of one build. `build` is there from `on_nav` on, `filling` is the page of which macros are being filled in."""

    build: Build
    filling: author_sandbox.Filling

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """A page's file, or an error that an author can use. A page of source text was read already; what the build made is
        MkDocs' own to read."""
        if page.file.generated_by:
            return None
        if page_of(page.file.src_uri):
            return ""
        read = editions.read_own_page if self.build.edition else editions.read_page
        return or_abort(read, Path(config.docs_dir).parent, page.file.src_uri)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages of every tree (the tree itself, and its tables for jurists) and the theme's own files."""
        for path, content in tree_pages():
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for address, code in or_abort(theme.scripts).items():
            files.append(File.generated(config, address, content=code))
        for address, file in theme.assets():
            if file.suffix != ".js":
                files.append(File.generated(config, address, abs_src_path=str(file)))
        for name in (theme.FORM_STYLES, theme.EDITION_STYLES):
            files.append(File.generated(config, f"assets/{name}", content=or_abort(theme.styles_apart, name)))
        files.append(File.generated(config, f"assets/{theme.STYLES}", content=or_abort(theme.styles)))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Read all that pages are made of before any page is made, so that each can refer to all of it."""
        root, names = Path(config.config_file_path).parent, [page.file.src_uri for page in nav.pages]
        address = config.site_url or ""
        self.build = or_abort(prepare, root, names, config.markdown_extensions, config.mdx_configs, address)
        config.extra["uitgave"] = {"version": self.build.version, "day": dutch(self.build.day)}
        config.extra["bomen"] = TREES
        config.extra["kop"] = theme.tokens()["gd-color-header"]
        if self.build.edition:
            self.name_edition(self.build.edition.name, config, nav)
            config.extra_css.append(f"assets/{theme.EDITION_STYLES}")
        to_install = manifest.manifest(config.site_name, TREES.values())
        files.append(File.generated(config, manifest.NAME, content=to_install))
        return nav

    def name_edition(self, name: str, config: MkDocsConfig, nav: Navigation) -> None:
        """Have every page say whose edition this is, and call nothing the model that is filled in."""
        config.site_name = f"Gegevens delen in {name}"
        config.site_description = f"Convenant, privacyprotocol, wegwijzers en beslisbomen van {name}"
        config.extra["editie"] = name
        for section in sections(nav.items):
            if section.title == BY_ID["convenant"].title:
                section.title = "Convenant"

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Remember which page's macros are filled in next."""
        self.filling = author_sandbox.Filling(self.build, page.file.src_uri)
        return page

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a page the title and the head that belong to it."""
        if page.file.src_uri in TREE_PAGES:
            page.meta["vroeg"], page.meta["hoofd"] = begin_python(self.build.runtime.name)
        if page.file.src_uri == OWN_EDITION and not self.build.edition:
            page.meta["hoofd"] = render("edition/head.html", root="../")
        if page.file.src_uri == VERSIONS and not self.build.edition:
            page.meta["hoofd"] = render("frame/styles.html", name=theme.EDITION_STYLES)
        if page.file.src_uri == STYLE_GUIDE:  # it shows those parts too, and the buttons of provisions
            sheets = (theme.FORM_STYLES, theme.EDITION_STYLES)
            page.meta["hoofd"] = "".join(render("frame/styles.html", name=name) for name in sheets)
            page.meta["bepalingen"] = True
        found = document_at(page.file.src_uri)
        document = page.meta["document"] = self.build.documents[found.id] if found else None
        page.meta["plaatje"] = picture_of(page.file.src_uri, self.build.register, self.build.documents)
        if document and page.file.src_uri.endswith("/volledig.md"):
            page.meta["title"] = f"{document.title} op één bladzijde"
        if document and (name := page_of(page.file.src_uri)):
            heading = self.build.register.find(name, page.file.src_uri).title
            page.meta["title"] = heading if name == document.id else f"{heading} – {document.title}"
            page.meta["hoofd"] = metadata.head(name, self.build.register, self.build.version, self.build.documents)
            page.meta["bepalingen"] = True
            page.meta["description"] = self.build.contents.about[name]
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the page of source text, or what macros made; their addresses count for the check of links."""
        if name := page_of(page.file.src_uri):
            made = self.build.pages[name]
            page.toc = get_toc(made.contents)
            html = f"{made.html}{self.changed(name)}"
        else:
            html = self.filling.fill(html)
        for top in page.toc:  # the list beside the text: one entry alone is no list
            if len(top.children) == 1 and not top.children[0].children:
                top.children = []
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ID.findall(html)}
        return html

    def changed(self, name: str) -> str:
        """When a page of the model last changed, as HTML; nothing in an edition, which says what it changed in the model."""
        if not self.build.versions:
            return ""
        sentence, step = last_changed(name, self.build.versions, self.build.steps)
        return "\n" + render("provision/changed.html", sentence=sentence, step=step, root="../" * (name.count("/") + 1))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's templates compiled, which takes as long as a third of the build."""
        env.bytecode_cache = Compiled()
        return env

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the pages, and write the files for other software and the browser's runtime beside them."""
        or_abort(finish, self.build, Path(config.site_dir), compress=os.environ.get("COMPRESS") == "1")
