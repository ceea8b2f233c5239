"""All that a program needs to run a tree of /api/beslisbomen.json as the site does; its schema says what the fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def nodes_of(tree: Mapping[str, Any]) -> dict[str, Any]:
    """The questions and outcomes of a tree by id."""
    return {node["id"]: node for node in (*tree["vragen"], *tree["uitkomsten"])}


def walk(nodes: Mapping[str, Any], start: str, answers: Mapping[str, str]) -> tuple[str, list[str], str]:
    """Where the answers (in the order in which they were given) lead: the node, the answers that it offers, and the earlier
    answer to confirm when something that it rests on was changed after it."""
    moment = {question: number for number, question in enumerate(answers)}
    said: set[str] = set()
    route: list[Any] = []
    node, earlier = nodes[start], ""
    while "antwoorden" in node and node["id"] in answers:
        answer = next((one for one in node["antwoorden"] if one["id"] == answers[node["id"]]), None)
        if answer is None or said.intersection(answer.get("nietNa", ())):
            break
        rests = set(node.get("steuntOp", ())) - {"twijfel"}
        later = [question for question in route if moment[question["id"]] > moment[node["id"]]]
        if any(rests.intersection(about(question)) for question in later):
            earlier = answer["id"]
            break
        route.append(node)
        said.update(answer.get("zegt", ()))
        node = nodes[answer["naar"]]
    offered = [one["id"] for one in node.get("antwoorden", ()) if not said.intersection(one.get("nietNa", ()))]
    return node["id"], offered, earlier


def about(question: Mapping[str, Any]) -> set[str]:
    """The aspects that the answers of a question say something of."""
    return {value.split(":")[0] for answer in question["antwoorden"] for value in answer.get("zegt", ())}
