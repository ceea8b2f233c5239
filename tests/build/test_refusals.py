"""A build stops, with the place and the remedy, on what would mislead a reader; each on a copy of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.finish import mend_pages
from macros.shared.errors import BuildError
from tests.conftest import build_site
from tools.site import copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break; installed packages are the project's own."""
    copy = tmp_path / "project"
    copy_project(copy, cache=True)
    return copy


def edit(path: Path, old: str, new: str) -> None:
    """Replace text that must be there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusal(project: Path, *, books: bool = False) -> str:
    """What a build prints that must stop, and that must leave no site behind; the books are set only where they matter."""
    result = build_site(project, project / "site", BOOKS=str(int(books)))
    assert result.returncode != 0
    assert not (project / "site").exists()
    return result.stdout + result.stderr


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project in which an article was added, one was removed and a paragraph too, each led on, and in which two
    files may be read by their owner only; without books."""
    project = tmp_path_factory.mktemp("changed") / "project"
    copy_project(project, cache=True)
    convenant = project / "docs" / "convenant"
    (convenant / "artikel-13.md").write_text(
        "# Artikel 13 Proef\n\n1. Eerste lid, zie artikel 2:\n\n    a. onderdeel a;\n\n2. Tweede lid.\n"
    )
    (convenant / "artikel-12.md").unlink()
    remove_last_paragraph(convenant / "artikel-6.md")
    edit(
        project / "mkdocs.yml",
        "          - 12. Slotbepaling: convenant/artikel-12.md\n",
        "          - 13. Proef: convenant/artikel-13.md\n",
    )
    (project / "bron" / "verhuisd.yml").write_text(
        "convenant/artikel-12: convenant/artikel-11\nconvenant/artikel-12/lid-1: convenant/artikel-11/lid-1\n"
        "convenant/artikel-12/lid-2: convenant/artikel-11/lid-2\nconvenant/artikel-6/lid-4: convenant/artikel-6/lid-3\n"
    )
    for name in ("macros/theme/frame/merk.svg", "macros/publication/schema/bepalingen.schema.json"):
        (project / name).chmod(0o400)
    result = build_site(project, project / "site", BOOKS="0")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


def remove_last_paragraph(page: Path) -> None:
    """Take article 6, paragraph 4, out of the covenant."""
    text = page.read_text()
    page.write_text(text[: text.index("4. Indien er sprake")])


def test_a_broken_link_and_a_broken_anchor_stop_the_build(project: Path) -> None:
    edit(project / "docs" / "over.md", "[verbeterde tikfouten](afwijkingen.md)", "[verbeterde tikfouten](fouten.md)")
    page = project / "docs" / "begrippen.md"
    page.write_text(page.read_text() + "\n[lid](privacyprotocol/artikel-6.md#lid-99)\n")
    output = refusal(project)
    assert "over.md" in output and "fouten.md" in output
    assert "begrippen.md" in output and "lid-99" in output
    assert "2 warnings" in output, "each by itself stops a strict build"


def test_an_unknown_source_in_a_tree_stops_the_build(project: Path) -> None:
    edit(
        project / "decision_trees" / "bronnen.py",
        'PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-2")',
        'PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-22")',
    )
    output = refusal(project)
    assert "decision_trees/trees/toestemming" in output or "decision_trees/trees/delen" in output
    assert "privacyprotocol/artikel-7/lid-22" in output and "Did you mean: privacyprotocol/artikel-7/lid-2" in output


def test_an_unreachable_question_stops_the_build(project: Path) -> None:
    edit(
        project / "decision_trees" / "trees" / "toestemming" / "start.py",
        'to="hulp-soort"',
        'to="doel-uitzoeken"',
    )
    output = refusal(project)
    assert "no answer leads to hulp-soort" in output


def test_an_unreachable_deviation_stops_the_build(project: Path) -> None:
    edit(
        project / "bron" / "afwijkingen.yml", 'oud: "uitvoering van de tak;n van"', 'oud: "uitvoering van de takn van"'
    )
    output = refusal(project)
    assert "bron/afwijkingen.yml" in output and "privacyprotocol/artikel-5/lid-2-c" in output


def test_removing_a_published_paragraph_without_a_redirect_stops_the_build(project: Path, changed: Path) -> None:
    remove_last_paragraph(project / "docs" / "convenant" / "artikel-6.md")
    output = refusal(project)
    assert "convenant/artikel-6/lid-4" in output and "plannen en mails" in output and "bron/verhuisd.yml" in output
    built = (changed / "convenant" / "artikel-6" / "index.html").read_text()
    assert 'id="lid-4"' in built and "verhuisd naar" in built


def test_a_removed_page_leads_on(changed: Path) -> None:
    page = (changed / "convenant" / "artikel-12" / "index.html").read_text()
    assert "../../convenant/artikel-11/#lid-2" in page and "assets/verhuisd.js" in page


def test_an_unknown_reference_of_an_author_stops_the_build_with_file_and_line(project: Path) -> None:
    page = project / "docs" / "over.md"
    page.write_text(page.read_text() + '\nZie {{ bepaling("privacyprotocol/artikel-6/lid-4-z") }}.\n')
    number = page.read_text().splitlines().index('Zie {{ bepaling("privacyprotocol/artikel-6/lid-4-z") }}.') + 1
    output = refusal(project)
    assert f"docs/over.md:{number}" in output and "lid-4-z" in output


def test_a_new_article_takes_no_more_than_its_text(changed: Path) -> None:
    built = (changed / "convenant" / "artikel-13" / "index.html").read_text()
    assert 'id="lid-1-a"' in built and "artikel 13, lid 1, onder a, Samenwerkingsconvenant" in built
    assert "../artikel-2/" in built


def test_files_that_only_their_owner_may_read_are_published_for_all(changed: Path) -> None:
    modes = {oct(path.stat().st_mode & 0o777) for path in changed.rglob("*") if path.is_file()}
    assert modes == {"0o644"}


def test_the_site_can_be_built_without_books(changed: Path) -> None:
    assert "zonder boeken" in (changed / "handboek" / "index.html").read_text("utf-8")
    assert [path.name for path in (changed / "handboek").iterdir()] == ["index.html"]


def test_a_number_at_the_start_of_a_wrapped_line_stops_the_build(project: Path) -> None:
    edit(
        project / "docs" / "privacyprotocol" / "artikel-8.md",
        "op grond van art 4.1 zorg",
        "op grond van art\n\n4.1 zorg",
    )
    output = refusal(project)
    assert "docs/privacyprotocol/artikel-8.md" in output and "4.1" in output


def test_a_missing_font_stops_the_build(project: Path) -> None:
    (project / "macros" / "handbook" / "fonts" / "AtkinsonHyperlegibleNext-700-normal.ttf").unlink()
    output = refusal(project, books=True)
    assert "AtkinsonHyperlegibleNext-700-normal.ttf is missing" in output and "BOOKS=0" in output


def test_a_sign_that_no_font_has_stops_the_build(project: Path) -> None:
    edit(project / "bron" / "begrippen.yml", "uitleg: Jeugdwet.", "uitleg: Jeugdwet 字.")
    output = refusal(project, books=True)
    assert "could not be displayed" in output and "macros/handbook (handboek" in output


def test_a_mend_of_the_themes_output_that_finds_nothing_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><meta charset="utf-8"><title>Ander thema</title>', "utf-8")
    with pytest.raises(BuildError, match="neighbours in its head cannot be found on any page"):
        mend_pages(tmp_path)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<!doctype html><meta charset=utf-8><article></article>", 'a page has no <meta charset="utf-8">'),
        ('<!doctype html><meta charset="utf-8"><main></main>', "the article, .* cannot be found on any page"),
    ],
)
def test_a_page_without_room_for_its_policy_or_without_an_article_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, message: str
) -> None:
    monkeypatch.setattr("macros.finish.MENDS", ())
    (tmp_path / "index.html").write_text(page, "utf-8")
    with pytest.raises(BuildError, match=message):
        mend_pages(tmp_path)
