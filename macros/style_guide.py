"""What /stijlgids/ shows: every component as readers meet it, made by its own template of real content.

What a script makes on the page has no template: the templates in `theme/guide` have it as the script leaves it, and
tests/site/test_style_guide.py holds that against the real thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urljoin
from xml.etree import ElementTree

from lxml import html

from decision_trees.catalogue import TREES
from decision_trees.forms.model import Kind
from decision_trees.forms.offered import empty_forms
from decision_trees.gesprekken import TALKS
from decision_trees.model import Node, Outcome, Tree
from decision_trees.walk import count_paths
from macros.build import Build
from macros.edition.answers import HEAD
from macros.edition.fields import Addition
from macros.examples.examples import Examples
from macros.examples.page import ExamplesPage, alike_links
from macros.shared.errors import BuildError
from macros.shared.html import Link, render
from macros.text import own_edition
from macros.text.comparison import CHANGED, Change, Piece
from macros.text.filled import block_of
from macros.trees import diagram, household, talks
from macros.trees.forms import PAGE
from macros.trees.page import TreePage, numbers

ROOT = "../"
"""From the style guide to the site's root."""
HIDDEN = re.compile(r'(?<!class="boom-route") hidden(?=[ >])')
"""What says that a part is not shown yet; the list of answers is filled by its script only."""
EXCERPTS = (
    "//nav[contains(@class, 'op-deze-pagina')]",
    "//ol[li[@data-aanduiding]/ol[li/p/span[@class='nummer']]]",
    "//p[.//a[contains(@class, 'niet-gepubliceerd')]]",
    "//ul[li[@data-nummer]]",
    "//li[starts-with(@id, 'stap-')]/..",
    "//p[not(span[@class='nummer'])][span[contains(@class, 'invulplek')]]",
    "//ol[li/p/span[@class='keuzetekst']]",
    "//span[contains(@class, 'kader toelichting')]",
    "//span[contains(@class, 'kader optie')]",
    "//span[contains(@class, 'kader keuze')]",
    "//span[contains(@class, 'kader tip')]",
    "//div[@class='footnote']",
    "//details[contains(@class, 'verwezen')]",
)
"""Parts of the text, each the first of its kind: where one is on a page, a paragraph with letters, what is cited by a number, steps,
what is open, what the makers say, a footnote, and what refers to a page."""


def shown(made: str) -> str:
    """HTML of a template with what its script would show only later."""
    return put(HIDDEN, "", made, "a part that its script shows later")


def put(place: re.Pattern[str] | str, words: str, made: str, what: str) -> str:
    """What a template made, with other words at each of these places. BuildError when it has none, as the template has changed."""
    pattern = re.compile(re.escape(place)) if isinstance(place, str) else place
    html, count = pattern.subn(lambda _: words, made)
    if not count:
        raise BuildError(
            "macros/style_guide.py", f"{what} is not in its template", "Look what the template writes now."
        )
    return html


def excerpt(build: Build, path: str) -> str:
    """The shortest element of the model's text that an XPath finds, its links as they lead from the style guide; nothing when there
    is none."""
    found = [
        (len(html.tostring(element)), name, element)
        for name, page in build.model.items()
        for element in html.fromstring(page.html).xpath(path)
    ]
    if not found:
        return ""
    _, name, element = min(found, key=lambda one: one[0])
    element.tail = None
    for link in element.iter("a"):
        address = urljoin(f"https://site/{name}/", link.get("href"))
        link.set("href", address.replace("https://site/", ROOT))
    for part in element.iter():
        if part.get("id"):
            part.set("id", f"{part.get('id')}-{name.replace('/', '-')}")
    made: str = html.tostring(element, encoding="unicode")
    return made


def provisions(build: Build) -> str:
    """Parts of the text of the model, and what the site puts beside it."""
    contents = next(iter(build.contents.groups.values()))
    return render(
        "guide/provision.html",
        excerpts=[excerpt(build, path) for path in EXCERPTS],
        groups=contents[:1],
        root=ROOT,
        level=0,
        uses=[build.register.find("convenant/artikel-2", "stijlgids")],
        corrections=[(one, build.register.find(one.place, "stijlgids")) for one in build.deviations.corrections[:1]],
    )


def advice(build: Build) -> str:
    """A question, and an outcome of each kind of advice."""
    tree = TREES["delen"]
    alike = alike_links(build.examples, tree, ROOT)
    page = TreePage(tree, build.register, ROOT, f"{ROOT}beslisbomen/{tree.id}/", alike, build.talks)
    outcomes = [page.outcome(outcome) for outcome in one_of_each_kind(tree)]
    return render("guide/advice.html", question=page.question(tree.questions[tree.start], live=True), outcomes=outcomes)


def walker(build: Build) -> str:
    """All that stands around a question and an advice, as if each had been asked for."""
    tree = TREES["datalek"]
    page = TreePage(tree, build.register, ROOT, f"{ROOT}beslisbomen/{tree.id}/")
    first = tree.questions[tree.start]
    weighs = TreePage(TREES["delen"], build.register, ROOT, f"{ROOT}beslisbomen/delen/")
    question = next(one for one in weighs.tree.questions.values() if any(answer.not_after for answer in one.answers))
    asked = next(words for outcome in tree.outcomes.values() if (words := page.began(outcome)))
    made = render("tree/walker.html", page=page, first=first, household=household)
    return render(
        "guide/walker.html",
        walker=put("></label>", f">{asked}</label>", shown(made), "the empty name of a term's moment"),
        stop=shown(render("tree/stop.html")),
        considerations=render("tree/considerations.html", page=weighs),
        household=render("tree/household.html", household=household),
        as_text=weighs.question(question),
    )


def examples(build: Build) -> str:
    """The page of examples with a few of them: one of an advice, one of a household, and one that another group names."""
    group = next(iter(build.examples.groups))
    alone = next(one for one in build.examples.home(group) if not one.household)
    family = next(one for one in build.examples.all if one.household)
    named = build.examples.named(group)[0]
    there = {id: build.examples.groups[id] for id in dict.fromkeys([group, family.groups[0], named.groups[0]])}
    few = Examples(tuple({one.id: one for one in (alone, family, named)}.values()), there)
    made = ExamplesPage(few, build.register, {}).render()
    return put("#voorbeelden-uit-de-praktijk", "#voorbeelden", made, "the way back to the heading of the examples")


def talk(build: Build) -> str:
    """One sheet for a talk."""
    return talks.page(build.register, ROOT, TALKS[:1])


def forms(build: Build) -> str:
    """The shortest empty form that has something to choose and to write."""
    whole = [form for form in empty_forms() if {Kind.BLANK, Kind.CHOICES} <= {block.kind for block in form.blocks}]
    form = min(whole, key=lambda one: len(one.blocks))
    made = render("form/forms.html", forms=[form])
    return put(f'"{form.file}"', f'"{ROOT}{PAGE}/{form.file}"', made, "the address of a form's Word file")


def edition(build: Build) -> str:
    """The form of /eigen-versie/ with one field of each kind, and what an edition makes of the text."""
    one_of_each = {field.kind: field for group in build.fields.groups for field in reversed(group.fields)}
    group = replace(build.fields.groups[0], fields=tuple(one_of_each.values()))
    questions = [own_edition.question(field, build.fields, build.register, ROOT) for field in group.fields]
    form = render("edition/form.html", groups=[(group, questions)], head=HEAD, root=ROOT, word=[], kinds=[], places=[])
    provision = build.register.find("convenant/artikel-2", "stijlgids")
    changes = [
        Change(CHANGED, provision, (Piece("=", "Dit bleef,"), Piece("-", "dit ging"), Piece("+", "en dit kwam.")))
    ]
    addition = Addition("eigen-stijl", "", "Wat jullie zelf regelen", ("Een eigen alinea.",))
    return render(
        "guide/edition.html",
        form=shown(form),
        changes=changes,
        root=ROOT,
        there=build.register,
        addition=ElementTree.tostring(block_of(addition, "Proeftuin Zuid"), encoding="unicode"),
    )


def one_of_each_kind(tree: Tree) -> list[Outcome]:
    """The first outcome of each kind of advice, the least strict first."""
    kinds = {outcome.oordeel: outcome for outcome in reversed([*tree.outcomes.values()])}
    return [kinds[kind] for kind in sorted(kinds, key=lambda kind: kind.strictness)]


def drawing(tree: Tree) -> str:
    """A diagram of a tree's first question and an outcome of each kind."""
    (width, height), (beside, below) = diagram.BOX, diagram.GAP
    nodes: list[Node] = [tree.questions[tree.start], *one_of_each_kind(tree)]
    number = numbers(tree)
    corners = [(beside + at % 4 * (width + beside), below + at // 4 * (height + below)) for at in range(len(nodes))]
    boxes = [diagram.box(node, number, corner, tree) for node, corner in zip(nodes, corners, strict=True)]
    half = width // 2
    made = render(
        "tree/diagram.html",
        tree=tree,
        paths=count_paths(tree),
        width=beside + 4 * (width + beside),
        height=below + 2 * (height + below),
        box_width=width,
        box_height=height,
        lines=[(boxes[0].x + half, boxes[0].y + height, box.x + half, box.y) for box in boxes[4:]],
        boxes=boxes,
    )
    return put('href="#', f'href="{ROOT}beslisbomen/{tree.id}/tabel/#', made, "a link to the row of a box")


def tables(build: Build) -> str:
    """A table in groups with what stands behind a row, a narrow one, and a diagram."""
    links = [Link(f"{ROOT}beslisbomen/verantwoording/#r1", "Boom delen, vraag 1")]
    return render("guide/tables.html", links=links, diagram=drawing(TREES["delen"]))


def frame(build: Build) -> str:
    """The neighbours at the foot of a page, and what is told of versions and of what is kept on the device."""
    return render("guide/frame.html")


def search(build: Build) -> str:
    """What the search shows."""
    return render("guide/search.html")


GROUPS: Mapping[str, Callable[[Build], str]] = {
    "bepalingen": provisions,
    "eigen-versie": edition,
    "formulieren": forms,
    "gesprekken": talk,
    "rond-een-bladzijde": frame,
    "loop": walker,
    "tabellen": tables,
    "uitkomsten": advice,
    "voorbeelden": examples,
    "zoeken": search,
}
"""What the page shows, by the name that its author writes."""
