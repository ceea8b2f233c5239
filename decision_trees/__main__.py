"""The trees in a terminal: `python -m decision_trees loop|tabel|paden|casus|lengtes …`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from decision_trees.cases import CASES, CaseError, length_line, read_files
from decision_trees.catalogue import TREES
from decision_trees.model import Question, Tree
from decision_trees.record import record, sources
from decision_trees.walk import answered, count_paths, paths, view


def walk_in_terminal(tree: Tree) -> None:
    """Ask each question; `t` goes one question back, `s` stops."""
    answers: dict[str, str] = {}
    while True:
        seen = view(tree, answers)
        if not isinstance(seen.node, Question):
            print("\n" + record(seen, "vandaag"))
            return
        print(f"\n{len(seen.route) + 1}. {seen.node.text}\n   {seen.node.why}")
        for number, answer in enumerate(seen.offered, 1):
            print(f"   {number}) {answer.text}{'  (eerder; klopt dit nog?)' if answer.id == seen.earlier else ''}")
        try:
            typed = input("   > ").strip()
        except EOFError:
            return
        if typed == "s":
            return
        if typed == "t" and seen.route:
            del answers[seen.route[-1].question.id]
        elif typed.isdigit() and 0 < int(typed) <= len(seen.offered):
            answers = answered(answers, seen.node.id, seen.offered[int(typed) - 1].id)
        else:
            print("   Typ een nummer, t (terug) of s (stop).")


def print_tables(tree: Tree) -> None:
    """Every node with its number, answers and where they lead."""
    numbers = {node.id: number for number, node in enumerate(tree.nodes, 1)}
    for node in tree.nodes:
        if isinstance(node, Question):
            print(f"\n{numbers[node.id]}. {node.text}  [{sources(node.sources)}]")
            for answer in node.answers:
                print(f"    {answer.text} → {numbers[answer.to]}")
        else:
            print(f"\n{numbers[node.id]}. ({node.oordeel}) {node.title}: {node.sentence}  [{sources(node.sources)}]")


def print_paths(tree: Tree) -> None:
    """Every path, one a line."""
    for steps, outcome in paths(tree):
        print(" > ".join(f"{s.question.id}={s.answer.id}" for s in steps), "=>", f"{outcome.id} ({outcome.oordeel})")
    print(f"{count_paths(tree)} paden", file=sys.stderr)


def run_cases(files: Sequence[Path]) -> int:
    """Run case files; gives the number of cases that came out otherwise."""
    failures = 0
    for case in read_files(files):
        problems = case.problems()
        print(f"{'fout' if problems else 'goed'}  {case.id}  {case.situation[:70]}")
        for problem in problems:
            print(f"      {problem}")
        failures += bool(problems)
    return failures


def print_lengths(files: Sequence[Path]) -> None:
    """For each tree how many answers the cases take."""
    cases = read_files(files)
    for id in TREES:
        print(length_line(cases, id))


def main() -> None:
    """Parse the command and run it."""
    parser = argparse.ArgumentParser(prog="python -m decision_trees", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in (("loop", "walk a tree"), ("tabel", "print a tree as tables"), ("paden", "list all paths")):
        commands.add_parser(name, help=help_text).add_argument("boom", choices=sorted(TREES))
    for name, help_text in (("casus", "run case files (TOML)"), ("lengtes", "print how many answers the cases take")):
        command = commands.add_parser(name, help=f"{help_text}; without files those in {CASES}")
        command.add_argument("bestanden", nargs="*", type=Path)
    wants = parser.parse_args()
    if wants.command in ("casus", "lengtes"):
        try:
            files = wants.bestanden or sorted(CASES.glob("*.toml"))
            if not files:
                sys.exit(f"There are no cases in {CASES}. Name files of cases.")
            if wants.command == "lengtes":
                print_lengths(files)
                return
            sys.exit(int(bool(run_cases(files))))
        except CaseError as error:
            sys.exit(str(error))
    {"loop": walk_in_terminal, "tabel": print_tables, "paden": print_paths}[wants.command](TREES[wants.boom])


if __name__ == "__main__":
    main()
