"""Lay the built site beside earlier versions: `python -m tools.publish VERSION` after `make build`.

With `--branch NAME` the versions are kept on a git branch of their own, as the workflows for GitHub and GitLab Pages do.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from macros.publication.earlier import read_published
from macros.publication.versions import publish, publish_edition
from macros.shared.errors import BuildError, told
from macros.shared.stored_files import shaped
from macros.text.editions import FOLDER
from tools.site import ROOT

AUTHOR = ("-c", "user.name=publish", "-c", "user.email=publish@localhost")


def git(root: Path, *arguments: str) -> bool:
    """Whether a git command in `root` succeeded. BuildError when there is no git."""
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], check=False, capture_output=True).returncode == 0
    except FileNotFoundError as error:
        raise BuildError(
            "git", "was not found; a branch keeps the versions", "Install git, or leave BRANCH out."
        ) from error


def take_branch(root: Path, folder: Path, branch: str) -> None:
    """Check out the branch with the published versions in `folder`: that of `origin`, the one here, or a new, empty one.

    BuildError when the folder holds something else.
    """
    git(root, "worktree", "prune")
    if (folder / ".git").exists():
        return
    if folder.exists() and any(folder.iterdir()):
        raise BuildError(str(folder), "holds files that are on no branch", "Move them away, and publish again.")
    git(root, "fetch", "--quiet", "origin", f"{branch}:{branch}")  # fails when there is none yet
    if git(root, "worktree", "add", str(folder), branch):
        return
    made = git(root, "worktree", "add", "--detach", str(folder)) and git(folder, "checkout", "--orphan", branch)
    if not made or not git(folder, "rm", "-rfq", "--ignore-unmatch", "."):
        raise BuildError(str(folder), f"git could not make the branch {branch!r}", "See `git worktree list`.")


def keep(folder: Path, version: str) -> None:
    """Commit what was published; nothing when it is what was there. BuildError when git refuses."""
    (folder / ".nojekyll").touch()
    added = git(folder, "add", "--all", "--force")
    same = added and git(folder, "diff", "--cached", "--quiet")
    if not same and not (added and git(folder, *AUTHOR, "commit", "-qm", version)):
        raise BuildError(str(folder), "git could not commit the published version", "Try `git commit` there.")


def lay(site: Path, target: Path, name: str) -> None:
    """Lay the built site there, as a version of the model or as the edition with this name. BuildError when the site that was built
    is not that one."""
    edition = any((ROOT / FOLDER / f"{name}{ending}").exists() for ending in (".toml", ".json"))
    built = read_built(site)
    if built != (name if edition else ""):
        remedy = f"Run make build{f' EDITION={name}' if edition else ''} first, then publish again."
        raise BuildError("site/", f"this is {f'the edition {built}' if built else 'the model'}", remedy)
    if not edition:
        check_compared(site, target, name)
    (publish_edition if edition else publish)(site, target, name)


def check_compared(site: Path, target: Path, version: str) -> None:
    """BuildError when the built site does not say what changed since the published version before it."""
    before = read_published(target, version)
    if before and not any((site / "api" / "vergelijking").glob(f"{before[-1].name}-*.json")):
        problem = f"it does not say what changed since {before[-1].name}, which was not in {target} when it was built"
        raise BuildError("site/", problem, f"Run VERSION={version} make build again, then publish.")


def read_built(site: Path) -> str:
    """The name of the edition that was built last; empty when it was the model."""
    about = site / "api" / "editie.json"
    with shaped("site/api/editie.json", "what the build writes: run make build again"):
        return str(json.loads(about.read_text("utf-8"))["editie"]) if about.exists() else ""


def main() -> None:
    """Publish site/ under a version; exit status 1 with a sentence when that cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "version", nargs="?", help="v1, v1.2 … or nieuwste; or the name of an edition; none: take the branch only"
    )
    parser.add_argument("--to", type=Path, default=ROOT / "public")
    parser.add_argument("--branch", default="", help="the branch that keeps the versions")
    wants = parser.parse_args()
    if wants.version and not (ROOT / "site" / "index.html").exists():
        sys.exit("publish: there is no site/. Run make build first.")
    try:
        if wants.branch:
            take_branch(ROOT, wants.to, wants.branch)
        if not wants.version:
            return
        lay(ROOT / "site", wants.to, wants.version)
        if wants.branch:
            keep(wants.to, wants.version)
    except (BuildError, OSError) as error:
        sys.exit(f"publish: {told(error)}")
    print(f"published: {wants.to / wants.version}")


if __name__ == "__main__":
    main()
