"""What ISO 19005-2 (PDF/A-2a) asks of a file that a program can see without drawing it, clause by clause; a reading of our own, for no
validator of PDF/A is in the registries that we use."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

LONGEST_NAME, LONGEST_STRING, MOST_NESTED = 127, 32767, 28
"""6.1.13: bytes of a name and of a string, and how deep a state of drawing is kept."""
SIDES = (3, 14400)
"""6.1.13: how long the sides of a page may be, in points."""


def words(listed: str) -> frozenset[str]:
    """Words with spaces between them."""
    return frozenset(re.findall(r"\S+", listed))


ACTIONS = words("Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript")
"""6.5.1: what no file may do."""
STANDARD = words(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead "
    "TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
BLENDS = words(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation "
    "Color Luminosity"
)
FORBIDDEN_KEYS = {
    "6.1.7.1": ("/FFilter", "/FDecodeParms"),
    "6.2.5": ("/TR", "/HTP", "/HTO"),
    "6.2.8": ("/Alternates", "/OPI"),
    "6.2.9": ("/PS", "/Subtype2"),
    "6.4.2": ("/XFA", "/NeedsRendering"),
    "6.5.2": ("/AA",),
    "6.10": ("/AlternatePresentations", "/PresSteps"),
    "6.11": ("/Requirements",),
}
PAINTS = words("Tj TJ ' \" S s f F f* B B* b b* sh Do INLINE")
ALIKE = {
    "/Title": "dc:title",
    "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/Keywords": "pdf:Keywords",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
"""6.6.3: what a file says of itself twice."""

type Check = Callable[[bytes, pikepdf.Pdf], Iterator[str]]


def violations(pdf: bytes) -> set[str]:
    """The clauses that a PDF breaks."""
    with pikepdf.open(io.BytesIO(pdf)) as book:
        return {clause for check in CHECKS for clause in check(pdf, book)}


def everything(book: pikepdf.Pdf) -> Iterator[Any]:
    """Every object, also those within others."""
    waiting: list[Any] = [*book.objects, book.trailer]
    while waiting:
        thing = waiting.pop()
        yield thing
        if isinstance(thing, Dictionary | Stream):
            waiting += [value for value in dict(thing.items()).values() if not getattr(value, "is_indirect", False)]
        elif isinstance(thing, Array):
            waiting += [value for value in thing if not getattr(value, "is_indirect", False)]


def keyed(book: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary, also that of a stream."""
    return (thing for thing in everything(book) if isinstance(thing, Dictionary | Stream))


def file_structure(pdf: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """The header, what stands behind the end, the identifier; no encryption; limits."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", pdf):
        yield "6.1.2"
    if "/ID" not in book.trailer or "/Encrypt" in book.trailer or not re.search(rb"%%EOF\r?\n?\Z", pdf):
        yield "6.1.3"
    for thing in everything(book):
        if isinstance(thing, Name) and len(str(thing).encode()) - 1 > LONGEST_NAME:
            yield "6.1.13"
        if isinstance(thing, pikepdf.String) and len(bytes(thing)) > LONGEST_STRING:
            yield "6.1.13"
    for page in book.pages:
        box = [float(value) for value in page.mediabox]
        if not all(SIDES[0] <= side <= SIDES[1] for side in (box[2] - box[0], box[3] - box[1])):
            yield "6.1.13"


def streams_and_keys(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """No stream elsewhere, no filter with rights, and none of the keys that are forbidden."""
    for thing in keyed(book):
        yield from (clause for clause, keys in FORBIDDEN_KEYS.items() if any(key in thing for key in keys))
        if isinstance(thing, Stream):
            if "/F" in thing:
                yield "6.1.7.1"
            filters = thing.get("/Filter", Array())
            if {str(one) for one in (filters if isinstance(filters, Array) else [filters])} & {"/LZWDecode", "/Crypt"}:
                yield "6.1.7.2"
            if thing.get("/Interpolate"):
                yield "6.2.8"
            if "/Ref" in thing or thing.get("/Subtype") == "/PS":
                yield "6.2.9"
        if (blend := thing.get("/BM")) is not None and str(blend)[1:] not in BLENDS:
            yield "6.2.10"
        if thing.get("/Type") == "/Filespec" or "/EmbeddedFiles" in thing:
            yield "6.8"
        if "/OCProperties" in thing:
            yield "6.9"


def colours(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """One profile of output, that of the colours that are used."""
    intents = [one for one in book.Root.get("/OutputIntents", Array()) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "6.2.3"
        return
    profile = intents[0].DestOutputProfile
    space = {3: b"RGB ", 4: b"CMYK", 1: b"GRAY"}.get(int(profile.N))
    if space is None or profile.read_bytes()[16:20] != space:
        yield "6.2.3"
    if any(str(thing) == "/DeviceCMYK" for thing in everything(book) if isinstance(thing, Name)):
        yield "6.2.4.3"


def drawing(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """All that is drawn is tagged or called an artifact; no colour that the profile does not know; states do not nest too deep."""
    drawn = [*book.pages, *(one for one in book.objects if isinstance(one, Stream) and one.get("/Subtype") == "/Form")]
    for thing in drawn:
        within = nested = 0
        for one in pikepdf.parse_content_stream(thing):
            operator = str(one.operator)
            within += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            nested += {"q": 1, "Q": -1}.get(operator, 0)
            if nested > MOST_NESTED:
                yield "6.1.13"
            if operator in ("k", "K"):
                yield "6.2.4.3"
            if operator in PAINTS and not within and isinstance(thing, pikepdf.Page):
                yield "6.7.3"


def fonts(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """Each font is in the file and says which letters its signs are."""
    for font in (thing for thing in keyed(book) if thing.get("/Type") == "/Font"):
        kind = str(font.Subtype)
        if kind not in ("/Type0", "/Type3"):
            about = font.get("/FontDescriptor", Dictionary())
            if not any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield "6.2.11.4"
        if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            yield "6.2.11.3.2"
        if not kind.startswith("/CIDFont"):
            letters = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b"<0000> <0000>"
            if re.search(rb"<[0-9A-Fa-f]+>\s*<(0000|FEFF|FFFE)>", letters):
                yield "6.2.11.7"


def beside_the_content(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """What stands on a page besides its content prints, does nothing but lead somewhere, and says what it is."""
    for page in book.pages:
        for one in page.get("/Annots", Array()):
            flags = int(one.get("/F", 0))
            if not flags & 4 or flags & (1 | 2 | 32 | 256):  # prints; not invisible, hidden, unseen or seen at a touch
                yield "6.3.2"
            if one.get("/Subtype") not in ("/Link", "/Popup") and "/AP" not in one:
                yield "6.3.3"
            if not str(one.get("/Contents", "")).strip():
                yield "6.3"
    for thing in keyed(book):
        if str(thing.get("/S", ""))[1:] in ACTIONS or "/JavaScript" in thing:
            yield "6.5.1"
        if thing.get("/NeedAppearances"):
            yield "6.4.1"


def described(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """The file says of itself what it is, and twice the same."""
    if "/Metadata" not in book.Root:
        yield "6.6.2.1"
        return
    if re.search(rb"<\?xpacket begin=[^>]*(bytes|encoding)=", book.Root.Metadata.read_bytes()):
        yield "6.6.2.1"
    about = book.open_metadata()
    if (about.get("pdfaid:part"), about.get("pdfaid:conformance")) != ("2", "A"):
        yield "6.6.4"
    spoken = {"http://ns.adobe.com/xap/1.0/mm/", "http://www.aiim.org/pdfua/ns/id/"}
    declared = set(re.findall(r"namespaceURI>([^<]+)<", book.Root.Metadata.read_bytes().decode()))
    if any(f"{{{space}}}" in key for key in about for space in spoken - declared):
        yield "6.6.2.3"
    for own, other in ALIKE.items():
        if own in book.docinfo and comparable(str(book.docinfo[own])) != comparable(str(about.get(other, ""))):
            yield "6.6.3"
    if "/Author" in book.docinfo and [str(book.docinfo.Author)] != list(about.get("dc:creator", ())):
        yield "6.6.3"


def comparable(said: str) -> str | datetime.datetime:
    """A moment as such, other words as they are: a file writes its days in two ways."""
    digits = re.sub(r"\D", "", said)
    if said.startswith("D:") or re.fullmatch(r"\d{4}-\d\d-\d\dT.*", said):
        return datetime.datetime.strptime(digits[:14], "%Y%m%d%H%M%S").replace(tzinfo=datetime.UTC)
    return said


def structure(_: bytes, book: pikepdf.Pdf) -> Iterator[str]:
    """The file is tagged, in a language, with kinds of element that the standard knows."""
    marks = book.Root.get("/MarkInfo", Dictionary())
    if not marks.get("/Marked") or marks.get("/Suspects"):
        yield "6.7.2"
    if "/StructTreeRoot" not in book.Root:
        yield "6.7.3"
        return
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2})?", str(book.Root.get("/Lang", ""))):
        yield "6.7.4"
    roles = {str(key): str(value) for key, value in book.Root.StructTreeRoot.get("/RoleMap", Dictionary()).items()}
    if any(key[1:] in STANDARD for key in roles):
        yield "6.7.3.4"
    for thing in keyed(book):
        if thing.get("/Type") == "/StructElem":
            kind, seen = str(thing.S), set[str]()
            while kind in roles and kind not in seen:
                seen.add(kind)
                kind = roles[kind]
            if kind[1:] not in STANDARD:
                yield "6.7.3.4"
            if kind in ("/Figure", "/Formula") and not str(thing.get("/Alt", thing.get("/ActualText", ""))):
                yield "6.7.5"


CHECKS: tuple[Check, ...] = (
    file_structure,
    streams_and_keys,
    colours,
    drawing,
    fonts,
    beside_the_content,
    described,
    structure,
)
