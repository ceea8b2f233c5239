"""All that `make build EDITION=…` writes: it claims nothing that is true of the model only, and words that a proeftuin wrote are words
everywhere, in the books, the EPUB and Word too."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html
from pypdfium2 import PdfDocument

from macros.handbook.files import TRACKED_FILES
from tests.conftest import build_site
from tests.text.model import EXAMPLE, marked_model
from tools.site import copy_project

NAME = "Proeftuin 'Noord' & (Zuid)"
HOSTILE = (
    "<i class=zz>{{ 7*7 }}</i>](javascript:zz) | *zz* #zz $zz$ \\ &lt;b&gt; [^1] \"' `zz` "
    '#panic("zz") "]; @zz // ]]> --> </w:t> \\u{7a} {% zz %} ⟦zz⟧ «zz» = zz'
)
TERM = HOSTILE.replace(":", ";")
"""What a definition defines has no colon."""
MADE = "//*[contains(@class, 'zz')] | //*[contains(@href, 'javascript:')]"
"""What the hostile words would be if anything read them as more than words."""
CLAIMS = re.compile(
    r"woord\s+voor\s+woord|(?<!onderstaand )(?<!bron/)modelconvenant|tekst is gelijk aan", re.IGNORECASE
)
THEIRS = ("convenant/toelichting", "assets/", "api/akn/convenant.xml", "eigen-versie.schema.json")
"""Where the makers' explanation stands, which says whose it is; and scripts and a schema that serve the model too."""
AUTHOR = f"{NAME}, op het model van het Toekomstscenario kind- en gezinsbescherming"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with hostile words in each field of text, in additions and parties."""
    project = tmp_path_factory.mktemp("hostile") / "project"
    copy_project(project, cache=True)
    data = tomllib.loads(EXAMPLE.read_text("utf-8")) | {"naam": NAME}
    data["antwoorden"] |= {field.id: HOSTILE for field in marked_model()[1] if field.kind == "tekst"}
    data["antwoorden"] |= {
        "team_naam": TERM,
        "werkomgeving": f"Een {TERM}",
        "meer_partijen": [{"naam": f"{HOSTILE}{more}", "vertegenwoordiger": HOSTILE} for more in ("", " twee")],
    }
    data["toevoegingen"] = [
        {"id": "lid", "na": "convenant/artikel-5/lid-3", "kop": HOSTILE, "tekst": HOSTILE},
        {"id": "bijlage-4", "na": "convenant/bijlagen", "kop": HOSTILE, "tekst": [HOSTILE, HOSTILE]},
        {"id": "verteld", "na": "privacyprotocol/artikel-7", "kop": HOSTILE, "tekst": HOSTILE},
        {"id": "artikel", "na": "convenant/artikel-12", "kop": f"Artikel 13 {HOSTILE}", "tekst": HOSTILE},
    ]
    (project / "edities" / "vijandig.json").write_text(json.dumps(data))
    result = build_site(project, project / "made", EDITION="vijandig")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "made"


def texts(name: str, body: bytes) -> str:
    """The words in a file."""
    if name.endswith(".html"):
        page = html.fromstring(body)
        for data in page.xpath("//style"):
            data.drop_tree()
        return " ".join([page.text_content(), *page.xpath("//meta/@content | //@title | //@aria-label")])
    if name.endswith((".docx", ".epub")):
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            names = [part for part in file.namelist() if part.endswith((".xml", ".xhtml", ".opf"))]
            parts = [file.read(part) for part in names if not part.startswith("customXml/")]  # JSON has signs otherwise
            return " ".join(" ".join(etree.fromstring(part).itertext()) for part in parts)
    if name.endswith(".pdf"):
        return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(body))
    return "" if name.endswith((".woff2", ".png", ".wasm", ".gz", ".br")) else body.decode("utf-8", "replace")


def test_nothing_that_is_true_of_the_model_only_is_said_in_any_file(built: Path) -> None:
    said = []
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.is_file() and not name.startswith(THEIRS):
            words = texts(name, path.read_bytes()).replace("\N{SOFT HYPHEN}", "")
            said += [f"{name}: {found[0]}" for found in CLAIMS.finditer(words)]
    assert said == []


def test_files_for_software_name_the_proeftuin_and_not_the_model(built: Path) -> None:
    akn = {path.stem: path.read_text("utf-8") for path in (built / "api" / "akn").glob("*.xml")}
    assert 'value="/akn/nl/doc/convenant/proeftuin-noord-zuid"' in akn["convenant"]
    assert "showAs=\"Proeftuin 'Noord' &amp; (Zuid)\"" in akn["privacyprotocol"] and ";1/" in akn["privacyprotocol"]
    assert (
        "toekomstscenario" in akn["vuistregels"]
        and "proeftuin-noord" not in akn["vuistregels"]
        and "(model" not in "".join(akn.values())
    )
    feed = etree.parse(built / "api" / "wijzigingen.atom").getroot()
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:title", "", names) == f"Gegevens delen in {NAME}: wat is er gewijzigd?"
    assert feed.findtext("a:author/a:name", "", names) == AUTHOR and "proeftuin-noord-zuid" in feed.findtext(
        "a:id", "", names
    )
    entries = json.loads((built / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    explained = [one["aanduiding"] for one in entries if one["id"].startswith("convenant/toelichting")]
    assert explained and all(one.endswith("(van het model)") for one in explained)
    assert json.loads((built / "manifest.webmanifest").read_text("utf-8"))["name"] == f"Gegevens delen in {NAME}"


def as_it_was(piece: str) -> bool:
    """Whether the hostile words go on here as they were given, whole or cut with an ellipsis."""
    rests = [words.partition("class=zz>")[2] for words in (HOSTILE, TERM)]
    return any(
        piece.startswith(rest) or ((begun := piece.partition(" …")[0]) and rest.startswith(begun)) for rest in rests
    )


def test_words_of_a_proeftuin_are_words_in_every_page_and_file(built: Path) -> None:
    seen = dict.fromkeys((".html", ".xml", ".json"), 0)
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.suffix not in seen or name.startswith("assets/"):
            continue
        body = path.read_bytes()
        if path.suffix != ".json":
            tree = html.fromstring(body) if path.suffix == ".html" else etree.fromstring(body)
            assert not tree.xpath(MADE), name
        plain = " ".join(texts(name, body).replace("\N{SOFT HYPHEN}", "").split())
        assert "<i class=zz>49" not in plain, name
        seen[path.suffix] += plain.count("{{ 7*7 }}")
        if path.suffix == ".html" and "application/ld+json" not in body.decode():
            altered = [piece[:200] for piece in plain.split("class=zz>")[1:] if not as_it_was(piece)]
            assert not altered, f"{name}: {altered}"
    assert all(seen.values()), seen


def test_words_of_a_proeftuin_are_words_in_books_epub_and_word(built: Path) -> None:
    """Letters only: a line may break anywhere in print. In a text of ours the words of the proeftuin stand whole, as often as they begin."""
    seen = {}
    for path in sorted((built / "handboek").iterdir()):
        if path.suffix not in (".pdf", ".docx", ".epub"):
            continue
        said = re.sub(r"\s", "", texts(path.name, path.read_bytes()).replace("\ufffe", "-").replace("\x02", "-"))
        whole, begun = (
            sum(said.count(re.sub(r"\s", "", form)) for form in forms) for forms in ((HOSTILE, TERM), ("class=zz>",))
        )
        assert "<iclass=zz>49" not in said, path.name
        broken = path.suffix == ".pdf" or path.name in TRACKED_FILES.values()  # by a page's edge, or the model's words
        assert broken or whole == begun, path.name
        seen[path.name] = (whole, begun)
        if path.suffix != ".pdf":
            with zipfile.ZipFile(path) as file:
                for part in file.namelist():
                    if part.endswith((".xml", ".xhtml", ".opf", ".rels")):
                        assert not etree.fromstring(file.read(part)).xpath(MADE), f"{path.name}: {part}"
    assert min(seen[name][0] for name in ("convenant.docx", "convenant.pdf", "handboek.epub", "handboek.pdf")) > 40
