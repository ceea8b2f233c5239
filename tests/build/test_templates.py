"""HTML comes from templates that escape every value: no text of a tree, a law, a role or a provision can become code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateError

from decision_trees.laws import LAWS
from decision_trees.model import Answer, Oordeel, Outcome, Question, Tree, bepaling, build_tree, weet_niet, wet
from decision_trees.record import CONSIDERATIONS
from macros import theme
from macros.publication import licences, metadata, redirects, versions
from macros.shared import html
from macros.shared.html import TEMPLATES, Layout, on_one_line, render
from macros.text.documents import titled
from macros.text.register import Provision, Register
from macros.trees import framework, household, readability, review
from macros.trees.diagram import diagram
from macros.trees.page import TreePage
from macros.trees.tables import tables
from tests.conftest import ROOT

HOSTILE = """<script>alert("{0}")</script><i title='{0}"> & {0}"""
PLAIN = "{0}"
CITED = "convenant/artikel-1"


def made_tree(form: str, id: str) -> Tree:
    """A tree of one question, in which every text has this form. `id`: what its ids begin with."""
    question = Question(
        id=id,
        text=form.format("vraag"),
        why=form.format("waarom"),
        sources=(bepaling(CITED), wet("BW 1:253i")),
        answers=(
            Answer(id=f"{id}a", text=form.format("antwoord"), to=f"{id}u", rules=(form.format("regel-antwoord"),)),
            weet_niet(f"{id}u", form.format("weet-niet")),
        ),
        rules=(form.format("regel-vraag"),),
    )
    outcome = Outcome(
        id=f"{id}u",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title=form.format("titel"),
        sentence=form.format("advies"),
        ask=form.format("vraag-aan"),
        steps=(form.format("stap"),),
        record=(form.format("vastleggen"),),
        tell=(form.format("vertellen"),),
        change=(form.format("verandert"),),
        sources=(wet("BW 1:253i"), bepaling(CITED)),
        rules=(form.format("regel-uitkomst"),),
        origin=form.format("herkomst"),
    )
    return build_tree(
        form.format("boom"),
        form.format("naam"),
        form.format("versie"),
        (question, outcome),
        checked_by_jurist=form.format("jurist"),
    )


def made_register(form: str) -> Register:
    """The provisions that the tree and the guide's considerations cite."""
    ids = dict.fromkeys([CITED, *(needed[-1].value for _, _, needed in CONSIDERATIONS)])
    texts = {name: form.format(name) for name in ("citation", "title", "text")}
    return Register(Provision(id=id, url=f"/{id}/", document="convenant", kind="", file="", **texts) for id in ids)


def rendered(form: str, id: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Everything that the rooms make as HTML, of texts in this form."""
    tree, register = made_tree(form, id), made_register(form)
    monkeypatch.setitem(LAWS, "BW", replace(LAWS["BW"], name=form.format("wet")))
    monkeypatch.setattr(household, "ADULTS", ((form.format("rol"), form.format("rolnaam")),))
    monkeypatch.setattr(licences, "FONT", (form.format("werk"), form.format("waarvoor"), form.format("licentie")))
    for module in (framework, review):
        monkeypatch.setattr(module, "TREES", {"b": tree})
    monkeypatch.setattr(framework, "carriers", lambda trees: {})
    monkeypatch.setattr(framework, "ELSEWHERE", {"R1": form.format("elders")})
    name, about, done, why_not, case = map(form.format, ("punt", "over", "gedaan", "waarom-niet", "casus"))
    point = review.Point(name, about, done, why_not, (("b", id),), (case,))
    monkeypatch.setattr(review, "read_points", lambda root: [point])
    names = ("wanneer", "dan", "bron", "zekerheid")
    monkeypatch.setattr(framework, "read_rules", lambda root: [framework.Rule("R1", *map(form.format, names))])
    page = TreePage(tree, register, "../../")
    return {
        "page": page.render("python/", "boom.js"),
        "tables": tables(tree, page),
        "diagram": diagram(tree),
        "account": framework.account(root),
        "review": review.table(root),
        "readability": readability.table([tree]),
        "licences": licences.table(ROOT),
        "head": metadata.head(CITED, register, form.format("versie"), titled("")),
        "newest": versions.redirect(form.format("adres")),
        "moved": redirects.moved_page("x/y", {form.format("anker"): form.format("adres"), "": "/elders/"}),
    }


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, and all its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.words += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


SHOWN = {
    "page": (
        "vraag waarom antwoord weet-niet titel advies vraag-aan stap vastleggen vertellen verandert wet citation rol rolnaam "
        "boom versie jurist"
    ),
    "tables": (
        "vraag waarom antwoord weet-niet titel advies vraag-aan stap vastleggen vertellen verandert wet citation "
        "regel-antwoord regel-vraag regel-uitkomst"
    ),
    "diagram": "naam",
    "account": "wanneer dan bron zekerheid elders",
    "review": "punt over gedaan waarom-niet casus",
    "readability": "naam",
    "licences": "werk waarvoor licentie",
    "head": "title text citation versie",
    "newest": "adres",
    "moved": "anker adres",
}
"""Which of the texts stand on which page."""


@pytest.mark.parametrize("name", SHOWN)
def test_a_hostile_text_is_shown_as_it_is_and_changes_no_tag(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Tags(rendered(PLAIN, "v", tmp_path, monkeypatch)[name])
    made = rendered(HOSTILE, """v"'<b>&""", tmp_path, monkeypatch)[name]
    hostile = Tags(made)
    assert hostile.tags == plain.tags
    words = "\n".join(hostile.words).replace("\\u003c", "<").replace('\\"', '"').lower()
    for text in SHOWN[name].split():
        assert HOSTILE.format(text).lower() in words, text
    assert "<script>alert" not in made and "<i title" not in made


def test_a_number_to_call_is_a_link_in_a_text_that_is_escaped() -> None:
    called = html.to_call("Bel <b>113</b> of 0800-2000, niet 1123")
    assert called == (
        'Bel &lt;b&gt;<a href="tel:113">113</a>&lt;/b&gt; of <a href="tel:0800-2000">0800-2000</a>, niet 1123'
    )


def test_emphasis_of_the_framework_is_html_in_a_text_that_is_escaped() -> None:
    assert html.emphasis("**wel** <b> *niet*") == "<strong>wel</strong> &lt;b&gt; <em>niet</em>"


def test_a_value_that_is_not_given_ends_the_build() -> None:
    with pytest.raises(TemplateError, match="'rows' is undefined"):
        render("tree/readability.html", long=20)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("<ul>\n  <li>een</li>\n  <li>twee</li>\n</ul>", "<ul><li>een</li><li>twee</li></ul>"),
        ("<p>\n  een\n  twee <b>drie</b>\n</p>", "<p>een twee <b>drie</b></p>"),
        ('<a class="x"\n  href="y">een</a> <a>twee</a>', '<a class="x" href="y">een</a> <a>twee</a>'),
        ('{% if true %}\n  een{{ " " }}\n  {{ 1 + 1 }}\n{% endif %}', "een 2"),
        ("{# more #}\n<p>\n{% for n in (1, 2) %}\n  {{ n }},\n{% endfor %}\n</p>", "<p>1,2,</p>"),
    ],
)
def test_line_breaks_beside_tags_and_values_are_not_in_the_page(template: str, page: str) -> None:
    assert Environment(autoescape=True, extensions=[Layout]).from_string(template).render() == page


def test_the_layout_leaves_a_text_on_one_line_alone() -> None:
    assert on_one_line("  een  <b> twee </b> ") == "  een  <b> twee </b> "


def test_every_template_is_used_and_none_is_published() -> None:
    templates = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    ours = {name for name in templates if not name.startswith("overrides/")}
    sources = [*(ROOT / "macros").rglob("*.py"), *(TEMPLATES / name for name in ours)]
    named = {
        name
        for path in sources
        for name in re.findall(
            r'"((?:tree|talk|form|frame|provision|example|edition|guide)/\w+\.html)"', path.read_text("utf-8")
        )
    }
    assert named == ours
    assert not [address for address, _ in theme.assets() if address.endswith(".html")]


BY_HAND = {
    ("shared/html.py", '<a href="tel:'): "a filter, of a text that is escaped first",
    ("shared/html.py", "<strong>"): "the same",
    ("shared/html.py", "<em>"): "the same",
    ("author_sandbox.py", "<div data-inzet="): "a mark with a number, in which Markdown leaves room for a macro's HTML",
    ("text/whole_document.py", "<nav [^>]*op-deze"): "a pattern that finds what the site added to a page",
    ("search/index.py", "<title>(.*?)"): "a pattern that finds a page's title",
    ("search/index.py", "<meta name="): "a mark that is looked for in a page's head",
    ("search/index.py", "</article>"): "where a page's content ends",
    ("finish.py", "aria-labelledby"): "a pattern that finds what the theme writes",
    ("finish.py", "(<input class"): "the same",
    ("finish.py", r"\s*<link rel"): "the same",
    ("edition/word.py", ""): "XML of a Word file, also in the browser, which has no templates",
    ("author_sandbox.py", '"></div>'): "the end of that mark",
    ("author_sandbox.py", "<template>"): "what Jinja calls a page's text in an error",
    ("style_guide.py", "></label>"): "where a script writes the name of a term's moment",
    ("style_guide.py", "</label>"): "the same",
    ("finish.py", "</label>"): "the end of a menu's name, as the theme writes it",
    ("publication/policy.py", r"<article\b"): "a pattern that finds a page's content",
    ("publication/hyphenation.py", r"(<article\b"): "the same, to put soft hyphens in it",
    ("publication/policy.py", "<script(?P"): "a pattern that finds a page's scripts",
    ("publication/policy.py", "<meta charset"): "the place in a finished page where the policy goes",
    (
        "publication/policy.py",
        "<meta http-equiv",
    ): "the policy, of our own words and hashes; its quotes must stay quotes",
}
"""The strings with a tag in them outside templates: file, how each begins, and why it may."""
GROUP = re.compile(r"\?P<\w+>")
"""The name of a group in a pattern."""
TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>/(\\]")


def strings(tree: ast.Module) -> Iterator[str]:
    """The strings of a module, also those within f-strings, but for its docstrings."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_no_module_writes_html_by_hand() -> None:
    found = set()
    for path in sorted((ROOT / "macros").rglob("*.py")):
        name, text = path.relative_to(ROOT / "macros").as_posix(), path.read_text("utf-8")
        assert "from html import escape" not in text, path
        found |= {(name, one) for one in strings(ast.parse(text)) if TAG.search(GROUP.sub("", one))}
    used = {
        (name, text): [key for key in BY_HAND if name == key[0] and text.startswith(key[1])] for name, text in found
    }
    assert [place for place, exceptions in used.items() if not exceptions] == []
    assert {key for exceptions in used.values() for key in exceptions} == {*BY_HAND}
