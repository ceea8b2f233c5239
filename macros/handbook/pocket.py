"""The pocket book: the trees as cards, and what one wants beside them on the table. zakboek.typ has the look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from decision_trees.cases import Case
from decision_trees.meaning import Termijn
from decision_trees.model import Oordeel, Outcome, Source, Tree
from decision_trees.record import CONSIDERATIONS
from decision_trees.walk import view
from macros.edition.filling import made_by
from macros.handbook.addresses import address_of
from macros.handbook.blocks import Block, Heading
from macros.handbook.cards import Advice, Card, Chapter, Deck, Shared, Step, Target, home_of
from macros.handbook.contents import DANGER, WARNING, Contents, named
from macros.handbook.files import Book
from macros.handbook.overviews import DECIDE_ROWS, decides, receivers, without_receiver
from macros.handbook.typesetting import Typesetter, array, text
from macros.shared.dates import dutch
from macros.shared.errors import BuildError
from macros.trees.tables import excluded

CONSENT = "toestemming"
"""The tree that knows who decides: a book with it has pages about that, about receivers, and about telling."""
BEGUN = (("delen", "acuut-gevaar"), ("delen", "wens"), ("delen", "rol"), ("delen", "ontvanger"))
"""The cards that every way to a receiver passes."""
DELEN_CHAPTERS = (
    Chapter(
        "Mag ik dit delen?",
        tuple(
            ("delen", id)
            for id in (
                "acuut-gevaar",
                "vt-eigen",
                "ontvanger",
                "soort-meewerkend",
                "soort-opdracht",
            )
        ),
        spread=True,
    ),
    Chapter(
        "Veilig Thuis en GI",
        (("delen", "vt-taak"), ("delen", "afweging-terugmelding"), ("delen", "gi-rol")),
        spread=True,
        opening=BEGUN,
    ),
    Chapter("Overleg zonder naam", (("delen", "anoniem-overleg"),)),
    Chapter("Ouder of voogd informeren", (("delen", "soort-ouder"),), spread=True, opening=BEGUN),
    Chapter("Overheid, politie en toezicht", (("delen", "overheid"),), spread=True, opening=BEGUN),
    Chapter("Raad voor de Kinderbescherming", (("delen", "rvdk-zaak"),), spread=True, opening=BEGUN),
    Chapter("Iets anders", (("delen", "iets-anders"),)),
    Chapter("Zelf om informatie vragen", (("delen", "vragen"),)),
    Chapter("Er ging iets mis", (("delen", "mis"),)),
    Chapter(
        "Toestemming om te delen",
        (
            ("delen", "soort-gegevens"),
            ("delen", "soort-wmo"),
            ("toestemming", "besluit-18"),
            ("toestemming", "geldigheid"),
            ("toestemming", "vertegenwoordiger"),
            ("delen", "ernstige-schade"),
        ),
        spread=True,
        opening=(*BEGUN, ("delen", "meewerkend")),
        full=True,
    ),
    Chapter(
        "Een kind of jongere",
        (
            *(("toestemming", id) for id in ("besluit-12-15", "besluit-16-17", "gezag", "geldigheid-een")),
            ("delen", "afweging-een"),
        ),
        spread=True,
        again=(("toestemming", "geldigheid"), ("delen", "afweging")),
    ),
    Chapter("Aan een Wmo-aanbieder", (("delen", "afweging-wmo"),)),
    Chapter(
        "Heb ik toestemming nodig?",
        (
            ("toestemming", "acuut-gevaar"),
            ("toestemming", "nagegaan"),
            ("toestemming", "nagegaan-ouder"),
            ("toestemming", "nagegaan-feiten"),
            ("toestemming", "nagegaan-een"),
        ),
    ),
    Chapter("Toestemming voor hulp", (("toestemming", "hulp-soort"),)),
    Chapter("Iemand gebruikt zijn recht", (("delen", "recht"),)),
)
CLOCK_CHAPTERS = (
    Chapter("Is dit een datalek?", (("datalek", "acuut-gevaar"),)),
    Chapter("Iemand gebruikt zijn recht", (("rechten", "acuut-gevaar"),)),
)
CHAPTERS = {"delen": DELEN_CHAPTERS, "datalek": CLOCK_CHAPTERS}
"""By a book's first tree the cards that belong together, so that ways turn few pages; a test counts them. When the cards of a spread no longer fit
on two pages, let one of its starts begin in a chapter of a spread that has room. When the book no longer fits, try another order of the chapters
behind the last spread: what stays empty at the foot of their pages depends on it."""
EXAMPLES = {
    "delen": ("C07", "E117", "C01", "C14"),
    "datalek": ("L01", "L05", "L03", "V01", "V04", "V24"),
}
"""By a book's first tree the practice cases that show how to walk."""
TELLING = "privacyprotocol/artikel-7"
CLOCK_ARTICLES = ("privacyprotocol/artikel-8", "privacyprotocol/artikel-9")
RULES_OF_THUMB = ("vuistregels/gezin", "vuistregels/professionals", "vuistregels/feitenonderzoek")
BEGIN = {
    "delen": "Begin bij kaart\u00a0{0}: mag ik dit delen? Wil je alleen weten wie toestemming geeft, begin dan bij kaart\u00a0{1}.",
    "datalek": "Ging er iets mis met gegevens? Begin bij kaart {0}. Vraagt iemand om zijn gegevens, of trekt hij iets in? Begin bij kaart {1}.",
}
USE = (
    "Kies op een kaart het antwoord dat past. Ga naar de kaart met het nummer achter de pijl. Boven elke bladzijde staat "
    "welke kaarten erop staan.",
    "Weet je al waar het om gaat, zoek dan het deel op. Staat daar ‘Begin je hier?’, dan zijn dat de eerste kaarten in het klein.",
    "Staat er ‘lijst A’? Daar staan antwoorden die bij veel vragen horen. Past geen antwoord op de kaart, kijk dan daar.",
    "Staan er twee nummers? Kies het nummer van de vraag waarmee je begon.",
    "In een kader staat het advies. ‘Mag’ geldt alleen met de voorwaarden die erbij staan.",
    "Weet je iets niet, kies dan ‘Dat weet ik niet’. Verandert er iets, begin dan opnieuw.",
    "Gaat het over meer personen? Loop de kaarten voor ieder van hen.",
)
HERE = (
    "Begin je hier?",
    "Alleen als dit steeds je antwoord is. Twijfel je, begin dan bij kaart 1.",
)
AGAIN = "Kaart {} staan ook hier."
EXCEPT = "Elk antwoord behalve: "
MORE = {
    "delen": "Wat je bij een advies stap voor stap doet, vastlegt en vertelt, staat op de site en in het Dossier voor juristen. Voor een "
    "datalek en voor de rechten van mensen is er een eigen zakboek.",
    "datalek": "Een uur telt ook ’s nachts en in het weekend. Een maand loopt tot en met dezelfde dag van de volgende maand. De site rekent "
    "de dag en het uur voor je uit. Of je iets mag delen, staat in het Zakboek gegevens delen.",
}
RECORD = (
    "De vijf afwegingen van de wegwijzer leg je zo vast:",
    "Schrijf ook op wat je deelde, met wie, op welke grond, wie je wat vroeg, en het antwoord.",
    "Leg het vast bij je eigen organisatie. Er is geen gezamenlijk dossier.",
)


def deck_of(trees: Sequence[Tree]) -> Deck:
    """The cards of a book with these trees. Where few of them are needed, each advice has room for what to do."""
    return Deck(trees, CHAPTERS[trees[0].id], full=CONSENT not in {tree.id for tree in trees})


def begun(step: Step) -> str:
    """The words of an answer on a small card: without its examples, which stand on the whole card, unless they alone say what it is."""
    words, _, _ = step.text.partition(": ")
    return step.text if words.endswith(" anders") else words


class PocketWriter:
    """Writes the Typst code of the pocket book into a folder with its pictures."""

    def __init__(self, book: Book, contents: Contents, folder: Path) -> None:
        self.book = named(book, contents)
        self.contents = contents
        self.folder = folder
        self.trees = [tree for id in book.parts for tree in contents.trees if tree.id == id]
        self.first = book.parts[0]
        self.deck = deck_of(self.trees)
        self.setter = Typesetter(contents.register)

    def code(self) -> str:
        """The whole book."""
        day = self.contents.day
        cover = ", ".join(
            [
                *map(
                    text,
                    (self.book.title, self.book.subtitle, self.contents.cover_version, dutch(day), WARNING, DANGER),
                ),
                address_of(self.contents.address, "", "de site", self.folder),
            ]
        )
        decides = CONSENT in self.book.parts
        after = (*self.telling(), *self.thumb()) if decides else self.articles()
        *spreads, flow = self.cards()
        columns = (*spreads, "; ".join((flow, *after, *self.examples())))
        pages = (self.use(), *([self.roles()] if decides else []), *(f"tweekoloms({one} }})" for one in columns))
        return (
            '#import "zakboek.typ": *\n'
            f"#show: zakboek.with(titel: {text(self.book.title)}, beschrijving: {text(self.book.subtitle)}, "
            f"auteur: {text(made_by(self.contents.edition))}, datum: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n#voorkant({cover})\n"
            + "\n".join(f"#{{ {page} }}" for page in pages)
            + "\n"
        )

    @staticmethod
    def page(title: str, *content: str) -> str:
        """A part that begins on a new page."""
        return "; ".join(["pagebreak(weak: true)", f"hoofd({text(title)})", *content])

    def use(self) -> str:
        """How to use the book, and who decides at which age."""
        numbers = self.deck.numbers
        starts = [numbers[home_of(tree, tree.questions[tree.start])] for tree in self.trees]
        has = {"lijst A": bool(self.deck.lists), HERE[0]: any(chapter.opening for chapter in self.deck.chapters)}
        lists = [line for line in USE if all(there for words, there in has.items() if words in line)]
        words = [BEGIN[self.first].format(*starts), *lists, MORE[self.first]]
        ages = self.ages() if CONSENT in self.book.parts else self.terms()
        return self.page("Zo gebruik je dit zakboek", f"punten({', '.join(map(text, words))})", *ages)

    @staticmethod
    def terms() -> Sequence[str]:
        """Until when, on one page: every term that an advice can name."""
        cells = ", ".join(text(part[0].upper() + part[1:]) for term in Termijn for part in term.value.split(": "))
        return ('hoofd("Tot wanneer heb je?")', f'tabel((1.4fr, 1fr), ("Wie of wat", "Wanneer"), {cells})')

    def ages(self) -> Sequence[str]:
        """Who decides at which age."""
        rows = [[row.words, decides(row, help=False), decides(row, help=True)] for row in DECIDE_ROWS]
        cells = ", ".join(text(cell) for row in rows for cell in row)
        table = f'tabel((1fr, 1.2fr, 1.2fr), ("Wie", "Beslist over informatie delen", "Beslist over hulp starten"), {cells})'
        consent = next(tree for tree in self.trees if tree.id == CONSENT)
        card = self.deck.numbers[home_of(consent, consent.questions["leeftijd"])]
        notes = (
            "Dat iemand van 12 jaar of ouder het zelf kan overzien, is het uitgangspunt. Kan hij dat niet, dan beslist een ander alleen als hij "
            "zich niet verzet.",
            "Iedereen die beslist, moet ja zeggen. Weigeren, intrekken, het oneens zijn of zwijgen is geen ja.",
            f"Toestemming voor hulp is geen toestemming om te delen. De vragen staan vanaf kaart\u00a0{card}.",
        )
        sources = [*consent.questions["leeftijd"].sources, *consent.questions["hulp-leeftijd"].sources]
        return (
            'hoofd("Wie beslist op welke leeftijd")',
            table,
            f"punten({', '.join(map(text, notes))})",
            self.sources(sources),
        )

    def sources(self, sources: Sequence[Source]) -> str:
        """Sources in a line."""
        cited = dict.fromkeys(
            self.contents.register.find(s.provision, "the pocket book").citation if s.provision else s.label
            for s in sources
        )
        return f"alinea({text(f'Bronnen: {"; ".join(cited)}.')})"

    def roles(self) -> str:
        """Which ways the law gives, by who gets the information."""
        tree = self.trees[0]
        rows = [(answer.text, ways) for answer, ways in (*receivers(tree), *without_receiver(tree))]
        cells = ", ".join(
            f"{text(who)}, {f'punten({", ".join(map(text, ways))})' if ways else text('Alleen met toestemming.')}"
            for who, ways in rows
        )
        intro = (
            "Je deelt vanuit je eigen wettelijke taak, en alleen wat noodzakelijk is. Zonder geldige toestemming kan het alleen langs een "
            "weg die de wet geeft. Volg altijd de kaarten: elke weg heeft voorwaarden."
        )
        table = f'tabel((1fr, 1.9fr), ("Wie krijgt het, of wat wil je?", "Weg zonder toestemming"), {cells})'
        return self.page("Rollen en ontvangers", f"alinea({text(intro)})", table)

    def cards(self) -> Iterator[str]:
        """The cards in their chapters: what follows one another in columns, from a new page or a new spread, without its end."""
        together = ["{ []"]
        for part in self.deck.parts:
            if part.chapter.spread:
                if len(together) > 1:
                    yield "; ".join(together)
                together = ["links: true, { []"]
            head = "hoofd" if isinstance(part.items[0], Advice) else "hoofdstuk"
            together += [
                f"{head}({text(part.chapter.title)})",
                *self.opening(part.chapter),
                *self.again_here(part.chapter),
            ]
            together += [self.item(item, part.chapter) for item in part.items]
        yield "; ".join(together)

    def opening(self, chapter: Chapter) -> Iterator[str]:
        """The cards of before that a chapter has in small, with the answers of who can begin there."""
        rows = []
        for card, on in self.deck.opening(chapter):
            others = [step for step in card.steps if step not in on]
            ways = dict.fromkeys(step.target(self.first) for step in on)
            shown = len(ways) > 1 or card.home == chapter.opening[-1]
            if len(others) < len(on) and len(ways) == 1:
                said, joined = [f"({text(begun(step))},)" for step in others], f"{text(EXCEPT)}, [; ]"
            else:
                goes = {step: self.go(step.target(self.first), chapter) if shown else "" for step in on}
                said, joined = [f"({text(begun(step))}, {go})" for step, go in goes.items()], '"", [; of: ]'
            rows.append(f"({self.deck.numbers[card.home]}, {text(card.question.text)}, {joined}, {array(said)})")
        if rows:
            yield f"begin({text(HERE[0])}, {text(HERE[1])}, {', '.join(rows)})"

    def again_here(self, chapter: Chapter) -> Iterator[str]:
        """Which cards of before stand in a chapter too: who reads their number looks for them there, and turns no page."""
        if chapter.again:
            numbers = [str(self.deck.numbers[home]) for home in chapter.again]
            yield f"alinea({text(AGAIN.format(' en '.join(numbers)))})"

    def item(self, item: Card | Shared | Advice, chapter: Chapter) -> str:
        """A card, a list, or an advice that stands apart, in a chapter."""
        if isinstance(item, Card):
            return self.card(item, chapter)
        if isinstance(item, Shared):
            copy = self.deck.copy_from(chapter, item)
            return f"lijstkaart({text(item.letter)}, {copy}, {self.steps(item.steps, chapter)})"
        return f"raadkaart({self.deck.numbers[item]}, {self.advice(item)})"

    def card(self, card: Card, chapter: Chapter) -> str:
        """A question with its answers, as it stands in a chapter."""
        advised = any(self.inline(row) for row in card.rows[-2:])
        long = f", breekbaar: true, samen: {'false' if advised else 'true'}" if self.deck.full else ""
        head = f"{self.deck.numbers[card.home]}, {self.deck.copy_from(chapter, card)}, {text(card.question.text)}"
        return f"kaart({head}{long}, {self.steps(card.rows, chapter, card)})"

    def steps(self, rows: Sequence[Step | Shared], chapter: Chapter, card: Card | None = None) -> str:
        """The rows of a card, or of a list, in a chapter. Answers one after another that lead to the same advice have it once."""
        written: list[str] = []
        told: set[Advice] = set()
        for target, group in groupby(rows, self.inline):
            steps = list(group)
            if target:
                words = array(f"({self.said(step, card)})" for step in steps if isinstance(step, Step))
                again = target in told and not Oordeel(target.verdict).permissive
                told.add(target)
                written.append(f"stapadvies({words}, {self.again(target) if again else self.advice(target)})")
            else:
                for row in steps:
                    if isinstance(row, Shared):
                        written.append(self.listed(row, self.deck.copy_from(chapter, row), last=row is rows[-1]))
                    else:
                        written.append(self.step(row, chapter, card))
        return ", ".join(written)

    def inline(self, row: Step | Shared) -> Advice | None:
        """The advice that stands in the card itself, for no other card leads to it."""
        targets = {target for _, target in row.to} if isinstance(row, Step) else set()
        [target] = targets if len(targets) == 1 else [None]
        return target if isinstance(target, Advice) and target not in self.deck.numbers else None

    @staticmethod
    def listed(shared: Shared, copy: int, *, last: bool) -> str:
        """Where answers that many questions have stand."""
        words = "Iets anders: kijk in" if last else "Kijk in"
        return f"uitlijst({text(words)}, {text(shared.letter)}, {copy})"

    def said(self, step: Step, card: Card | None) -> str:
        """The words of an answer, and after what it is not offered, or after what alone it is."""
        only = self.deck.only_after(card.home, step) if card else ()
        when = f"Alleen na: {', '.join(str(value.value) for value in only)}" if only else excluded(step.not_after)
        return f"{text(step.text)}, {text(when.rstrip('.'))}"

    def step(self, step: Step, chapter: Chapter, card: Card | None) -> str:
        """An answer and where to go from a chapter; two numbers where the trees go on differently."""
        targets = dict.fromkeys(target for _, target in step.to)
        if len(targets) == 1:
            [only] = targets
            return f"stap({self.said(step, card)}, {self.go(only, chapter)})"
        ways = (f"eerst({text(id)}, {self.go(target, chapter)})" for id, target in step.to)
        return f"stap({self.said(step, card)}, {', '.join(ways)})"

    def go(self, target: Target, chapter: Chapter) -> str:
        """The number to go to from a chapter, or the advice when no number has it."""
        if isinstance(target, Advice):
            return f"ga({self.deck.numbers[target]}, 0)" if target in self.deck.numbers else self.advice(target)
        return f"ga({self.deck.numbers[target]}, {self.deck.copy_from(chapter, self.deck.cards[target])})"

    @staticmethod
    def advice(advice: Advice) -> str:
        """An advice in a few words."""
        said = (advice.verdict, advice.title, advice.sentence, advice.ask, *advice.steps)
        return f"advies({', '.join(map(text, said))})"

    @staticmethod
    def again(advice: Advice) -> str:
        """An advice that stands in the same card already; never a permission, which has its conditions beside it."""
        return f"nogmaals({text(advice.verdict)}, {text(advice.title)})"

    def telling(self) -> Iterator[str]:
        """What to record and what to tell."""
        yield 'hoofd("Vastleggen en vertellen")'
        weighed = [words for _, words, _ in CONSIDERATIONS]
        yield f"aanhef({text(RECORD[0])})"
        yield f"nummers({', '.join(map(text, weighed))}, {text('alle stappen samen gewogen: je eigen overweging')})"
        yield from (f"alinea({text(line)})" for line in RECORD[1:])
        yield 'kopje("Wat je vertelt: artikel 7 van het privacyprotocol")'
        yield self.setter.blocks(self.without_heading(TELLING), level=3)

    def without_heading(self, page: str) -> tuple[Block, ...]:
        """The blocks of a page without its own heading; what a proeftuin added to it keeps one."""
        blocks = self.contents.pages[page]
        own = next((number for number, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
        return blocks[:own] + blocks[own + 1 :]

    def thumb(self) -> Iterator[str]:
        """The rules of thumb, word for word."""
        yield 'hoofd("Vuistregels")'
        for page in RULES_OF_THUMB:
            title = self.contents.register.find(page, "the pocket book").title
            yield f"kopje({text(title)})"
            yield self.setter.blocks(self.without_heading(page)[:1], level=3)

    def articles(self) -> Iterator[str]:
        """The articles about terms, word for word."""
        for page in CLOCK_ARTICLES:
            yield f"hoofd({text(self.contents.register.find(page, 'the pocket book').title)})"
            yield self.setter.blocks(self.without_heading(page), level=2)

    def examples(self) -> Iterator[str]:
        """Practice cases with the way that they take over the cards."""
        cases = {case.id: case for case in self.contents.cases}
        if missing := [id for id in EXAMPLES[self.first] if id not in cases]:
            raise BuildError(
                "macros/handbook/pocket.py", f"there is no case {missing[0]}", "Choose another for EXAMPLES."
            )
        yield 'hoofd("Voorbeelden")'
        yield from (self.example(cases[id]) for id in EXAMPLES[self.first])

    def example(self, case: Case) -> str:
        """A case: the numbers of its cards, and the advice that comes out."""
        id, answers, _ = next(walk for walk in case.walks if walk[0] in self.book.parts)
        seen = view(next(tree for tree in self.trees if tree.id == id), answers)
        assert isinstance(seen.node, Outcome), case.id  # a case ends in an advice; its own test holds that
        numbers = [str(self.deck.numbers[home_of(seen.tree, step.question)]) for step in seen.route]
        advice = Advice.of(seen.node, full=self.deck.full)
        if advice in self.deck.numbers:
            numbers.append(str(self.deck.numbers[advice]))
        return f"voorbeeld({text(case.id)}, {text(case.situation)}, {text(' → '.join(numbers))}, {self.advice(advice)})"
