"""Ask the registries' advisory services whether a locked package has a known weakness: `python -m tools.audit`.

What was looked at and accepted stands in audit-exceptions.toml with its reason and a last day. Exit status: 0 nothing
found, 1 something found, 3 a service could not be asked (then nothing is known, which is not the same as nothing found).
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from typing import Any

from tools.setup import environment
from tools.site import ROOT

PIP_AUDIT = "pip-audit==2.9.0"
EXCEPTIONS = ROOT / "tools" / "audit-exceptions.toml"


def run(*command: str) -> dict[str, Any] | None:
    """A tool's report as JSON; None when it gave none."""
    result = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    try:
        report: dict[str, Any] = json.loads(result.stdout)
    except ValueError:
        return None
    return report


def python_findings() -> dict[str, str] | None:
    """Weaknesses of the Python packages, by id; None when PyPI could not be asked about all of them."""
    command = [
        ".venv/bin/uv",
        "tool",
        "run",
        "--quiet",
        "--from",
        PIP_AUDIT,
        "pip-audit",
        "--disable-pip",
        "--require-hashes",
    ]
    report = run(*command, "-r", "requirements.txt", "-f", "json", "--progress-spinner", "off")
    if report is None or any("skip_reason" in package for package in report["dependencies"]):
        return None
    return {
        weakness["id"]: f"{package['name']} {package['version']}"
        for package in report["dependencies"]
        for weakness in package.get("vulns", [])
    }


def npm_findings() -> dict[str, str] | None:
    """Weaknesses of the npm packages, by address of the advisory; None when the registry could not be asked."""
    report = run("npm", "audit", "--json", "--audit=true")
    if report is None or "vulnerabilities" not in report:
        return None
    return {
        str(via["url"]): f"{package['name']} {package['range']}"
        for package in report["vulnerabilities"].values()
        for via in package["via"]
        if isinstance(via, dict)
    }


def accepted(today: datetime.date, data: Mapping[str, Any]) -> set[str]:
    """The ids that were looked at and are accepted today. SystemExit when an exception has no reason or no last day."""
    for entry in data.get("exception", []):
        if not {"id", "reason", "until"} <= set(entry):
            sys.exit(f"{EXCEPTIONS.name}: {entry} needs id, reason and until.")
    return {entry["id"] for entry in data.get("exception", []) if entry["until"] >= today}


def main() -> None:
    """Ask, subtract what is accepted, tell."""
    allowed = accepted(datetime.date.today(), tomllib.loads(EXCEPTIONS.read_text("utf-8")))
    status = 0
    for name, found in (("Python", python_findings()), ("npm", npm_findings())):
        if found is None:
            print(
                f"{name}: the advisory service could not be asked; nothing is known. Try again with a connection to it."
            )
            status = status or 3
            continue
        left = {id: package for id, package in found.items() if id not in allowed}
        print(
            f"{name}: {len(left)} weaknesses" + "".join(f"\n  {id}: {package}" for id, package in sorted(left.items()))
        )
        status = 1 if left else status
    sys.exit(status)


if __name__ == "__main__":
    main()
