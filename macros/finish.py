"""The second half of a build: what is done to finished pages, and written beside them. It needs a folder of HTML, not MkDocs."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from decision_trees.catalogue import TREES
from decision_trees.gesprekken import TALKS
from decision_trees.meaning import word
from decision_trees.model import Oordeel, Tree, as_json
from macros.build import Build
from macros.data.akn import AknWriter
from macros.data.changes import feed, read_history, state_of
from macros.data.dmn import dmn
from macros.examples import page as examples_page
from macros.handbook.blocks import read_page
from macros.publication import policy
from macros.publication.compression import compress_site
from macros.publication.hyphenation import soften
from macros.publication.pictures import write_pictures
from macros.publication.redirects import write_redirects
from macros.publication.service_worker import write_service_worker
from macros.runtime.edition import write_edition_runtime
from macros.search.index import page_pieces
from macros.shared.errors import BuildError
from macros.text import own_edition
from macros.text.comparison import Change
from macros.text.documents import BY_ID, MODELS
from macros.trees import forms
from macros.trees.review_form import review_form, talk_form
from macros.trees.tables import ASPECTS as ASPECT_NAMES

SCHEMAS = Path(__file__).parent / "publication" / "schema"
REGISTER_SCHEMA = "bepalingen.schema.json"


def finish(build: Build, site: Path, *, compress: bool) -> None:
    """Mend and guard the pages in `site`, and write beside them what other software reads and the browser needs.

    BuildError when the theme writes something else than what is mended here.
    """
    build.indexing.write(site, page_pieces(site, build.pages))
    mend_pages(site)
    write_redirects(site, build.register, build.moved)
    shutil.copytree(build.runtime, site / "assets" / "python" / build.runtime.name)
    if not build.edition:
        write_edition_runtime(
            build.root, site, build.runtime.name, own_edition.model_data(build.root, build.register, build.version)
        )
    write_data(build, site / "api")
    if build.address:
        write_pictures(build.register, build.documents, site, build.root / ".cache" / "pictures")
    forms.write_files(site)
    for name, body in build.books.items():
        (site / "handboek" / name).write_bytes(body)
    write_service_worker(site)
    policy.write_nginx(build.root, site)
    if compress:
        compress_site(site, build.root / ".cache" / "compressed")


NAV = re.compile(
    r'aria-labelledby="(?P<id>__nav_[\d_]+)_label"(?P<between>[^>]*>\s*<label class="md-nav__title" for="(?P=id)">.*?</span>)'
    r"(?P<title>.*?)</label>",
    re.DOTALL,
)
CHECKBOX = re.compile(r'(<input class="md-(?:toggle|nav__toggle)[^>]*?type="checkbox"[^>]*?) autocomplete="off"')
NEIGHBOUR = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
MENDS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("the links to a page's neighbours in its head", NEIGHBOUR, ""),
    ("an attribute that HTML does not allow on a checkbox", CHECKBOX, r"\1"),
    (
        "the names of folded menus",
        NAV,
        lambda m: f'aria-label="{m["title"].strip()}"{m["between"]}{m["title"]}</label>',
    ),
)
"""What the theme writes and we mend: what it is, how it is found, and what comes in its place.

Firefox fetches a page's neighbours before anyone asks, and reports that the policy forbids it; a folded menu without a name says
nothing to who listens.
"""


ARTICLE = "the article, to which hyphens keep and outside of which scripts get a hash,"


def mend_pages(site: Path) -> None:
    """Take out of every page what the theme does wrong, and give each its policy. BuildError when something that is mended is
    found on no page: the theme has changed, and so must this."""
    found = Counter[str]()
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        for what, pattern, put in MENDS:
            html, count = pattern.subn(put, html)
            found[what] += count
        found[ARTICLE] += bool(policy.CONTENT.search(html))
        folder = path.relative_to(site).parts[0]
        in_trees = folder == "beslisbomen"
        html = html if in_trees else soften(html)  # a tree's page is read back word for word, to compare it with Python
        path.write_text(policy.add(html, python=in_trees or folder == "eigen-versie"), encoding="utf-8")
    for what in (*(what for what, _, _ in MENDS), ARTICLE):
        if not found[what]:
            remedy = "Look what the theme writes now, and change or remove the mend in macros/finish.py."
            raise BuildError("the theme's pages", f"{what} cannot be found on any page", remedy)


VERDICTS = [
    {"oordeel": str(verdict), "laatGaan": verdict.permissive}
    for verdict in sorted(Oordeel, key=lambda verdict: verdict.strictness)
]
"""The verdicts, the mildest first: the strictest one about several persons is the one about all of them."""
ASPECTS = {aspect.__name__.lower(): name for aspect, name in ASPECT_NAMES.items()}
MEANINGS = {word(value): value.value for aspect in ASPECT_NAMES for value in aspect}
"""What answers say, as the words of `zegt` and in a reader's words."""


def write_data(build: Build, folder: Path) -> None:
    """Write the files for other software, with their schemas."""
    shutil.copytree(SCHEMAS, folder, dirs_exist_ok=True)
    schema = json.loads((SCHEMAS / REGISTER_SCHEMA).read_text("utf-8"))
    schema["properties"]["bepalingen"]["items"]["properties"]["document"] = {"enum": [*BY_ID]}
    write_json(folder / REGISTER_SCHEMA, schema)
    trees = [tree_json(tree) for tree in TREES.values()]
    write_json(
        folder / "beslisbomen.json",
        {"versie": build.version, "oordelen": VERDICTS, "aspecten": ASPECTS, "betekenissen": MEANINGS, "bomen": trees},
    )
    (folder / "dmn").mkdir()
    for tree in TREES.values():
        (folder / "dmn" / f"{tree.id}.dmn").write_bytes(dmn(tree))
        (folder / f"toetsformulier-{tree.id}.csv").write_text(review_form(tree), encoding="utf-8")
    write_json(folder / "voorbeelden.json", examples_page.data(build.examples, build.version))
    (folder / "toetsformulier-voorbeelden.csv").write_text(examples_page.review_form(build.examples), encoding="utf-8")
    write_documents(build, folder / "akn")
    (folder / "toetsformulier-gesprekken.csv").write_text(talk_form(TALKS), encoding="utf-8")
    provisions = [provision.to_json() for provision in build.register]
    state = state_of(provisions, trees)
    urls = {provision.id: provision.url for provision in build.register}
    whose = build.edition.name if build.edition else ""
    made = feed(read_history(build.root), state, urls, build.day, build.address, whose)
    (folder / "wijzigingen.atom").write_bytes(made)
    source = "bron/modelconvenant.txt"
    write_json(folder / "bepalingen.json", {"versie": build.version, "bron": source, "bepalingen": provisions})
    if edition := build.edition:
        about = {"editie": edition.id, "naam": edition.name, "versie": edition.version, "model": edition.model}
        write_json(folder / "editie.json", about)
        own = f"{edition.name}, versie {edition.version}"
        write_comparison(folder, "model", f"model {edition.model}", own, build.changes)
    for step in build.steps:
        write_comparison(folder, step.id, step.old.label, step.new.label, step.changes)
    write_json(folder / "eigen-versie.schema.json", own_edition.schema(build.fields))


def write_comparison(folder: Path, name: str, before: str, after: str, changes: Sequence[Change]) -> None:
    """Write what became of the provisions between two texts."""
    changed = [change.to_json() for change in changes]
    write_json(folder / "vergelijking" / f"{name}.json", {"van": before, "naar": after, "bepalingen": changed})


def write_documents(build: Build, folder: Path) -> None:
    """Write each document as Akoma Ntoso."""
    folder.mkdir()
    for document in build.documents.values():
        ids = [provision.id for provision in build.register if provision.document == document.id]
        pages = {
            name: read_page(name, page.html) for name, page in build.pages.items() if name.split("/")[0] == document.id
        }
        filled = build.edition if document.id in MODELS else None  # the guides stay the programme's
        version = filled.version if filled else build.edition.model if build.edition else build.version
        writer = AknWriter(document, ids, filled.name if filled else "")
        made = writer.write(pages, version, build.day, build.address)
        (folder / f"{document.id}.xml").write_bytes(made)


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


def write_json(path: Path, data: object) -> None:
    """Write a file for other software: UTF-8, one line per level, the same bytes for the same data."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
