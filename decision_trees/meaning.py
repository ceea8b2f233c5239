"""What an answer says about the case, in the field's own words. Data: the trees say it, the proof reads it.

Each enum is one aspect. An answer names the values that it says (`Answer.says`); a question names the aspects that its
answers rest on (`Question.rests_on`), so that they are asked again when one of those changes.
"""

from __future__ import annotations

from enum import Enum


class Gevaar(Enum):
    """Whether someone is in acute danger now (R34, R140)."""

    NEE = "geen acuut gevaar"
    JA = "acuut gevaar"


class Wens(Enum):
    """What the professional wants to do."""

    GEVEN = "geven"
    GEVRAAGD = "gevraagd"
    VRAGEN = "vragen"
    RECHT = "recht van de betrokkene"
    MIS = "er ging iets mis"
    GEBRUIKEN = "zelf gebruiken"
    HULP = "hulp starten"
    AVG = "AVG-toestemming vragen"


class Taak(Enum):
    """The role and task from which the professional acts (guide, consideration on task; R7)."""

    GEMEENTE = "gemeente"
    JEUGDHULP = "jeugdhulp"
    ZORG = "zorg"
    WMO_AANBIEDER = "Wmo-aanbieder"
    GI = "GI"
    RAAD = "Raad"
    VEILIG_THUIS = "Veilig Thuis"
    ANDER_BEROEP = "ander beroep"
    GENOEMD = "een andere taak, die genoemd kan worden"


class Ontvanger(Enum):
    """Who gets the information, in that person's task."""

    MEEWERKEND = "werkt mee aan dezelfde hulp"
    HULPVERLENER = "andere hulpverlener"
    VEILIG_THUIS = "Veilig Thuis"
    RAAD = "Raad"
    GI = "GI"
    OUDER = "ouder of voogd"
    OVERHEID = "overheid of toezicht"
    POLITIE = "politie of OM"
    BUITEN = "buiten de partners"
    ANONIEM = "wie niet kan weten over wie het gaat"


class Leeftijd(Enum):
    """The age band of the person whom the information is about."""

    TOT_12 = "0-11"
    VAN_12_15 = "12-15"
    VAN_16_17 = "16-17"
    VANAF_18 = "18+"


class Gezag(Enum):
    """Who holds parental authority or guardianship over the child."""

    TWEE = "twee personen"
    EEN = "één persoon"
    GI_VOOGD = "de GI als voogd"
    DEZE_OUDER = "deze ouder of voogd heeft gezag"
    ZONDER = "deze ouder heeft geen gezag"
    GEEN_OUDER = "geen juridische ouder"


class Vermogen(Enum):
    """Whether the person can oversee this decision (R67: from 12 years presumed)."""

    IN_STAAT = "in staat"
    NIET_IN_STAAT = "niet in staat"


class Beslist(Enum):
    """Who decides in a question about consent (`Question.decides`)."""

    JONGERE = "de jongere zelf"
    VOLWASSENE = "de volwassene zelf"
    TWEE_GEZAG = "beide personen met gezag"
    EEN_GEZAG = "wie het gezag heeft"
    GI_VOOGD = "de GI als voogd"
    VERTEGENWOORDIGER = "de vertegenwoordiger"
    JONGERE_EN_GEZAG = "de jongere én wie gezag heeft"
    IEDEREEN_MET_GEZAG = "iedereen met gezag"


class Toestemming(Enum):
    """What became of consent."""

    GEGEVEN = "gegeven"
    VAN_EEN = "gegeven door één van twee; bij iets lichts kan dat volstaan (R22)"
    GEVRAAGD_AAN_VERKEERDE = "gevraagd aan wie niet beslist"
    NIET_GEVRAAGD = "niet gevraagd"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    ONEENS = "zij zijn het oneens"
    ONBEREIKBAAR = "niet te bereiken"
    ONVEILIG = "vragen is onveilig"
    BEZWAAR = "bezwaar of verzet"
    GEEN_BEZWAAR = "weet ervan en maakt geen bezwaar"
    ONGELDIG = "algemeen, oud, onder druk, niet begrepen of verondersteld"
    GELDIG = "geldig voor deze gegevens, dit doel en deze ontvanger"


class Soort(Enum):
    """The kind of data, the most sensitive first (R41, R132–R135)."""

    POLITIE = "van politie of OM"
    STRAF = "strafrechtelijk"
    BIJZONDER = "bijzonder"
    BSN = "burgerservicenummer"
    GEZONDHEID = "gezondheid"
    GEWOON = "gewoon"
    GEWOON_OF_GEZONDHEID = "gewoon of gezondheid, niets gevoeligers"


class Afweging(Enum):
    """The guide's considerations that a professional must affirm; the value is the guide's own part."""

    DOEL = "wegwijzer-professionals/basisregel-6"
    INHOUD = "wegwijzer-professionals/afweging-1"
    NOODZAAK = "wegwijzer-professionals/afweging-2"
    WELKE = "wegwijzer-professionals/afweging-3"
    MINST_INGRIJPEND = "wegwijzer-professionals/afweging-4"
    NIET = "niet bevestigd"


class Verteld(Enum):
    """Whether the person knows (protocol 7.2, 7.6)."""

    VOORAF = "vooraf verteld"
    LATER = "later, om een reden die de wet kent"
    NIET = "niet verteld"


class Weg(Enum):
    """The legal way by which information may go: claimed by an answer, named by a permissive outcome."""

    TOESTEMMING = "geldige toestemming (protocol 6.4)"
    EEN_OUDER = "toestemming van één van twee gezagsdragers, bij iets lichts (R22)"
    ANONIEM = "geen persoonsgegevens (R12)"
    ADVIES = "advies zonder herkenbare gegevens (Wmo 4.1.1 lid 3)"
    MEEWERKEN = "rechtstreeks betrokken (Jw 7.3.11 lid 2, Wgbo 7:457 lid 2, Wmo 5.3.3 lid 3)"
    MELDRECHT = "meldrecht Veilig Thuis, na de meldcode (Wmo 5.2.6)"
    ONDERZOEK_VT = "Veilig Thuis onderzoekt en vraagt erom (Wmo 5.2.6)"
    RAAD = "onderzoek van de Raad (BW 1:240)"
    OTS_MAG = "GI voert OTS uit, uit eigen beweging (Jw 7.3.11 lid 4)"
    OTS_MOET = "GI voert OTS uit en vraagt erom (Jw 7.3.11 lid 4)"
    EIGEN_TAAK = "eigen wettelijke taak van Veilig Thuis, Raad of GI (R97, R98, R108)"
    TERUGMELDING = "Veilig Thuis vertelt de melder welke stappen zijn gezet (R97)"
    CALAMITEIT = "plicht om een calamiteit te melden (R107)"
    WMO_VERZOEK = "college vraagt Wmo-aanbieder (Wmo 5.2.2)"
    WMO_ZELF = "Wmo-aanbieder aan college, uit eigen beweging (Wmo 5.2.2)"
    WMO_OPDRACHT = "college aan aanbieder van de voorziening (Wmo 5.2.1)"
    AANGIFTE = "aangifte voor het eigen belang (UAVG 33 lid 2 b)"
    EIGEN_GEBRUIK = "eigen taak, eigen gegevens (protocol 5.2)"
    VRAGEN = "vragen voor OTS, Veilig Thuis of Raad"
    OUDER = "ouder of voogd met gezag is geen “ander” (R18, R143)"
    FEITEN = "belangrijke feiten voor de ouder zonder gezag (BW 1:377c)"
    INZAGE = "recht op inzage (R120)"
    OPNAME = "opnemen voor eigen gebruik (R138)"
    VERZOEK = "een verzoek van de betrokkene uitvoeren (AVG 16–21)"
    HULP = "toestemming voor hulp, niet voor delen (R52–R54)"
    HULP_MAATREGEL = "jeugdhulp binnen een maatregel, niet delen (R55)"


class Voorwaarde(Enum):
    """A condition of a legal way that an answer affirms or denies."""

    MELDCODE_GEVOLGD = "de stappen van de meldcode zijn gevolgd"
    GERICHT = "wat nodig is voor deze OTS, over kind, opvoeding, ouder of voogd"
    OVERLEGD = "er is overlegd"
    NIETS_VERZET_ZICH = "veiligheid, goed hulpverlenerschap en het kind verzetten zich niet"
    KIND_VINDT_GOED = "het kind van 12 of ouder vindt het goed"
    WET_EIST_TOESTEMMING = "de wet zelf eist uitdrukkelijke toestemming (R56, R57)"
    ER_IS_OM_GEVRAAGD = "deze ouder vraagt erom"
    EERSTE_IN_DE_RIJ = "de eerste in de rij van vertegenwoordigers, die het wil doen"
    RECHTHEBBENDE = "wie het recht heeft, vraagt"
    ANDEREN_AFGESCHERMD = "gegevens van anderen worden afgeschermd"
    HERKEND = "het is zeker wie vraagt"
    GEEN_MAATREGEL = "er is of was geen maatregel"


class Twijfel(Enum):
    """Why a way is closed until someone has found out or has been consulted."""

    WEET_NIET = "weet niet"
    NOG_NIET = "nog niet nagegaan"
    BETWIST = "hier verschillen de meningen"
    VERZET_ZICH = "veiligheid of het belang van iemand verzet zich"
    PAST_NIET = "deze weg past niet"


class Lek(Enum):
    """What happened to the data (R144)."""

    VERKEERDE = "bij de verkeerde persoon"
    KWIJT = "kwijt of gestolen"
    INGEZIEN = "ingezien door wie dat niet mocht"
    WEG = "gewist of niet te bereiken"
    ONJUIST = "niet juist"


class Risico(Enum):
    """The risk of a leak for the persons (R146): what the professional can say of it; the officer weighs."""

    LAAG = "aantoonbaar geen of klein risico"
    RISICO = "risico"
    HOOG = "hoog risico"
    GEVAAR = "iemand kan gevaar lopen"


class Proeftuin(Enum):
    """Whether a leak touches data that were obtained in the proeftuin (protocol 8.2, 8.6)."""

    WEL = "gegevens uit de proeftuin"
    NIET = "geen gegevens uit de proeftuin"


class Recht(Enum):
    """Which right someone uses: an answer names it, and an outcome says with which it deals (R47, R162, R163)."""

    INZAGE = "zien (AVG 15)"
    VERBETEREN = "verbeteren (AVG 16)"
    AANVULLEN = "een eigen kijk erbij (AVG 16)"
    WISSEN = "wissen (AVG 17)"
    BEPERKEN = "stilzetten (AVG 18)"
    OVERDRAGEN = "meenemen (AVG 20)"
    BEZWAAR = "bezwaar maken (AVG 21)"
    INTREKKEN = "toestemming intrekken (AVG 7)"
    KLACHT = "klagen (AVG 77)"
    STEUN = "ondersteuning krijgen (protocol 9.4)"
    MELDER = "weten wie meldde (Wmo 5.3.1)"


class Beslisser(Enum):
    """Whether the own organisation decides on a request or a leak: the partner responsible for the data does (R150, R165)."""

    EIGEN = "de eigen organisatie beslist"
    ANDER = "een andere partner beslist, of meer partners"


class Stand(Enum):
    """Where a term stands (R152, R157)."""

    LOOPT = "de maand loopt"
    VERLENGD = "op tijd verlengd"
    VOORBIJ = "de termijn is voorbij"


class Grond(Enum):
    """The legal ground on which a request is refused: an answer names it, and the outcome that refuses (R161)."""

    GEEN_RECHTHEBBENDE = "wie vraagt, heeft dit recht niet (Jw 7.3.10, 7.3.15)"
    BESCHERMING = "bescherming van de betrokkene of anderen (UAVG 41 lid 1 i, Wmo 5.3.2 lid 4)"
    BEWAARPLICHT = "bewaren moet (AVG 17 lid 3, Jw 7.3.9, Wmo 5.3.5)"
    DWINGEND = "dwingende redenen gaan voor (AVG 21 lid 1)"
    WETTELIJKE_TAAK = "overdragen geldt niet bij een wettelijke taak (AVG 20)"


class Termijn(Enum):
    """A term that an outcome names: to do now, or computed from a moment (`decision_trees/terms.py`)."""

    MELD_INTERN = "privacy-officer of FG: nu"
    BETROKKENEN = "betrokkenen: zonder uitstel"
    PARTNERS = "partners: binnen 24 uur"
    AP = "Autoriteit Persoonsgegevens: binnen 72 uur"
    ANTWOORD = "antwoord aan de vrager: binnen een maand"
    VERLENGING = "bericht dat het langer duurt, met de reden: binnen die maand"
    VERLENGD = "antwoord na dat bericht: binnen drie maanden"
    WISSEN = "wissen bij Wmo en Veilig Thuis: binnen drie maanden"


Says = (
    Gevaar | Wens | Taak | Ontvanger | Leeftijd | Gezag | Vermogen | Toestemming | Soort | Afweging | Verteld | Weg | Voorwaarde
    | Twijfel | Lek | Risico | Proeftuin | Recht | Beslisser | Stand | Grond
)  # fmt: skip
"""Anything that an answer can say."""

ASPECTS: tuple[type[Enum], ...] = (
    Gevaar, Wens, Taak, Ontvanger, Leeftijd, Gezag, Vermogen, Toestemming, Soort, Afweging, Verteld, Weg, Voorwaarde, Twijfel,
    Lek, Risico, Proeftuin, Recht, Beslisser, Stand, Grond,
)  # fmt: skip
"""The aspects, for checks: everything in `Answer.says` is a value of one of them."""


def word(value: Enum) -> str:
    """A value as a word for the page and for other software: "aspect:value", e.g. "soort:gezondheid"."""
    return f"{type(value).__name__.lower()}:{value.name.lower().replace('_', '-')}"


CONSENT_RESTS_ON: tuple[type[Enum], ...] = (Wens, Taak, Ontvanger, Weg, Soort, Leeftijd, Gezag, Vermogen)
"""What a decision about consent rests on: purpose and task, receiver, kind of data, and whom it is about (R59)."""

VALIDITY_RESTS_ON: tuple[type[Enum], ...] = (*CONSENT_RESTS_ON, Toestemming)
"""What the validity of consent rests on: all of that, and who said what."""

WEIGHING_RESTS_ON: tuple[type[Enum], ...] = (Wens, Taak, Ontvanger, Weg, Soort, Leeftijd)
"""What purpose, necessity, the least intrusive way and telling rest on."""
