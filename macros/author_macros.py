"""The macros that authors use in docs/: `{{ … }}` in Markdown becomes what these functions return.

Each takes the page that is being filled in, and with it the build; then what the author wrote between the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from decision_trees.catalogue import TREES
from decision_trees.gesprekken import TALKS
from macros import style_guide, theme
from macros.author_sandbox import EVENTS, Filling
from macros.build import Build
from macros.examples.page import ExamplesPage, alike_links
from macros.handbook.files import (
    FILES,
    GUIDES,
    KEPT_OFFLINE,
    MODEL,
    NAMES_IN_EDITION,
    POCKETS,
    SINCE_MODEL,
    TRACKED_FILES,
    WORD_FILES,
    BookFile,
)
from macros.publication import licences
from macros.shared.errors import BuildError
from macros.shared.html import Link, render
from macros.text import own_edition
from macros.text.citable_parts import slug
from macros.text.documents import BY_ID
from macros.text.source import LIST as DEVIATIONS
from macros.text.whole_document import whole_document
from macros.trees import forms, framework, readability, review, tables, talks
from macros.trees.diagram import diagram
from macros.trees.page import TreePage

SIGNS = re.compile(r"&#?\w+;|[\\`*_{}\[\]<>|~^$#!:&]")
"""What Markdown or its extensions make something of, and entities, which stay."""
TOKEN_GROUPS = {
    "color": "Kleuren",
    "font": "Letters",
    "space": "Ruimte",
    "border": "Randen",
    "focus": "Focus",
    "size": "Maten",
}
"""The kinds of design tokens, as their names have them, with what the style guide calls them."""


def token_tables(_page: Filling) -> str:
    """The design tokens, for the style guide."""
    tokens = theme.tokens().values()
    groups = [
        (title, [token for token in tokens if token.name.split("-")[1] == kind]) for kind, title in TOKEN_GROUPS.items()
    ]
    return render("frame/tokens.html", groups=groups)


def known[T](page: Filling, options: Mapping[str, T], name: str) -> T:
    """What an author names. BuildError, with the line and what there is, for a name that is not known."""
    if name not in options:
        place = f"docs/{page.file}:{line_of(page, name)}"
        raise BuildError(place, f"{name!r} is not known here", f"Choose from: {', '.join(options)}.")
    return options[name]


def deviations_table(page: Filling) -> str:
    """Corrections of the source as a list for readers."""
    find = page.build.register.find
    corrections = [(entry, find(entry.place, DEVIATIONS)) for entry in page.build.deviations.corrections]
    return render("provision/deviations.html", corrections=corrections)


def notes_table(page: Filling, kind: str) -> str:
    """Added headings ("koppen") or kept slips ("behouden") as a list for readers."""
    deviations = page.build.deviations
    notes = known(page, {"koppen": deviations.headings, "behouden": deviations.kept}, kind)
    placed = [(note, page.build.register.find(note.place, DEVIATIONS)) for note in notes]
    return render("provision/notes.html", notes=placed)


def contents(page: Filling, document: str, level: int = 2) -> str:
    """The pages of a document in groups, each with its heading and what it is about. `level`: of the groups' headings, 0 for
    none."""
    groups = known(page, page.build.contents.groups, document)
    return render("provision/contents.html", groups=groups, level=level, root=root_from(page))


def tree_page(page: Filling, id: str) -> str:
    """The page of a tree: the walker and the whole tree as text."""
    tree = known(page, TREES, id)
    alike = alike_links(page.build.examples, tree, "../../")
    shown = TreePage(tree, page.build.register, "../../", alike=alike, sheets=page.build.talks)
    return shown.render(f"assets/python/{page.build.runtime.name}/", "assets/boom.js")


def examples(page: Filling) -> str:
    """All practice examples, group by group."""
    return ExamplesPage(page.build.examples, page.build.register, page.build.moved).render()


def components(page: Filling, group: str) -> str:
    """A group of the components, for the style guide."""
    return known(page, style_guide.GROUPS, group)(page.build)


def tree_tables_of(page: Filling, id: str) -> str:
    """A tree as numbered tables."""
    tree = known(page, TREES, id)
    return tables.tables(tree, TreePage(tree, page.build.register, "../../../"))


def talk_sheets(page: Filling) -> str:
    """The sheets for talks."""
    return talks.page(page.build.register, "../")


def empty_forms(page: Filling) -> str:
    """The empty forms."""
    return forms.page()


def tree_diagram(page: Filling, id: str) -> str:
    """A tree as a diagram."""
    return diagram(known(page, TREES, id))


def tree_book(page: Filling, id: str) -> str:
    """Where a tree stands to print; nothing when the site is built without books."""
    file = next(file for file in FILES if file.name == f"beslisboom-{known(page, TREES, id).id}.pdf")
    pocket = next((book for book in POCKETS if id in book.parts), None)
    there = file.name in page.build.books
    return render("tree/printed.html", file=file, pocket=pocket, root=root_from(page), there=there)


def review_form_address(page: Filling, id: str) -> str:
    """Where the review form of a tree stands, from the page of its tables."""
    return f"../../../api/toetsformulier-{known(page, TREES, id).id}.csv"


def rules_account(page: Filling) -> str:
    """The account of the framework's rules."""
    return framework.account(page.build.root)


def review_table(page: Filling) -> str:
    """The review of the trees, point by point."""
    return review.table(page.build.root)


def offline_size(page: Filling) -> str:
    """How much a device keeps, roughly, in words: the runtime's files and the rest of the last build."""
    python = sum(path.stat().st_size for path in page.build.runtime.iterdir())
    return f"ongeveer {round(python / 1e6) + 6} MB op je apparaat; het ophalen kost minder, omdat bestanden gecomprimeerd komen"


def handbook_files(page: Filling) -> str:
    """The files of the handbook, each with its size."""
    books = page.build.books
    there = [file for file in (named_file(one, page.build) for one in FILES) if file.name in books]
    groups = [
        (group, slug(group), [(file, size_of(len(books[file.name]))) for file in there if file.group == group])
        for group in dict.fromkeys(file.group for file in there)
    ]
    return render("frame/books.html", groups=groups)


def named_file(file: BookFile, build: Build) -> BookFile:
    """A file as the page calls it: in an edition nothing is a model, and the model's changes are those since the version before."""
    if build.edition is None:
        before = build.steps[0].old.label if build.steps else ""
        return replace(file, title=file.title.replace(SINCE_MODEL, f"wat anders is dan in {before}"))
    group = f"Van {build.edition.name} (Word)" if file.group in (MODEL, GUIDES) else file.group
    name = NAMES_IN_EDITION.get(file.name, file.name)
    return replace(file, name=name, group=group, title=file.title.replace(BY_ID["convenant"].title, "Convenant"))


def size_of(count: int) -> str:
    """A number of bytes as people write it."""
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1e6 else f"{round(count / 1000)} kB"


def handbook_size(page: Filling) -> str:
    """How much the handbook adds on a device."""
    return size_of(sum(len(page.build.books.get(name, b"")) for name in KEPT_OFFLINE))


def edition_name(page: Filling) -> str:
    """The name of the proeftuin whose edition is built. BuildError when it is the model itself."""
    if page.build.edition is None:
        raise BuildError(f"docs/{page.file}", "this is the model, no edition", "Use this in edities/bladzijden/ only.")
    return str(escape(page.build.edition.name))


SAID_OF_WORD = {
    "convenant": "het convenant",
    "privacyprotocol": "het protocol",
    "wegwijzer-professionals": "de wegwijzer voor professionals",
    "wegwijzer-organisaties": "de wegwijzer voor organisaties",
}
"""What a button calls a Word file."""


def edition_form(page: Filling) -> str:
    """The form in which a proeftuin fills in the model; without scripts a list of what there is to fill in."""
    word = [(id, file, SAID_OF_WORD[id]) for id, file in WORD_FILES.items() if file in page.build.books]
    return own_edition.form(page.build.fields, page.build.register, root_from(page), word)


def tracked_files(build: Build) -> list[tuple[str, str]]:
    """The Word files with tracked changes of this build, each with the title of its document."""
    there = [(id, file) for id, file in TRACKED_FILES.items() if file in build.books]
    return [(f"handboek/{file}", build.documents[id].title) for id, file in there]


def comparison(page: Filling) -> str:
    """What the edition changed in the model, per provision."""
    build = page.build
    return render(
        "edition/comparison.html",
        changes=build.changes,
        tracked=tracked_files(build),
        root=root_from(page),
        there=build.register,
    )


def versions(page: Filling) -> str:
    """What each published version of the model changed, per provision; in words when there is one version only."""
    build = page.build
    return render(
        "edition/versions.html",
        versions=build.versions,
        steps=build.steps,
        in_word=tracked_files(build),
        root=root_from(page),
        there=build.register,
    )


def additions(page: Filling) -> str:
    """What the proeftuin added, as a list of links."""
    added = [one for one in page.build.register if one.kind == "toevoeging"]
    links = [Link(root_from(page) + one.url.lstrip("/"), one.citation) for one in added]
    return render("edition/additions.html", links=links)


def provision_link(page: Filling, id: str) -> str:
    """A reference that an author makes: a link to a provision, with its citation as text. BuildError when unknown."""
    return render("provision/reference.html", link=reference(page, id))


def reference(page: Filling, id: str) -> Link:
    """A link to a provision from the page, with its citation. BuildError when unknown."""
    target = page.build.register.find(id, f"docs/{page.file}:{line_of(page, id)}")
    return Link(root_from(page) + target.url.lstrip("/"), beside_markdown(target.citation, page))


def beside_markdown(text: str, page: Filling) -> Markup:
    """A text as HTML in which Markdown finds nothing to make: in an edition its words come from a proeftuin."""
    escaped = escape(text)
    if page.build.edition is None:
        return escaped
    return Markup(SIGNS.sub(lambda sign: sign[0] if sign[0][1:] else f"&#{ord(sign[0])};", escaped))  # noqa: S704 (escaped first)


def root_from(page: Filling) -> str:
    """From the address of the page that is being filled in to the site's root."""
    return "../" * (page.file.count("/") + (not page.file.endswith("index.md")))


def glossary(page: Filling) -> str:
    """All terms with their explanation, where the text defines them and where it uses them, as Markdown."""
    return "\n".join(
        render(
            "provision/term.html",
            name=beside_markdown(term.name, page),
            anchor=term.anchor,
            explanation=beside_markdown(term.explanation, page),
            link=reference(page, term.provision) if term.provision else None,
            uses=page.build.term_uses.get(term.name, []),
        )
        for term in page.build.terms
    )


def document_in_one(page: Filling, document: str) -> str:
    """All pages of a document one after another."""
    return whole_document(
        known(page, BY_ID, document).id, {name: source.html for name, source in page.build.pages.items()}
    )


def readability_table(page: Filling) -> str:
    """How hard each tree is to read, and the talks."""
    return readability.table(TREES.values(), TALKS)


def licence_tables(page: Filling) -> str:
    """Whose work the site uses."""
    return licences.table(page.build.root)


def line_of(page: Filling, name: str) -> int:
    """The line of the page's file on which a name first stands between quotes, for an error; 0 when it does not."""
    lines = (page.build.root / "docs" / page.file).read_text(encoding="utf-8").splitlines()
    quoted = re.compile(rf"""(["']){re.escape(name)}\1""")
    return next((number for number, line in enumerate(lines, 1) if quoted.search(line)), 0)


MACROS: dict[str, Callable[..., str]] = {
    "afwijkingen": deviations_table,
    "begrippenlijst": glossary,
    "beoordeling": review_table,
    "bepaling": provision_link,
    "editie": edition_name,
    "beslisboom": tree_page,
    "boomboek": tree_book,
    "boomschema": tree_diagram,
    "boomtabel": tree_tables_of,
    "bronnotities": notes_table,
    "eigen_versie": edition_form,
    "formulieren": empty_forms,
    "gesprekken": talk_sheets,
    "handboek": handbook_files,
    "handboek_grootte": handbook_size,
    "inhoud": contents,
    "leesbaarheid": readability_table,
    "licenties": licence_tables,
    "offline_grootte": offline_size,
    "onderdelen": components,
    "regels": rules_account,
    "toevoegingen": additions,
    "tokens": token_tables,
    "toetsformulier": review_form_address,
    "vergelijking": comparison,
    "versies": versions,
    "volledig": document_in_one,
    "voorbeelden": examples,
}
"""What authors may call, by the name they write."""
MARKDOWN = frozenset({edition_name, glossary, provision_link, offline_size, handbook_size, review_form_address})
"""Macros whose result is Markdown or words in a sentence; the others give whole HTML, which Markdown need not read."""


def define_env(env: Any) -> None:
    """Entry point of mkdocs-macros-plugin; `env.conf` is MkDocs' configuration."""
    for name, macro in MACROS.items():
        env.macro(partial(call, env.conf.plugins, macro), name)


def call(plugins: Any, macro: Callable[..., str], *arguments: str) -> str:
    """What a macro gives for the page that is being filled in."""
    page: Filling = plugins[EVENTS].filling
    made = macro(page, *arguments)
    return made if macro in MARKDOWN else page.insert(made)


def on_pre_page_macros(env: Any) -> None:
    """Tell the sandbox which page's macros are being filled in, so that an error names it."""
    env.env.start(env.page, env.markdown)
