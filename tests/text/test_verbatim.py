"""The site says what the source says, word by word and in order, but for the listed deviations."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from lxml import html

from macros.text.source import read_deviations
from tests.conftest import ROOT
from tests.text.published import article_of, differences, read_pages


def test_site_equals_source_word_by_word(site: Path) -> None:
    deviations = read_deviations(ROOT / "bron")
    pages = read_pages(site)
    assert sum(len(page.words) for page in pages) > 8000
    assert differences(deviations.expected(), pages) == []


def test_a_changed_word_is_reported_with_its_file(site: Path) -> None:
    deviations = read_deviations(ROOT / "bron")
    pages = read_pages(site)
    index = next(i for i, page in enumerate(pages) if page.url == "/privacyprotocol/artikel-6/")
    words = list(pages[index].words)
    words[words.index("geheimhouding")] = "openbaarmaking"
    pages[index] = dataclasses.replace(pages[index], words=tuple(words))
    [report] = differences(deviations.expected(), pages)
    assert report.startswith("docs/privacyprotocol/artikel-6.md:")
    assert "geheimhouding" in report and "openbaarmaking" in report


def test_a_removed_page_is_reported(site: Path) -> None:
    deviations = read_deviations(ROOT / "bron")
    pages = [page for page in read_pages(site) if page.url != "/convenant/artikel-12/"]
    assert differences(deviations.expected(), pages)


def test_only_listed_headings_are_added(site: Path) -> None:
    deviations = read_deviations(ROOT / "bron")
    listed = {f"/{note.place}/" for note in deviations.headings}
    added = set()
    for page in read_pages(site):
        article = article_of(site / page.url.strip("/") / "index.html")
        if article.xpath(".//h1[contains(@class,'redactie')] | .//h2[contains(@class,'redactie')]"):
            added.add(page.url)
    assert added == listed


def test_brackets_and_open_places_are_elements_not_loose_text(site: Path) -> None:
    loose = []
    for page in read_pages(site):
        article = article_of(site / page.url.strip("/") / "index.html")
        for frame in article.xpath(
            ".//*[contains(@class,'haak') or contains(@class,'invulplek') or contains(@class,'keuzetekst')]"
        ):
            if "keuzetekst" not in frame.get("class"):
                tail = frame.tail
                frame.text = ""
                frame.tail = tail
        text = html.tostring(article, encoding="unicode", method="text")
        loose += [f"{page.file}: {mark}" for mark in ("[", "]", "……", "XXX") if mark in text]
    assert loose == []


def test_deviations_are_published(site: Path) -> None:
    deviations = read_deviations(ROOT / "bron")
    text = " ".join(article_of(site / "afwijkingen" / "index.html").text_content().split())
    for entry in deviations.corrections:
        assert " ".join(entry.reason.split()) in text
        assert entry.new in text
