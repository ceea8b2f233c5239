"""The form on which someone gives or refuses consent (protocol 6.4 a to d; R4, R6, R110), and the note that takes it back (R112)."""

from __future__ import annotations

from collections.abc import Iterator

from decision_trees.bronnen import (
    PP_BIJZONDER,
    PP_INTREKKEN,
    PP_NOODZAAK,
    PP_SCHRIFTELIJK,
    PP_TOESTEMMING,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    PP_WANNEER,
    SC_BEGRIJPELIJK,
    WP_DOEL,
)
from decision_trees.forms.model import Basis, Block, Form, Taken, answer_of, blank, choices, heading, items, pairs, text
from decision_trees.meaning import Beslist, Leeftijd, Soort, Taak, Voorwaarde
from decision_trees.model import wet
from decision_trees.walk import Step, View, said_on

VRIJ = wet("AVG 4 onder 11")
NIET_AFHANKELIJK = wet("AVG 7 lid 4")
INTREKKEN = wet("AVG 7 lid 3")

SIGNERS = {
    Beslist.JONGERE: "De jongere zelf tekent.",
    Beslist.VOLWASSENE: "De volwassene zelf tekent.",
    Beslist.TWEE_GEZAG: "Beide personen met gezag tekenen, ieder een eigen formulier.",
    Beslist.EEN_GEZAG: "De persoon met gezag tekent.",
    Beslist.GI_VOOGD: "De GI tekent, als voogd.",
    Beslist.VERTEGENWOORDIGER: "De vertegenwoordiger tekent.",
}
"""Who may sign, by whose decision the tree asked for; help, which has its own consent, is not among them."""
OTHERS = frozenset(SIGNERS) - {Beslist.JONGERE, Beslist.VOLWASSENE}
"""Deciders who decide about another: then that person's own opinion is asked too."""
KNOWN: tuple[tuple[str, type], ...] = (("Wie vraagt", Taak), ("Soort gegevens", Soort), ("Leeftijd", Leeftijd))
"""What the walk can have said already, with the aspect that says it. Not the receiver: an answer names several ("school, familie,
werkgever"), and who signs agrees to one. It stands with what the professional records, so that nobody signs for a kind of data."""


def decider(view: View) -> Step | None:
    """The step that asked for someone's decision: the last one, as a representative comes after who cannot oversee it."""
    return next((step for step in reversed(view.route) if step.question.decides in SIGNERS), None)


def known(view: View) -> list[tuple[str, Step]]:
    """What the walk said of task, data and age, in the words of the answers."""
    found = []
    for name, aspect in KNOWN:
        step = next((s for s in view.route if any(isinstance(value, aspect) for value in s.answer.says)), None)
        if step:
            found.append((name, step))
    return found


def consent_form(id: str = "toestemming", view: View | None = None, who: str = "", about: str = "") -> Form:
    """The form for one decider about one person's data. Without a view: the empty form. `who`, `about`: roles, never names."""
    return Form(
        id=id,
        title="Toestemming om gegevens te delen",
        about=f"{who or 'wie beslist'}, over {about or 'wie het gaat'}" if who or about else "",
        blocks=(*_what(view), *_who(view, who, about), *_rights(), *_answer(view), *_recorded(view)),
    )


def _what(view: View | None) -> Iterator[Block]:
    yield text(
        "Voor één persoon, één doel en één ontvanger. Gaat het over meer? Neem dan nog een formulier.",
        PP_UITDRUKKELIJK, PP_TOESTEMMING,
    )  # fmt: skip
    if view and Voorwaarde.WET_EIST_TOESTEMMING in said_on(view.route):
        yield text("De Wmo eist hier uitdrukkelijke toestemming.", wet("Wmo 5.1.1"), wet("Wmo 5.2.5"))
    yield heading("1. Waarvoor, welke gegevens, aan wie en tot wanneer", PP_WANNEER, PP_UITDRUKKELIJK, PP_UITLEG)
    yield blank("Waarvoor (het doel, in één zin)", 2, PP_WANNEER, WP_DOEL)
    yield blank("Welke gegevens (alleen wat nodig is)", 3, PP_UITDRUKKELIJK, PP_NOODZAAK)
    yield text(
        "Niet op dit formulier: strafbare feiten, wat politie of OM vertelde, een BSN, afkomst, geloof of seksueel leven. Overleg "
        "daarover eerst.",
        PP_BIJZONDER, wet("AVG 9"), wet("AVG 10"), wet("UAVG 46"), wet("Wpg 18"),
    )  # fmt: skip
    yield blank("Van wie (organisatie en functie)", 1, PP_SCHRIFTELIJK, PP_UITLEG)
    yield blank("Aan wie (organisatie en functie)", 1, PP_UITLEG, PP_UITDRUKKELIJK)
    yield blank("Tot wanneer (datum, of: tot het doel is bereikt)", 1, PP_WANNEER)


def _who(view: View | None, who: str, about: str) -> Iterator[Block]:
    step = decider(view) if view else None
    yield heading("2. Over wie, en wie mag tekenen", PP_UITDRUKKELIJK)
    yield blank(f"Over wie ({about})" if about else "Over wie", 1, PP_UITDRUKKELIJK, *_role(about))
    if step and step.question.decides:
        yield text(
            SIGNERS[step.question.decides] + " Niemand anders tekent in zijn plaats.",
            *step.question.sources, PP_UITDRUKKELIJK,
        )  # fmt: skip
    else:
        yield items(
            (
                "Vanaf 12 jaar: de persoon zelf, als hij dit kan overzien.",
                "Tot 12 jaar: ieder die gezag heeft, of de GI als voogd. Zijn er twee? Ieder tekent een eigen formulier.",
                "Wie dit niet kan overzien: zijn wettelijk vertegenwoordiger.",
            ),
            PP_UITDRUKKELIJK, wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("BW 1:253i"), wet("Wgbo 7:465"),
        )  # fmt: skip
    if not step or step.question.decides in OTHERS:
        yield blank("Wat vindt het kind, of de persoon zelf? (dat telt mee)", 1, wet("Jw 7.3.15"), wet("Wgbo 7:465"))


def _role(about: str) -> tuple[Basis, ...]:
    return (Taken("huishouden", about),) if about else ()


def _rights() -> Iterator[Block]:
    yield heading("3. Wat ik weet als ik teken", VRIJ, PP_SCHRIFTELIJK, PP_INTREKKEN)
    yield items(
        (
            "Ik ben vrij om nee te zeggen. Mijn nee heeft geen gevolgen voor de hulp.",
            "Ik kan mijn toestemming altijd intrekken, zonder reden. Zeggen is genoeg.",
            "Na intrekken wordt hierop niets meer gegeven. Wat al gegeven is, blijft gegeven.",
            "Mijn ja verplicht niemand. Ook dan gaat alleen door wat nodig is.",
            "Moet of mag iets ook zonder mijn toestemming van de wet? Dan valt dat niet onder dit formulier.",
        ),
        VRIJ, NIET_AFHANKELIJK, INTREKKEN, PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_INTREKKEN, PP_NOODZAAK, wet("Jw 7.3.11 lid 1"),
    )  # fmt: skip
    yield blank("Intrekken kan bij (naam, telefoon)", 1, PP_SCHRIFTELIJK, INTREKKEN)


def _answer(view: View | None) -> Iterator[Block]:
    yield heading("4. Mijn antwoord, met eigen hand ingevuld", PP_UITDRUKKELIJK, SC_BEGRIJPELIJK)
    yield choices(
        "",
        ("Ja, ik geef toestemming voor wat hierboven staat.", "Nee, ik geef geen toestemming."),
        PP_UITDRUKKELIJK, VRIJ,
    )  # fmt: skip
    yield blank("Naam, en in welke rol ik beslis", 1, PP_UITDRUKKELIJK, PP_SCHRIFTELIJK)
    yield blank("Datum en handtekening", 1, PP_SCHRIFTELIJK)


def _recorded(view: View | None) -> Iterator[Block]:
    yield heading("5. Vastgelegd door wie het vroeg", PP_SCHRIFTELIJK, SC_BEGRIJPELIJK)
    yield choices(
        "",
        (
            "Uitgelegd in gewone woorden, en begrepen.",
            "Uitgelegd met een onafhankelijke tolk, geen familielid.",
            "Mondeling antwoord, meteen opgeschreven.",
        ),
        PP_SCHRIFTELIJK, SC_BEGRIJPELIJK, VRIJ,
    )  # fmt: skip
    if view and (said := known(view)):
        yield pairs(
            [(name, step.answer.text) for name, step in said], PP_UITLEG, *(answer_of(step) for _, step in said)
        )
    yield blank("Naam, organisatie, datum en handtekening", 1, PP_SCHRIFTELIJK)


def withdrawal_form(id: str = "intrekken", about: str = "") -> Form:
    """The note that takes consent back; saying it is enough, the note only helps to keep it."""
    return Form(
        id=id,
        title="Ik trek mijn toestemming in",
        about=about,
        blocks=(
            text(
                "Intrekken mag altijd, zonder reden. Zeggen is genoeg: dit briefje hoeft niet.",
                PP_SCHRIFTELIJK, INTREKKEN, wet("UAVG 5 lid 3"),
            ),
            heading("Wat ik intrek", PP_SCHRIFTELIJK, PP_INTREKKEN),
            blank("Welke toestemming (welke gegevens, aan wie)", 3, PP_UITDRUKKELIJK, PP_INTREKKEN),
            blank("Over wie", 1, PP_UITDRUKKELIJK),
            blank("Naam, en in welke rol ik beslis", 1, PP_UITDRUKKELIJK),
            blank("Datum en handtekening (mag, hoeft niet)", 1, PP_SCHRIFTELIJK),
            heading("Voor wie dit ontvangt", PP_INTREKKEN),
            items(
                (
                    "Vanaf nu wordt op deze toestemming niets meer gegeven.",
                    "Laat de partners die iets kregen weten dat er niets meer volgt.",
                    "Wat eerder met toestemming is gegeven, blijft rechtmatig.",
                    "Geldt er een wettelijke plicht of een meldrecht? Dat blijft gelden; leg dat uit.",
                ),
                PP_INTREKKEN, INTREKKEN, PP_UITLEG,
            ),
            blank("Ontvangen door (naam, organisatie, datum; ook als het mondeling was)", 1, PP_SCHRIFTELIJK, PP_INTREKKEN),
            blank("Bericht aan de partners (wie, wanneer)", 2, PP_INTREKKEN),
        ),
    )  # fmt: skip
