"""The register is complete, in order, and says where the text stands; counted without the project's own parser."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from decision_trees.model import bepaling
from macros.text.documents import DOCUMENTS
from macros.text.published_addresses import recorded
from macros.text.references import UNPUBLISHED
from tests.conftest import ROOT
from tests.text.published import article_of, text_of


@pytest.fixture(scope="session")
def register(site: Path) -> list[dict[str, Any]]:
    """The published register."""
    found: list[dict[str, Any]] = json.loads((site / "api" / "bepalingen.json").read_text())["bepalingen"]
    return found


def source_lines(first: str, last: str) -> list[str]:
    """The lines of the source from the one that begins with `first` up to the one that begins with `last`."""
    lines = [line.strip() for line in (ROOT / "bron" / "modelconvenant.txt").read_text().splitlines()]
    start = next(i for i, line in enumerate(lines) if line.startswith(first))
    end = next((i for i, line in enumerate(lines) if i > start and line.startswith(last)), len(lines))
    return lines[start:end]


def count(pattern: str, lines: list[str]) -> int:
    """How many lines begin with a pattern."""
    return sum(bool(re.match(pattern, line)) for line in lines)


def test_numbers_of_provisions_equal_a_count_of_the_source(register: list[dict[str, Any]]) -> None:
    kinds = Counter((entry["document"], entry["soort"]) for entry in register)
    covenant = source_lines("Artikel 1  Doel", "Aldus overeengekomen")
    assert kinds["convenant", "artikel"] == count(r"Artikel \d+ ", covenant) == 12
    assert kinds["convenant", "lid"] == count(r"\d+\. ", covenant)
    assert kinds["convenant", "onderdeel"] == count(r"(?:[a-k]|i{1,3})\. ", covenant)
    assert kinds["convenant", "overweging"] == count("•", source_lines("Overwegende dat", "Verklaren als volgt"))
    assert kinds["convenant", "voetnoot"] == count(r"[12] (Zie|Voor) ", covenant)
    assert kinds["convenant", "partij"] == count(r"\d\. ", source_lines("Partners", "Bijlagen:"))
    assert kinds["convenant", "bijlage"] == count(r"Bijlage \d:", source_lines("Bijlagen:", "Overwegende dat"))
    protocol = source_lines("Artikel 2 Doel", "Bijlage 2 Wegwijzer")
    # "4.1 zorg draagt" stands at the start of a line inside 8.3: a reference, not a number of its own.
    assert kinds["privacyprotocol", "lid"] == count(r"\d+\.\d+\.? ", protocol) - count(r"4\.1 zorg", protocol)
    definitions = source_lines("Artikel 1 Definities", "Artikel 2 Doel")
    letters = count(r"[a-z]\. ", protocol) + count(r"[ab]\. ", definitions)
    assert kinds["privacyprotocol", "onderdeel"] == letters
    assert kinds["privacyprotocol", "definitie"] == count(r"\[?[A-Z][A-Za-z ]{1,34}[:ː]|\[naam team\]:", definitions)
    recitals = source_lines("overwegende dat:", "komen het volgende overeen")
    assert kinds["privacyprotocol", "overweging"] == count(r"[a-h]\. ", recitals) == 9
    professionals = source_lines(
        "I. Basisregels voor professionals voor een zorgvuldige omgang met persoonsgegevens:", "II Vuist"
    )
    assert kinds["wegwijzer-professionals", "basisregel"] == count("Ø", professionals) == 12
    assert kinds["wegwijzer-professionals", "afweging"] == count(r"\d\. ", professionals) == 5
    assert kinds["wegwijzer-professionals", "tip"] == len(re.findall(r"\[Tip", " ".join(professionals)))
    rules = source_lines("Vuistregels samenwerken met de jeugdige", "Zie voor meer informatie ook")
    assert kinds["vuistregels", "vuistregel"] == count(r"\d\. ", rules)
    assert kinds["vuistregels", "spelregel"] == count("•", rules)
    organisations = source_lines("I. Wat hebben organisaties", "Zie voor meer informatie:")
    assert kinds["wegwijzer-organisaties", "organiseren"] == count(r"\d+\. ", organisations) == 10
    assert kinds["wegwijzer-organisaties", "stap"] == count(r"Stap \d:", organisations) == 4
    assert kinds["wegwijzer-organisaties", "uitgangspunt"] == count("•", organisations) == 5


def test_ids_are_unique_and_in_reading_order(register: list[dict[str, Any]]) -> None:
    ids = [entry["id"] for entry in register]
    assert len(ids) == len(set(ids))
    order = list(dict.fromkeys(entry["document"] for entry in register))
    assert order == [document.id for document in DOCUMENTS]
    assert ids.index("convenant/artikel-2") > ids.index("convenant/artikel-1/lid-6")


def test_every_address_leads_to_the_element_with_that_text(site: Path, register: list[dict[str, Any]]) -> None:
    pages: dict[str, html.HtmlElement] = {}
    for entry in register:
        path, _, anchor = entry["url"].partition("#")
        if path not in pages:
            pages[path] = article_of(site / path.strip("/") / "index.html")
        if not anchor:
            continue
        [element] = pages[path].xpath(f".//*[@id='{anchor}']")
        text = " ".join(text_of(element).split())
        own = entry["tekst"]
        for piece in re.split(r"(?<=\.) (?=Weet wanneer)", own):  # a tip stands between these two sentences
            assert piece.strip(" ;.") in text, (entry["id"], piece, text)


def test_register_fits_its_published_schema(site: Path) -> None:
    schema = json.loads((site / "api" / "bepalingen.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    data = json.loads((site / "api" / "bepalingen.json").read_text())
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    for name, wrong in (("url", "geen adres"), ("document", "geen-document")):
        right, data["bepalingen"][0][name] = data["bepalingen"][0][name], wrong
        assert list(Draft202012Validator(schema).iter_errors(data)), name
        data["bepalingen"][0][name] = right


def test_pages_carry_the_register_as_legislation(site: Path, register: list[dict[str, Any]]) -> None:
    page = html.fromstring((site / "privacyprotocol" / "artikel-6" / "index.html").read_bytes())
    [block] = page.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(block)
    assert data["@type"] == "Legislation" and data["legislationIdentifier"] == "privacyprotocol/artikel-6"
    wanted = [e["id"] for e in register if e["id"].startswith("privacyprotocol/artikel-6/")]
    assert [part["legislationIdentifier"] for part in data["hasPart"]] == wanted
    assert page.xpath("//meta[@name='citation_title']/@content") == ["Artikel 6 Geheimhouding"]


def test_every_address_is_recorded(register: list[dict[str, Any]]) -> None:
    assert [e["id"] for e in register if e["id"] not in set(recorded(ROOT))] == [], "run: make addresses"


INTERNAL = r"\b[Aa]rt(?:ikel|\.)? \d+(?:\.\d)?(?! ?(?:AVG|BW|Wet|t/m))|\blid \d|[Bb]ijlage \d|Wegwijzer (?:zorg|gege)\w+|Vuistregels zorg\w+|Handreiking"


def test_every_internal_reference_is_a_link_or_has_a_reason(site: Path, register: list[dict[str, Any]]) -> None:
    unlinked = []
    for path in dict.fromkeys(entry["url"].split("#")[0] for entry in register):
        article = article_of(site / path.strip("/") / "index.html")
        for gone in article.xpath(".//*[contains(@class,'redactie')] | .//h1 | .//h2 | .//span[@class='nummer']"):
            gone.drop_tree()
        linked = [" ".join(a.text_content().split()) for a in article.xpath(".//a")]
        text = " ".join(article.text_content().split())
        for match in re.finditer(INTERNAL, text):
            said = match.group(0)
            after = text[match.start() : match.start() + 80]
            law = re.match(
                r"(?:artikel|art\.?|lid) [\d.:]+(?: lid \d)?,? ?(?:eerste lid, onder a\. )?(?:van de )?(?:\))?"
                r"(?:AVG|Jeugdwet|Wmo|BW|,|\()",
                after,
            )
            if not law and not any(said in words or words in after for words in linked):
                unlinked.append(f"{path}: {after}")
    assert unlinked == []


def test_what_is_not_published_says_so(site: Path) -> None:
    page = article_of(site / "convenant" / "artikel-6" / "index.html")
    [link] = page.xpath(".//a[contains(@class,'niet-gepubliceerd')]")
    assert "niet op deze site" in link.get("title") and link.get("href").endswith("over/#niet-gepubliceerd")
    assert len(UNPUBLISHED) > 5


def test_what_the_trees_cite_is_cited_there_as_on_the_site(register: list[dict[str, Any]]) -> None:
    """In a record, on a form and in the list for reviewers, which have no register."""
    cites = {entry["id"]: entry["aanduiding"] for entry in register}
    written = " ".join(path.read_text("utf-8") for path in (ROOT / "decision_trees").rglob("*.py"))
    used = set(re.findall(r'bepaling\(\s*"([^"]+)"', written))
    assert len(used) > 60
    assert {id: bepaling(id).label for id in used} == {id: cites[id] for id in used}
