"""What software reads in a page's head: schema.org Legislation for its provisions, and citation metadata."""

from __future__ import annotations

from collections.abc import Mapping

from macros.shared.html import render
from macros.text.documents import Document, document_of
from macros.text.register import Provision, Register


def addition(document: Document, covenant: Document, version: str) -> str:
    """What a full citation says after the document's name: which annex it is to which covenant, and the version."""
    return (f" ({document.annex} bij het {covenant.title})" if document.annex else "") + f", versie {version}"


def head(page: str, register: Register, version: str, documents: Mapping[str, Document]) -> str:
    """The metadata of a page of source text, as HTML for its head. `documents`: by id, under the titles of this build."""
    own = register.find(page, page)
    parts = register.parts_of(page)
    document = documents[document_of(page).id]
    data = {
        "@context": "https://schema.org",
        **legislation(own, version),
        "inLanguage": "nl",
        "isPartOf": {"@type": "Legislation", "name": document.title},
        "hasPart": [legislation(part, version) for part in parts],
    }
    meta = {
        "citation_title": own.title,
        "citation_language": "nl",
        "citation_collection_title": document.title,
        "citation_technical_report_number": version,
        "bepaling-toevoeging": addition(document, documents["convenant"], version),
    }
    return render("frame/metadata.html", meta=meta, data=data)


def legislation(provision: Provision, version: str) -> dict[str, str]:
    """One provision as schema.org knows it."""
    return {
        "@type": "Legislation",
        "@id": provision.url,
        "legislationIdentifier": provision.id,
        "name": provision.citation,
        "text": provision.text,
        "version": version,
    }
