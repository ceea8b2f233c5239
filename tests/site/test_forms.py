"""The forms under an advice: made by Python in the browser, shown as they are, printed, saved, kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import html
from playwright.sync_api import Page, Route, expect

from decision_trees.catalogue import TREES
from decision_trees.forms.model import Form, Kind
from decision_trees.forms.offered import empty_forms, forms
from decision_trees.forms.word import word_file
from decision_trees.model import Tree
from decision_trees.walk import View, view
from macros.trees.forms import addresses
from tests.site.conftest import Watched
from tests.site.test_walk import DELEN, TO_SCHOOL, TREE, ready, walk

Open = Callable[..., Watched]
Look = Callable[..., Page]
TO_YOUNG = ["nee", "geheim", "12-15", "niet-gevraagd"]
YOUNG = {"acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "12-15", "besluit-12-15": "niet-gevraagd"}
FOLDS = ".boom-formulieren > details"


def open_forms(page: Page) -> None:
    """Ask for the forms, and wait until they are there."""
    page.get_by_role("button", name="Formulieren bij dit advies").click()
    expect(page.locator(".boom-formulieren h2")).to_be_focused()
    expect(page.locator(FOLDS).first).to_be_visible()


def followed(tree: Tree, given: list[str]) -> View:
    """Where answers lead that are given in turn, as the page gives them."""
    answers: dict[str, str] = {}
    for id in given:
        answers[view(tree, answers).node.id] = id
    return view(tree, answers)


def words(text: str) -> str:
    """A text without what the page's own hyphens add."""
    return " ".join(text.replace("\u00ad", "").split())


def test_the_forms_of_a_walk_are_those_that_python_makes_and_are_fetched_when_asked_for(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    ready(page)
    walk(page, TO_YOUNG)
    assert not [url for url in watched.requests if url.endswith(("forms.zip", "formulier.js"))]
    before = len(watched.requests)
    open_forms(page)
    fetched = sorted(url.rsplit("/", 1)[1] for url in watched.requests[before:])
    assert fetched == ["bestand.js", "forms.zip", "formulier.js"]
    made = forms(view(TREES["toestemming"], YOUNG), "")
    assert [form.id for form in made] == ["toestemming", "intrekken", "afwegingsverslag"]
    shown = page.locator(FOLDS)
    assert [words(text) for text in shown.locator("summary").all_text_contents()] == [form.title for form in made]
    for form, fold in zip(made, shown.all(), strict=True):
        there = words(fold.text_content() or "")
        for text in form.words:
            if "Gemaakt met" not in text:  # holds the day
                assert words(text) in there, text
    assert watched.errors == []


def test_no_answer_leaves_the_page_with_a_form(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    walk(page, TO_YOUNG)
    ready(page)
    open_forms(page)
    page.locator(FOLDS).first.locator("summary").click()
    with page.expect_download() as saved:
        page.locator(FOLDS).first.get_by_role("button", name="Bewaar als Word-bestand").click()
    assert saved.value.suggested_filename == "toestemming.docx"
    told = [url for url in watched.requests if not url.startswith("blob:")]
    assert not [url for url in told if "?" in url or "#" in url or re.search("geheim|12-15|niet-gevraagd|jongere", url)]
    made = next(form for form in forms(view(TREES["toestemming"], YOUNG), "") if form.id == "toestemming")
    assert Path(saved.value.path()).read_bytes() == word_file(made)
    assert watched.errors == []


def test_nothing_of_a_form_is_left_after_wiping_or_another_step(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_YOUNG)
    ready(page)
    open_forms(page)
    page.get_by_role("button", name="Terug naar de vraag").click()
    expect(page.locator(".boom-formulieren")).to_be_hidden()
    assert page.locator(FOLDS).count() == 0
    walk(page, TO_YOUNG[-1:])
    open_forms(page)
    page.get_by_role("button", name="Wis alles en begin opnieuw").click()
    expect(page.locator(".boom-formulieren")).to_be_hidden()
    assert page.locator(FOLDS).count() == 0
    assert "toestemming.docx" not in page.content()


def test_forms_of_a_household_are_for_each_who_was_not_asked(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    walk(page, ["nee"])
    expect(page.get_by_role("button", name="Formulieren voor deze mensen")).to_be_hidden()
    page.get_by_role("button", name="+ Moeder", exact=True).click()
    page.get_by_role("button", name="+ Kind van 12–15").click()
    for who in ("moeder>moeder", "kind-1>kind-1"):
        page.locator(f".huishouden-vragen button[data-sleutels='{who}'][data-waarde='niet-gevraagd']").first.click()
    page.get_by_role("button", name="Formulieren voor deze mensen").click()
    titles = page.locator(f"{FOLDS} > summary")
    expect(titles.first).to_be_visible()
    assert [words(text) for text in titles.all_text_contents()][:2] == [
        "Toestemming om gegevens te delen: moeder, over moeder",
        "Toestemming om gegevens te delen: kind 1, over kind 1",
    ]


def test_a_form_prints_alone_on_at_most_two_sheets(open_page: Open) -> None:
    from pypdfium2 import PdfDocument

    page = open_page(DELEN).page
    ready(page)
    walk(page, TO_SCHOOL)
    made = {form.title: form for form in forms(followed(TREES["delen"], TO_SCHOOL), "")}
    page.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    open_forms(page)
    assert page.locator(f"{FOLDS} > summary").all_text_contents()[-1] == "Bij gegevens die je krijgt"
    for fold in page.locator(FOLDS).all():
        fold.evaluate("fold => { fold.open = true; }")
        fold.get_by_role("button", name="Print").click()
        assert "print-formulier" in page.evaluate("window.printed")
        fold.evaluate(
            "fold => { fold.classList.add('te-printen'); document.documentElement.classList.add('print-formulier'); }"
        )
        printed = PdfDocument(page.pdf(format="A4"))
        text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
        assert len(printed) <= 2, fold.locator("summary").text_content()
        assert (fold.locator("h3").text_content() or "x") in text.replace("\r\n", " ")
        assert heads_a_foot(sheets_of(page), made[fold.locator("h3").text_content() or ""]) == []
        assert "Wis alles" not in text and "Bewaar als" not in text
        fold.evaluate(
            "fold => { fold.classList.remove('te-printen'); document.documentElement.classList.remove('print-formulier'); }"
        )


def sheets_of(page: Page) -> list[str]:
    """The words on each sheet of A4, without spaces and hyphens."""
    from pypdfium2 import PdfDocument

    texts = [sheet.get_textpage().get_text_range() for sheet in PdfDocument(page.pdf(format="A4"))]
    return [re.sub(r"[\s\u00ad\ufffe]", "", text) for text in texts]


def parted_lines(page: Page) -> int:
    """How many sheets begin with a line to write on, whose label stands on the sheet before."""
    from pypdfium2 import PdfDocument, raw

    parted = 0
    for sheet in list(PdfDocument(page.pdf(format="A4")))[1:]:
        boxes = {
            kind: [bounds for one in sheet.get_objects(filter=[kind]) if (bounds := one.get_bounds())]
            for kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT)
        }
        lines = [top for _, bottom, _, top in boxes[raw.FPDF_PAGEOBJ_PATH] if top - bottom < 3]
        parted += bool(lines) and max(lines) > max(top for *_, top in boxes[raw.FPDF_PAGEOBJ_TEXT])
    return parted


def heads_a_foot(sheets: list[str], form: Form) -> list[str]:
    """The headings of a form that stand alone at the foot of a sheet, with or without their sources."""
    found = []
    for block in form.blocks:
        if block.kind is Kind.HEADING:
            head = "".join(block.text.split())
            ends = (head, head + "".join("; ".join(block.sources).split()))
            found += [block.text for sheet in sheets[:-1] if sheet.endswith(ends)]
    return found


SMALLEST = """() => Math.min(...[...document.querySelectorAll(".formulier *")].filter((e) => e.checkVisibility()
  && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
EIGHT_POINTS = 8 / 72 * 96


def test_each_empty_form_prints_alone_on_at_most_two_sheets_with_no_heading_at_a_foot(open_page: Open) -> None:
    page = open_page("formulieren/", python=False).page
    for form in empty_forms():
        page.evaluate("id => { location.hash = id; }", form.id)
        sheets = sheets_of(page)
        assert len(sheets) <= 2 and all(sheets), form.id
        assert sheets[0].startswith("".join(form.title.split())), form.id
        others = {"".join(other.title.split()) for other in empty_forms() if other.title != form.title}
        assert not [title for title in others if title in "".join(sheets)], form.id
        assert heads_a_foot(sheets, form) == [], form.id
        assert parted_lines(page) == 0, form.id
        answer = [sheet for sheet in sheets if "Neeikgeefgeentoestemming" in sheet.replace(",", "")]
        assert all("Datumenhandtekening:" in sheet for sheet in answer), form.id  # who signs sees what for
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST) >= EIGHT_POINTS - 0.01


HIDDEN = """() => [...document.styleSheets].filter((sheet) => !sheet.href?.includes("/stylesheets/")).flatMap((sheet) => {
  const found = [];
  const within = (rules, print) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) within(rule.cssRules, print || rule.conditionText === "print");
      else if (print && rule.style?.display === "none" && !rule.selectorText.includes("::"))
        for (const one of document.querySelectorAll(rule.selectorText))
          if (getComputedStyle(one).display !== "none") found.push(`${rule.selectorText}: ${one.outerHTML.slice(0, 80)}`);
    }
  };
  within(sheet.cssRules, false);
  return found;
})"""


def test_what_our_style_leaves_off_the_paper_is_not_on_it(look: Look) -> None:
    """The theme's own rules for lists and folds must not win."""
    for path in ("formulieren/", "gesprekken/", "privacyprotocol/artikel-6/", TREE, "voorbeelden/", "zoeken/"):
        page = look(path)
        page.emulate_media(media="print")
        wrong = page.evaluate(HIDDEN)
        page.emulate_media(media="screen")
        assert wrong == [], path


def test_a_part_that_does_not_come_says_so_and_is_tried_again(open_page: Open) -> None:
    broken = True

    def part(route: Route) -> None:
        if broken:
            route.fulfill(status=404)
        else:
            route.continue_()

    watched = open_page(TREE, prepare=lambda context: context.route("**/forms.zip", part))
    page = watched.page
    walk(page, TO_YOUNG)
    ready(page)
    page.get_by_role("button", name="Formulieren bij dit advies").click()
    expect(page.locator(".formulieren-stand")).to_contain_text("kunnen hier nu niet worden gemaakt")
    broken = False
    open_forms(page)
    expect(page.locator(FOLDS)).to_have_count(3)


def test_forms_that_cannot_be_loaded_say_so_where_they_would_have_stood(open_page: Open) -> None:
    page = open_page(
        TREE, python=False, prepare=lambda context: context.route("**/formulier.js", lambda route: route.abort())
    ).page
    walk(page, TO_YOUNG)
    page.get_by_role("button", name="Formulieren bij dit advies").click()
    expect(page.get_by_text("De formulieren kunnen hier nu niet worden geladen.")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Lege formulieren")).to_be_in_viewport()
    page.get_by_role("button", name="Terug naar de vraag").click()
    expect(page.locator(".boom-formulieren")).to_be_hidden()


def test_the_empty_forms_stand_on_their_page_and_as_word_files(site: Path) -> None:
    page = html.fromstring((site / "formulieren" / "index.html").read_bytes())
    recorded = (Path(__file__).parents[2] / "bron" / "adressen.txt").read_text("utf-8").splitlines()
    assert [id for id in addresses() if id not in recorded] == []
    for form in empty_forms():
        [sheet] = page.xpath(f"//section[@id='{form.id}']")
        there = words(sheet.text_content())
        for text in form.words:
            assert words(text) in there, text
        assert (site / "formulieren" / form.file).read_bytes() == word_file(form)


def test_the_page_and_the_script_show_a_form_alike(open_page: Open) -> None:
    page = open_page("formulieren/").page
    shown = page.evaluate(
        """async (form) => {
          const { Forms } = await import(new URL("../assets/formulier.js", location.href).href);
          const fold = Forms.prototype.folded.call({}, form, true);
          const tags = (element) => [...element.querySelectorAll("*")].map((e) => e.tagName.replace("H4", "H3") + e.className);
          const sheet = fold.querySelector(".formulier");
          sheet.querySelector("h3").remove();
          const own = document.querySelector("#toestemming").cloneNode(true);
          for (const part of own.querySelectorAll("h2, .formulier-weg")) part.remove();
          return [tags(sheet), tags(own), sheet.textContent, own.textContent];
        }""",
        empty_forms()[0].to_json(),
    )
    assert shown[0] == shown[1]
    assert words(shown[2]).replace(" ", "") == words(shown[3]).replace(" ", "")
