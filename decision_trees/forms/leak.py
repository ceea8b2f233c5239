"""What a leak asks to be written: a note in the register, a message to the partners, one to the persons (protocol 8; AVG 33, 34)."""

from __future__ import annotations

from collections.abc import Iterator

from decision_trees.bronnen import (
    PP_LEK_24_UUR,
    PP_LEK_AFWEGING,
    PP_LEK_BEPERKEN,
    PP_LEK_PARTNERS,
    PP_LEK_PROTOCOL,
)
from decision_trees.forms.dates import NO_DATES, Dates, dated
from decision_trees.forms.model import Block, Form, answer_of, answered, blank, choices, heading, items, pairs, text
from decision_trees.meaning import Lek, Proeftuin, Risico, Stand, Termijn
from decision_trees.model import Outcome, wet
from decision_trees.walk import Step, View, said_on

RULE, PERSON = wet("AVG 33 lid 5"), wet("AVG 34 lid 2")


def leak_forms(view: View, dates: Dates = NO_DATES) -> Iterator[Form]:
    """The forms that go with an advice about a leak: the partners hear it where the advice rests on article 8.6.

    Not where a term of 24 hours runs: they hear it after those hours too.
    """
    outcome = view.node
    if not isinstance(outcome, Outcome):
        return
    tells_partners = PP_LEK_24_UUR in outcome.sources
    if tells_partners or Termijn.MELD_INTERN in outcome.terms:
        yield register_form(view, dates)
    if tells_partners:
        yield partners_form(view, dates)
    if Termijn.BETROKKENEN in outcome.terms:
        yield persons_form(view)


def _said(view: View | None) -> tuple[Step, ...]:
    """What the walk says of what happened and of the risk."""
    return tuple(s for s in view.route if any(isinstance(v, Lek | Risico) for v in s.answer.says)) if view else ()


def _answers(view: View | None) -> Iterator[Block]:
    """What was answered about the leak; without answers nothing."""
    if steps := _said(view):
        yield answered(steps)


def register_form(view: View | None = None, dates: Dates = NO_DATES) -> Form:
    """The note in the leak register, which every leak gets, told or not (R151)."""
    return Form(
        id="lekregister",
        title="Aantekening in het register van datalekken",
        about="",
        blocks=tuple(_register(view, dates)),
    )


def _register(view: View | None, dates: Dates) -> Iterator[Block]:
    yield text(
        "Elk datalek staat in het register, ook als het niet wordt gemeld. Schrijf hier geen namen van gezinsleden.",
        RULE,
    )
    yield blank("Nummer, en wie dit invult", 1, RULE, PP_LEK_PROTOCOL)
    if dates.hour:
        yield pairs([("Ontdekt op", dates.hour)], RULE, wet("AVG 33 lid 1"))
        yield blank("Ontdekt door wie", 1, RULE)
    else:
        yield blank("Ontdekt op (dag en uur), door wie", 1, RULE, wet("AVG 33 lid 1"))
    yield blank("Gebeurd op (dag en uur), en hoe", 2, RULE)
    yield from _answers(view)
    yield blank("Welke gegevens, van hoeveel mensen", 2, RULE, wet("AVG 33"))
    yield blank("Wie ze zag of nu kan hebben", 1, RULE)
    yield blank("Gevolgen voor de betrokkenen", 2, RULE)
    yield blank("Wat is gedaan om te stoppen en te herstellen, en wanneer", 2, RULE, PP_LEK_BEPERKEN)
    yield heading("Wie het hoorde", PP_LEK_24_UUR, PP_LEK_AFWEGING, wet("AVG 33 lid 1"), wet("AVG 34"))
    yield text("Vul dag en uur in.", RULE)
    yield choices(
        "",
        (
            "privacy-officer of FG, op",
            "partners, op",
            "Autoriteit Persoonsgegevens, op",
            "Autoriteit Persoonsgegevens niet, want",
            "betrokkenen, op",
            "betrokkenen niet, want",
        ),
        RULE, PP_LEK_24_UUR, PP_LEK_AFWEGING, wet("AVG 33 lid 1"), wet("AVG 34"),
    )  # fmt: skip
    yield blank("Later gemeld dan 72 uur? De reden", 1, wet("AVG 33 lid 1"))


def partners_form(view: View | None = None, dates: Dates = NO_DATES) -> Form:
    """The message to the partners, within 24 hours (protocol 8.2, 8.6; R155)."""
    return Form(
        id="lekpartners",
        title="Bericht aan de partners over een datalek",
        about="",
        blocks=tuple(_partners(view, dates)),
    )


def _partners(view: View | None, dates: Dates) -> Iterator[Block]:
    yield blank("Aan (partner, contactpersoon)", 1, PP_LEK_PARTNERS)
    yield blank("Van (organisatie, naam, telefoon), dag en uur", 1, PP_LEK_PARTNERS, PP_LEK_24_UUR)
    said = said_on(view.route) if view else frozenset()
    data = (
        "zijn gegevens uit de proeftuin"
        if not view or Proeftuin.WEL in said
        else "kunnen gegevens uit de proeftuin zijn"
    )
    if Stand.VOORBIJ in said:
        yield text(
            f"Bij ons is een datalek ontdekt. Daarbij {data}. Volgens artikel 8.6 van het "
            "privacyprotocol had je dit binnen 24 uur moeten horen. Dat is niet gebeurd. Wij melden het nu.",
            PP_LEK_24_UUR, PP_LEK_PARTNERS,
        )  # fmt: skip
        yield blank("Waarom het te laat is", 2, PP_LEK_24_UUR)
    else:
        yield text(
            f"Bij ons is een datalek ontdekt. Daarbij {data}. Wij melden het volgens artikel 8.6 van "
            "het privacyprotocol binnen 24 uur.",
            PP_LEK_24_UUR, PP_LEK_PARTNERS,
        )  # fmt: skip
    yield dated("Ontdekt op", "dag en uur", dates.hour, 0, PP_LEK_24_UUR)
    happened = next((s for s in _said(view) if any(isinstance(value, Lek) for value in s.answer.says)), None)
    if happened:
        yield pairs([("Soort lek", happened.answer.text)], answer_of(happened), PP_LEK_PARTNERS)
    yield blank("Wat er gebeurde, en welke soort gegevens (geen namen)", 2, PP_LEK_PARTNERS)
    yield blank("Kenmerk van de zaken waar het om gaat", 1, PP_LEK_PARTNERS)
    yield blank("Wat wij al deden, en wat wij nog doen", 2, PP_LEK_BEPERKEN)
    yield items(
        (
            "Weeg zelf of jouw organisatie moet melden aan de Autoriteit Persoonsgegevens.",
            "Kreeg jij deze gegevens onterecht? Lees ze niet, wis ze en laat het ons weten.",
            "Weet jij dat iemand gevaar kan lopen? Bel ons en waarschuw hem.",
        ),
        PP_LEK_AFWEGING, PP_LEK_BEPERKEN,
    )  # fmt: skip
    yield blank("Wie je belt met vragen, ook buiten kantooruren", 1, PP_LEK_PARTNERS)


def persons_form(view: View | None = None) -> Form:
    """The plain message to the persons whom a leak is about (AVG 34(2); R153)."""
    return Form(
        id="lekbetrokkenen", title="Brief: er ging iets mis met uw gegevens", about="", blocks=tuple(_persons(view))
    )


def _persons(view: View | None) -> Iterator[Block]:
    yield blank("Aan", 1, PERSON)
    yield text(
        "Er ging iets mis met uw gegevens. Dat had niet mogen gebeuren. Wij bieden u onze excuses aan.",
        PERSON,
        PP_LEK_AFWEGING,
    )
    yield blank("Wat er gebeurde, en wanneer", 2, PERSON)
    yield blank("Om welke gegevens het gaat", 2, PERSON)
    yield blank("Wat dat voor u kan betekenen", 2, PERSON)
    yield blank("Wat wij deden", 2, PERSON, PP_LEK_BEPERKEN)
    yield blank("Wat u zelf kunt doen", 2, PERSON)
    yield text("Voelt u zich niet veilig? Bel ons meteen. Is er nu gevaar? Bel 112.", PERSON, PP_LEK_BEPERKEN)
    yield blank("Wie u kunt bellen (naam, telefoon, en de functionaris gegevensbescherming)", 1, PERSON)
    yield text("U kunt ook klagen bij onze organisatie, of bij de Autoriteit Persoonsgegevens.", wet("AVG 77"), PERSON)
