"""What to do now about a household, in order: what closes everything, whom to ask what, what to find out, and then go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from decision_trees.household import REFUSED, Household, Row
from decision_trees.household_facts import GI, REPRESENTATIVE, WHOLE, about_keys, listed, name
from decision_trees.model import Outcome
from decision_trees.trees.toestemming import TREE as TOESTEMMING

NOT_FOR_THIS = (
    "Dit overzicht gaat over toestemming om iets te delen met een ander. In de boom hierboven koos je iets anders: "
    "volg die boom. Dit overzicht zegt dan niets over mogen."
)
MOST_NAMED = 3
"""Open questions that a step names; more of them stand above it anyway."""


def steps(household: Household) -> tuple[str, ...]:
    """The steps in order, each a sentence or a few; never empty."""
    first = household.tree.questions[TOESTEMMING.start].answer(household.danger)
    danger = household.tree.outcomes.get(first.to) if first else None
    if danger:
        return (danger.sentence, *danger.steps)
    if not household.fits:
        return (NOT_FOR_THIS,)
    found = [] if household.danger else ["Beantwoord eerst of er nu acuut gevaar is."]
    found += _walk_says(household)
    if not household.rows:
        return (*found, "Voeg toe over wie de informatie gaat.")
    covered: set[str] = set()
    closing = [*_closed(household, covered), *_unsafe(household, covered)]
    going_on = [
        *_again(household), *_ask(household, covered), *_find_out(household, covered), *_fill_in(household)
    ]  # fmt: skip
    out = list(_leave_out(household))
    found += [*closing, *out, *going_on] if closing else [*going_on, *out]
    if household.joint.permissive:
        found.append("Voor ieder is er toestemming. Geef alleen wat noodzakelijk is, langs een beveiligde weg.")
        found.append("Leg per persoon vast wie ja zei en wanneer: voor welke gegevens, welk doel en welke ontvanger.")
    return tuple(found)


def _walk_says(household: Household) -> Iterator[str]:
    node = household.walk.node if household.walk else None
    if isinstance(node, Outcome) and not node.oordeel.permissive:
        yield (
            f"De boom hierboven zegt “{node.oordeel}”: {node.title}. Dat gaat voor. Klopt je antwoord daar niet meer? "
            "Wijzig het daar."
        )


def ended(household: Household) -> Mapping[str, Row]:
    """The rows that came to an advice, by person."""
    return {row.person: row for row in household.rows if isinstance(row.view.node, Outcome)}


def _decided(household: Household, wanted: tuple[str, ...], *, needed: bool = True) -> Iterator[tuple[str, list[str]]]:
    """Each decider who said one of these things about someone whose walk came to an advice, with about whom."""
    rows = ended(household)
    for who in (*household.persons, GI, REPRESENTATIVE):
        about = [
            person
            for person in household.things(who)
            if household.decision(who, person) in wanted
            and person in rows
            and not rows[person].advice.permissive
            and (household.needed(who, person) or not needed)
        ]
        if about:
            yield who, about


def _about(who: str, about: list[str]) -> str:
    return listed("de eigen gegevens" if person == who else name(person) for person in about)


def _closed(household: Household, covered: set[str]) -> Iterator[str]:
    refusing = list(_decided(household, ("geweigerd",)))
    for who, about in refusing:
        covered.update(about)
        yield f"{_capital(name(who))} zegt nee. Deel niets over {listed(map(name, about))}."
    for who, about in _decided(household, ("ingetrokken",)):
        covered.update(about)
        yield f"{_capital(name(who))} trok het ja in. Stop met delen over {listed(map(name, about))}."
    young = [
        person
        for person in household.persons
        if household.age(person) == "12-15" and household.decision(person, person) == "gegeven"
        and f"{person}.gezag" not in household.facts
    ]  # fmt: skip
    if young and any(set(about) - {who} for who, about in _decided(household, REFUSED)):
        yield (
            f"Zegt een ouder met gezag ook nee over {listed(map(name, young))}? Vul dan in wie daar het gezag heeft, en "
            "overleg."
        )


def _unsafe(household: Household, covered: set[str]) -> Iterator[str]:
    for who, about in _decided(household, ("onveilig",)):
        covered.update(about)
        yield (
            f"Vraag {name(who)} nu niets: dat is onveilig. Deel ook niet zomaar. Vraag eerst advies aan Veilig Thuis, "
            "zonder naam, en overleg met je aandachtsfunctionaris of jurist."
        )


def _leave_out(household: Household) -> Iterator[str]:
    if opening := household.left_out():
        yield f"Of deel zonder wat over {listed(map(name, opening))} gaat. Dan mag de rest, onder voorwaarden."
        return
    rows = ended(household)
    closed = [row.person for row in household.rows if row.person in rows and not row.advice.permissive]
    if not closed or household.case or not household.danger:
        return
    rest = household.without(closed).rows
    waiting = {key for row in rest for key in (*row.missing, *row.earlier)}
    if rest and waiting and waiting.issubset(WHOLE) and len(closed) < len(household.rows):
        yield f"Of laat weg wat over {listed(map(name, closed))} gaat. Vul dan nog in {about_keys(sorted(waiting))}."


def _again(household: Household) -> Iterator[str]:
    if earlier := [key for row in household.rows for key in row.earlier]:
        yield f"Er is iets veranderd. Ga na of dit nog klopt: {about_keys(earlier)}."


def _ask(household: Household, covered: set[str]) -> Iterator[str]:
    for who, about in _decided(household, ("niet-gevraagd",)):
        covered.update(about)
        yield f"Vraag {name(who)} toestemming over {_about(who, about)}. Leg uit: welke gegevens, aan wie en waarvoor."


def _find_out(household: Household, covered: set[str]) -> Iterator[str]:
    groups: dict[str, list[Row]] = {}
    waiting = [row for row in ended(household).values() if not row.advice.permissive and row.person not in covered]
    for row in sorted(waiting, key=lambda row: -row.advice.strictness):
        groups.setdefault(row.view.node.id, []).append(row)
    for rows in groups.values():
        yield f"Over {listed(row.name for row in rows)}: {rows[0].status}. {rows[0].steps[0]}"


def _fill_in(household: Household) -> Iterator[str]:
    if not household.danger:
        return
    missing = [key for row in household.rows for key in row.missing]
    if len(missing) > MOST_NAMED:
        yield "Beantwoord hierboven wat nog open staat."
    elif missing:
        yield f"Vul nog in: {about_keys(sorted(missing, key=WHOLE.__contains__))}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
