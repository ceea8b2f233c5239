"""What a sheet for a talk is: what a professional says about an advice, to whom, and what he must not say. No sheet stands here.

The sheets are content (`decision_trees/gesprekken/`), as the trees are. The browser's Python does not need them: they are left
out of its archive, and stand on the page `/gesprekken/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from decision_trees.bronnen import NIETS_GEDEELD
from decision_trees.model import Oordeel, Outcome, Source, Tree, TreeError


class Kind(Enum):
    """What a talk is for, in the words that stand above it."""

    VRAAGT = "Je vraagt toestemming om te delen. Nee zeggen mag, en heeft geen gevolgen voor de hulp."
    HULP = "Je vraagt toestemming voor hulp. Nee zeggen mag."
    JA = "Er is een ja. Je vertelt wat je gaat doen, en dat intrekken altijd kan."
    VERTELT = "Je vertelt wat er gebeurt. Je vraagt geen toestemming."
    WACHT = "Je vertelt dat er nu niets wordt gegeven."
    LUISTERT = "Je vraagt wat iemand ervan vindt, en belooft nog niets."
    SAMEN = "Je bespreekt samen hoe het gaat."
    MIS = "Je vertelt wat er misging, en wat jullie nu doen. Je vraagt geen toestemming."
    RECHT = "Je legt uit welk recht iemand heeft, en wat je nu doet."


class Voice(Enum):
    """To whom words are spoken; the value is the heading above them."""

    VOLWASSENE = "Tegen een ouder of andere volwassene"
    JONGERE = "Tegen een jongere van 12 jaar of ouder"
    KIND = "Tegen een kind tot 12 jaar"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A question that people often ask, who asks it, an honest answer, and on what that answer rests."""

    by: Voice
    asked: str
    answer: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Talk:
    """The sheet for one kind of talk. `before`: what the professional sees to first; `never`: what he must not say.

    `outcomes`: the advices that it goes with, as "tree/outcome". The first source is the one that the talk rests on.
    """

    id: str
    title: str
    kind: Kind
    before: str
    adult: tuple[str, ...]
    young: tuple[str, ...]
    child: tuple[str, ...]
    replies: tuple[Reply, ...]
    never: tuple[str, ...]
    sources: tuple[Source, ...]
    outcomes: tuple[str, ...]

    @property
    def voices(self) -> Mapping[Voice, tuple[str, ...]]:
        """What is said, by whom it is said to."""
        return {Voice.VOLWASSENE: self.adult, Voice.JONGERE: self.young, Voice.KIND: self.child}

    @property
    def cited(self) -> tuple[Source, ...]:
        """Every source of the sheet once: its own, and those of its answers."""
        return tuple(dict.fromkeys((*self.sources, *(source for reply in self.replies for source in reply.sources))))


NOBODY = (
    NIETS_GEDEELD,
    "Nog niemand; je jurist zegt of en wanneer je dit vertelt.",
    "Je hoeft dit niet te vertellen. Het mag wel.",
    "Je hoeft dit niet te vertellen. Het mag wel, als het veilig is.",
)
"""What an outcome says under "vertellen" when there is nobody to tell."""
COLLEAGUE = {
    "delen/vt-teamlid": "Wie het hoort, is een collega. Met het gezin is er niets te bespreken.",
    "datalek/lek-laag": "Wie het hoort, is de eigen privacy-officer of FG. Die zegt of het gezin het ook hoort.",
    "datalek/niet-ons-lek": "Wie het hoort, is de organisatie van wie de gegevens zijn. Die bespreekt het met het gezin.",
    "datalek/lek-laag-partners": "Wie het horen, zijn de eigen privacy-officer of FG en de partners.",
}
"""Outcomes that have something told to a professional only, each with the reviewed reason."""


def origin_of(tree: Tree, outcome: Outcome) -> str:
    """An outcome as "tree/outcome", where it was written: one that a tree took over has its id there behind a dot."""
    return f"{outcome.origin}/{outcome.id.partition('.')[2]}" if outcome.origin else f"{tree.id}/{outcome.id}"


def asks_for_talk(tree: Tree, outcome: Outcome) -> bool:
    """Whether an outcome has someone told or asked: then it has a sheet."""
    return bool(set(outcome.tell) - set(NOBODY)) and origin_of(tree, outcome) not in COLLEAGUE


def check_talks(talks: Iterable[Talk], trees: Mapping[str, Tree]) -> dict[str, Talk]:
    """The sheets by outcome ("tree/outcome"). TreeError when one lacks a part, when an outcome has two, or has one that does not
    fit its advice."""
    outcomes = {
        origin_of(tree, outcome): outcome
        for tree in trees.values()
        for outcome in tree.outcomes.values()
        if not outcome.origin
    }
    found: dict[str, Talk] = {}
    for talk in talks:
        place = f"gesprek {talk.id!r}"
        for part in ("before", "adult", "young", "child", "replies", "never", "sources", "outcomes"):
            if not getattr(talk, part):
                raise TreeError(f"{place}: says nothing under {part!r}.")
        for name in talk.outcomes:
            if name not in outcomes:
                raise TreeError(f"{place}: there is no outcome {name!r}. Write tree/outcome, as on the tree's table.")
            if name in found:
                raise TreeError(f"{place}: {name!r} has the sheet {found[name].id!r} already. Keep one.")
            if problem := misfit(talk.kind, outcomes[name]):
                raise TreeError(f"{place}: does not fit {name!r}: {problem}.")
            found[name] = talk
    return found


def without_talk(talks: Mapping[str, Talk], trees: Mapping[str, Tree]) -> list[str]:
    """The outcomes that have someone told or asked, but have no sheet for that talk."""
    outcomes = [(tree, outcome) for tree in trees.values() for outcome in tree.outcomes.values()]
    names = (origin_of(tree, outcome) for tree, outcome in outcomes if asks_for_talk(tree, outcome))
    return [name for name in dict.fromkeys(names) if name not in talks]


def misfit(kind: Kind, outcome: Outcome) -> str:
    """Why a talk of this kind would mislead at this outcome; empty when it fits.

    Nobody is asked where the law gives or demands without asking, and nobody is told that something goes where nothing may.
    """
    way = outcome.way.name if outcome.way else ""
    if kind in (Kind.VRAAGT, Kind.HULP) and outcome.oordeel.permissive:
        return "it asks for a yes while the advice lets things go already"
    if (kind is Kind.JA) != (way in ("TOESTEMMING", "EEN_OUDER", "HULP")):
        return "it speaks of a yes that is not there, or leaves out one that is"
    if kind is Kind.WACHT and outcome.oordeel.permissive:
        return "it says that nothing goes while the advice lets things go"
    if kind is Kind.LUISTERT and outcome.oordeel is Oordeel.MOET:
        return "it asks for an opinion while the law demands"
    return ""
