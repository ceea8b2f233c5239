"""The steps of a build, in order: read the register, mark the pages, finish them, write the files beside them."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from decision_trees.catalogue import TREES
from decision_trees.model import Tree, as_json
from macros.handbook.blocks import read_page
from macros.handbook.files import kept_from
from macros.publication import metadata, policy
from macros.publication import service_worker as offline
from macros.publication.compression import compress_site
from macros.publication.redirects import write_redirects
from macros.runtime.assembly import build_runtime
from macros.search import index as search
from macros.shared.errors import BuildError
from macros.shared.stored_files import read_text, read_toml, shaped
from macros.text import linking as links
from macros.text import published_addresses as addresses
from macros.text.documents import document_of, page_of
from macros.text.numbering import mark_page
from macros.text.register import Register, read_register
from macros.text.source import Deviations, read_deviations
from macros.text.terms import Terms, read_terms
from macros.text.whole_document import MARK, whole_document
from macros.trees.page import check_sources
from macros.trees.review_form import review_form


class Build:
    """What the steps of one build share: made by `prepare`, read by the others and by the page macros."""

    register: Register
    deviations: Deviations
    runtime: Path
    terms: Terms
    linker: links.Linker
    moved: Mapping[str, str]
    version: str
    markdown: Markdown
    own_pages: dict[str, tuple[str, str]]
    document_pages: dict[str, str]
    pieces: Sequence[search.Piece]
    index: Future[str]
    books: Mapping[str, bytes]
    inserts: list[str]


current = Build()


ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%-]+)*/?")


def check_address(address: str) -> None:
    """BuildError when the address that the site will have cannot stand in a page, a link or a QR code."""
    if address and not ADDRESS.fullmatch(address):
        remedy = "Give the address alone, as https://voorbeeld.nl/map/, or leave SITE_URL out."
        raise BuildError("SITE_URL", f"{address!r} is no address of a site", remedy)


def prepare(config: MkDocsConfig, files: Sequence[str]) -> None:
    """Read and check everything that pages will refer to. BuildError names the file and the remedy."""
    root = Path(config.config_file_path).parent
    links.active = None
    current.own_pages, current.document_pages = {}, {}
    current.inserts = []
    current.version = version(root)
    current.register = read_register(Path(config.docs_dir), files, config.markdown_extensions, config.mdx_configs)
    current.deviations = read_deviations(root / "bron")
    current.deviations.check(current.register)
    for tree in sorted(TREES.values(), key=lambda tree: len(tree.nodes)):  # what one tree takes over is named at home
        check_sources(tree, current.register)
    read_text(root, "bron/juridisch-kader.md")  # the account of its rules is made while pages are filled in
    current.moved = addresses.read_moved(root)
    addresses.check(root, current.register, current.moved)
    current.terms = read_terms(root, current.register)
    current.linker = links.Linker(current.register, current.terms, TREES.values(), current.moved)
    current.runtime = build_runtime(root)
    current.markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    links.active = current.linker
    current.books = make_books(root, config.site_url or "")


def tree_pages() -> Iterator[tuple[str, str]]:
    """The Markdown pages of every tree, from trees/pages/: path in docs/, text."""
    templates = Path(__file__).parent / "trees" / "pages"
    for tree in TREES.values():
        for path, template in (
            (f"beslisbomen/{tree.id}.md", "boom.md"),
            (f"beslisbomen/{tree.id}/tabel.md", "boom-tabel.md"),
        ):
            text = (templates / template).read_text(encoding="utf-8")
            yield path, text.replace("TITEL", tree.title).replace("ID", tree.id)


def make_books(root: Path, address: str) -> Mapping[str, bytes]:
    """The files of the handbook: none with BOOKS=0, those of an earlier build with BOOKS_FROM=its folder."""
    if os.environ.get("BOOKS") == "0":
        return {}
    if earlier := os.environ.get("BOOKS_FROM"):
        return kept_from(Path(earlier))
    from macros.handbook.book import Contents
    from macros.handbook.make import make_all

    contents = Contents(
        register=current.register,
        terms=current.terms,
        term_uses=current.linker.term_uses,
        deviations=current.deviations,
        trees=tuple(TREES.values()),
        pages={page: read_page(page, file, current.markdown) for page, file in current.register.pages.items()},
        version=current.version,
        address=address,
        day=build_day(),
    )
    return make_all(contents, root / ".cache" / "books")


def build_day() -> datetime.date:
    """The day that the books carry: SOURCE_DATE_EPOCH's (tools/site.py sets it to the last commit), or today."""
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(int(moment), datetime.UTC).date() if moment else datetime.date.today()


def page_markdown(markdown: str, page: Page) -> str:
    """The page's Markdown, with its name on top if it belongs to a document; its title tells the document too."""
    name = page_of(page.file.src_uri)
    if page.file.src_uri in TREE_PAGES:
        page.meta["vroeg"] = begin_python(current.runtime.name)
        page.meta["hoofd"] = TREE_MODULES
    if name is None:
        return markdown
    if "title" not in page.meta:
        heading = current.register.find(name, page.file.src_uri).title
        document = document_of(name)
        page.meta["title"] = heading if name == document.id else f"{heading} – {document.title}"
    page.meta["hoofd"] = metadata.head(name, current.register, current.version)
    page.meta["bepalingen"] = True
    return f"{mark_page(name, markdown)}\n\n{current.linker.related(name)}\n"


TREE_PAGES = frozenset(f"beslisbomen/{id}.md" for id in TREES)
FOUND_OTHERWISE = TREE_PAGES | {"begrippen.md"}
"""Pages whose parts the search finds one by one."""

INSERT = re.compile(r'<div data-inzet="(\d+)"></div>')
ID = re.compile(r'\bid="([^"]+)"')


def inserted(macro: Callable[..., str]) -> Callable[..., str]:
    """A macro that leaves a mark where its HTML comes once Markdown has read the page: reading a whole tree as Markdown
    cost more than all the rest of the build."""

    def leave_mark(*arguments: str) -> str:
        current.inserts.append(macro(*arguments))
        return f'<div data-inzet="{len(current.inserts) - 1}"></div>'

    return leave_mark


def page_content(html: str, page: Page) -> str:
    """The page's HTML with what its macros made; the addresses in it count for the check of links."""

    def fill(match: re.Match[str]) -> str:
        made = current.inserts[int(match[1])]
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ID.findall(made)}
        return made

    html = INSERT.sub(fill, html)
    name = page_of(page.file.src_uri)
    if name is not None:
        current.document_pages[name] = html
    elif not (page.meta.get("search", {}).get("exclude") or page.file.src_uri in FOUND_OTHERWISE):
        current.own_pages[page.url] = (str(page.title), html)
    return html


def all_read(root: Path, pages: Iterable[Page]) -> None:
    """All pages were read: put whole documents together, and let Node make the search's index meanwhile; `finish` takes it."""
    by_name = {name: current.document_pages[name] for name in current.register.pages}
    for page in pages:
        page.content = MARK.sub(lambda match: whole_document(match[1], by_name), page.content or "")
    current.pieces = pieces()
    pool = ThreadPoolExecutor(1)
    current.index = pool.submit(search.make_index, root, current.pieces)
    pool.shutdown(wait=False)


TREE_MODULES = '<script type="module" async src="../../assets/python.js"></script>\n' + "\n".join(
    f'<link rel="modulepreload" href="../../assets/{name}">' for name in ("boom.js", "boomtekst.js", "huishouden.js")
)


def begin_python(runtime: str) -> str:
    """The script in the head of a tree's page that starts Python's worker, which then fetches all its files at once. A
    preload from the page would not serve them, for a worker does not share the page's preloads."""
    code = (Path(__file__).parent / "runtime" / "pythonbegin.js").read_text(encoding="utf-8")
    lines = [line for line in code.splitlines() if not line.startswith("//")]
    return f"<script>{'\n'.join(lines).replace('FOLDER', f'../../assets/python/{runtime}/')}</script>"


NAV = re.compile(
    r'aria-labelledby="(?P<id>__nav_[\d_]+)_label"(?P<between>[^>]*>\s*<label class="md-nav__title" for="(?P=id)">.*?</span>)'
    r"(?P<title>.*?)</label>",
    re.DOTALL,
)


CHECKBOX = re.compile(r'(<input class="md-(?:toggle|nav__toggle)[^>]*?type="checkbox"[^>]*?) autocomplete="off"')


NEIGHBOUR = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')


def mended(output: str) -> str:
    """The page with what the theme leaves out: names for its folded menus; without an attribute that HTML does not
    allow on a checkbox, and without the links to its neighbours in its head: Firefox fetches the next page for them before
    anyone asks, and reports that the policy forbids it."""
    output = CHECKBOX.sub(r"\1", NEIGHBOUR.sub("", output))
    return NAV.sub(lambda m: f'aria-label="{m["title"].strip()}"{m["between"]}{m["title"]}</label>', output)


def finish_page(output: str, page: Page) -> str:
    """The page as it is published."""
    return policy.add(mended(output), python="beslisbomen/" in page.url)


def finish_template(output: str, name: str) -> str:
    """A page that the theme makes by itself, as it is published."""
    return policy.add(mended(output), python=False) if name.endswith(".html") else output


def finish(config: MkDocsConfig, site: Path) -> None:
    """Write what other software reads and what the browser needs beside the pages."""
    release = current.version
    shutil.copytree(Path(__file__).parent / "publication" / "schema", site / "api", dirs_exist_ok=True)
    write_redirects(site, current.register, current.moved)
    shutil.copytree(current.runtime, site / "assets" / "python" / current.runtime.name)
    write_json(site / "api" / "beslisbomen.json", {"versie": release, "bomen": [tree_json(t) for t in TREES.values()]})
    for tree in TREES.values():
        (site / "api" / f"toetsformulier-{tree.id}.csv").write_text(review_form(tree), encoding="utf-8")
    write_json(
        site / "api" / "bepalingen.json",
        {
            "versie": release,
            "bron": "bron/modelconvenant.txt",
            "bepalingen": [provision.to_json() for provision in current.register],
        },
    )
    for name, body in current.books.items():
        (site / "handboek" / name).write_bytes(body)
    search.write_index(Path(config.config_file_path).parent, site, current.pieces, current.index.result())
    offline.write_service_worker(site)
    policy.write_nginx(Path(config.config_file_path).parent, site)
    if os.environ.get("COMPRESS") == "1":
        compress_site(site, Path(config.config_file_path).parent / ".cache" / "compressed")


def pieces() -> list[search.Piece]:
    """Everything that the search can find."""
    return [
        *search.provision_pieces(current.register),
        *search.tree_pieces(TREES.values()),
        *search.term_pieces(current.terms),
        *search.page_pieces(current.own_pages),
    ]


def tree_json(tree: Tree) -> dict[str, object]:
    """A tree as the contract describes it for other software."""
    return {
        "id": tree.id,
        "titel": tree.title,
        "versie": tree.version,
        "getoetst": tree.checked_by_jurist or None,
        "start": tree.start,
        "vragen": [as_json(q) for q in tree.questions.values()],
        "uitkomsten": [as_json(o) for o in tree.outcomes.values()],
    }


def version(root: Path) -> str:
    """The version of text and trees: the project's, from pyproject.toml."""
    with shaped("pyproject.toml", 'version = "1.2.3" under [project]'):
        return str(read_toml(root, "pyproject.toml")["project"]["version"])


def write_json(path: Path, data: object) -> None:
    """Write a file for other software: UTF-8, one line per level, the same bytes for the same data."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
