"""Set up the checkout: Python 3.13 with locked packages, Node.js with locked packages, a browser for the tests.

Runs with any Python 3.11 or newer and its standard library only; `make` calls it before every target. What it
installs stays inside the checkout (`.venv`, `node_modules`, `.cache`), except a browser from Debian's packages,
which it names first. A second run compares one stamp and returns.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
STAMP = VENV / "setup-stamp"
PROPERDOCS = CACHE / "properdocs"
PYTHON = "3.13"
LOCKS = ("requirements.txt", "requirements-node.txt", "package.json", "package-lock.json", "tools/setup.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HEADLESS = "chromium-headless-shell"
"""The same engine without a window around it: a page in a fresh context costs half of what it costs in `chromium`."""
OLDEST_NODE = 18


def fail(problem: str, remedy: str) -> None:
    """Stop with a sentence for the person who typed `make`."""
    sys.exit(f"\nsetup: {problem}\n       {remedy}")


def say(text: str) -> None:
    print(f"setup: {text}", flush=True)


def environment() -> dict[str, str]:
    """The environment for child processes: every cache inside the checkout, Node.js from the venv if it is there."""
    return {
        **os.environ,
        "UV_CACHE_DIR": str(CACHE / "uv"),
        "PIP_CACHE_DIR": str(CACHE / "pip"),
        "npm_config_cache": str(CACHE / "npm"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "UV_LINK_MODE": "hardlink",
        "UV_PYTHON_INSTALL_DIR": str(CACHE / "python"),
        "PATH": os.pathsep.join([os.environ.get("PATH", ""), str(VENV / "bin")]),
    }


def run(command: list[str | Path], problem: str, remedy: str) -> None:
    started = time.monotonic()
    result = subprocess.run([str(c) for c in command], cwd=ROOT, env=environment(), check=False)
    if result.returncode:
        fail(problem, remedy)
    say(f"  done in {time.monotonic() - started:.0f} s")


def fingerprint() -> str:
    digest = hashlib.sha256(PYTHON.encode())
    for name in LOCKS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def find_python() -> str | None:
    """Path of a Python 3.13: this one, on the path, or one that only pyenv knows. None: uv must fetch it."""
    if sys.version_info[:2] == (3, 13):
        return sys.executable
    versions = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    if pyenv := shutil.which("pyenv"):
        versions.append(Path(pyenv).resolve().parent.parent / "versions")
    versions.append(Path(sys.base_prefix).parent)  # where this very Python stands beside others, as pyenv keeps them
    candidates = [shutil.which(f"python{PYTHON}")]
    for folder in versions:
        candidates += [str(p) for p in sorted(folder.glob(f"{PYTHON}*/bin/python{PYTHON}"), reverse=True)]
    for candidate in candidates:
        if (
            candidate
            and subprocess.run(
                [candidate, "-c", "import venv, sys; sys.exit(sys.version_info[:2] != (3, 13))"],
                check=False,
                capture_output=True,
            ).returncode
            == 0
        ):
            return candidate
    return None


def uv_requirement() -> str:
    """The locked `uv` line with its hashes, as a requirements file of its own for pip."""
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("uv=="))
    block = [lines[start]]
    for line in lines[start + 1 :]:
        if not line.startswith("    --hash"):
            break
        block.append(line)
    return "\n".join(block).rstrip("\\ ") + "\n"


def install_python() -> None:
    boot = CACHE / "boot"
    uv = boot / "bin" / "uv"
    if not uv.exists():
        say("getting uv (the package installer), locked by hash")
        run(
            [sys.executable, "-m", "venv", boot],
            "could not make a virtual environment.",
            "Install venv for this Python (Debian: apt-get install python3-venv) and run make again.",
        )
        wanted = CACHE / "uv-requirement.txt"
        wanted.write_text(uv_requirement())
        run(
            [boot / "bin" / "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", wanted],
            "pip could not install uv.",
            "Check the connection to the Python package registry and run make again.",
        )
    python = find_python()
    say(f"making .venv with Python {PYTHON} ({python or 'fetched by uv'})")
    run(
        [uv, "venv", "--quiet", "--clear", "--python", python or PYTHON, VENV],
        f"no Python {PYTHON} found on the path or in pyenv, and uv could not fetch one.",
        f"Install it (pyenv install {PYTHON}) and run make again.",
    )
    say("installing the locked Python packages")
    run(
        [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", VENV / "bin" / "python", "requirements.txt"],
        "the Python packages could not be installed.",
        "Check the connection; after editing pyproject.toml, run `make lock`.",
    )


def install_properdocs() -> None:
    """Have ProperDocs in an environment of its own, for one test, which is skipped without it: what cannot be had stops nothing."""
    lock = "requirements-properdocs.txt"
    stamp = PROPERDOCS / "setup-stamp"
    current = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == current:
        return
    say("installing ProperDocs, locked by hash, to build the site with it in a test")
    uv = VENV / "bin" / "uv"
    python = PROPERDOCS / "bin" / "python"
    for command in (
        [uv, "venv", "--quiet", "--clear", "--python", VENV / "bin" / "python", PROPERDOCS],
        [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", python, lock],
    ):
        if subprocess.run([str(c) for c in command], cwd=ROOT, env=environment(), check=False).returncode:
            say("  it could not be installed; the test of the site by ProperDocs will be skipped")
            return
    stamp.write_text(current)


def node_version(command: str | None) -> int:
    if not command:
        return 0
    out = subprocess.run([command, "--version"], capture_output=True, text=True, check=False).stdout
    return int(out.strip().lstrip("v").split(".")[0] or 0) if out.startswith("v") else 0


def install_node() -> None:
    if node_version(shutil.which("node")) < OLDEST_NODE or not shutil.which("npm"):
        say("no Node.js on this machine: taking it from a Python wheel")
        run(
            [
                CACHE / "boot" / "bin" / "uv",
                "pip",
                "install",
                "--quiet",
                "--require-hashes",
                "--python",
                VENV / "bin" / "python",
                "-r",
                "requirements-node.txt",
            ],
            "Node.js could not be installed from its wheel.",
            f"Install Node.js {OLDEST_NODE} or newer and run make again.",
        )
    npm = shutil.which("npm", path=environment()["PATH"])
    if not npm:
        fail("npm was not found.", f"Install Node.js {OLDEST_NODE} or newer with npm and run make again.")
    say("installing the locked JavaScript packages")
    run(
        [str(npm), "ci", "--silent", "--no-audit", "--no-fund"],
        "npm could not install the locked packages.",
        "Check the connection; after editing package.json, run `npm install` to renew the lock.",
    )


def find_browser(*first: str) -> str | None:
    """Path of a Chromium, if it is here: what CHROMIUM= names, or one of those to look for first, or another."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, (*first, *BROWSERS))), None)


def ensure_system(package: str, why: str, *, also: tuple[str, ...] = ()) -> None:
    """Have a Debian package; as root it is installed, named first; elsewhere the command is named."""
    packages = [package, *also]
    command = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        fail(f"{why} and it was not found.", f"Run: sudo {command}")
    say(f"system package {' and '.join(packages)} missing; running: apt-get update && {command}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
    if subprocess.run(command.split(), check=False, **quiet).returncode:  # type: ignore[call-overload]
        fail(f"{package} could not be installed.", f"Run it by hand to see why: {command}")


def try_headless() -> None:
    """Have Chromium without a window where this system has it; elsewhere the tests take Chromium itself, and only take longer."""
    without = CACHE / f"no-{HEADLESS}"
    if os.environ.get("CHROMIUM") or shutil.which(HEADLESS) or without.exists():
        return
    try:
        ensure_system(HEADLESS, "the browser tests go faster without a window")
    except SystemExit:
        without.touch()
        say(f"there is no {HEADLESS} here; the browser tests take Chromium itself")


def ensure_browser() -> None:
    """Have what the tests need: a Chromium (or CHROMIUM= names one), Firefox and WebKit, nginx with brotli, LibreOffice."""
    if not find_browser():
        ensure_system("chromium", "the browser tests need Chromium")
    try_headless()
    if not find_nginx():
        ensure_system(
            "nginx-light",
            "the tests of the published configuration need nginx",
            also=("libnginx-mod-http-brotli-static",),
        )
    if not (shutil.which("firefox-esr") or shutil.which("firefox")):
        ensure_system("firefox-esr", "the tests in three engines need Firefox")
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and find_window()):
        ensure_system(
            "webkit2gtk-driver",
            "the tests in three engines need WebKitGTK, and a window of it",
            also=("xvfb", "xauth", "python3-gi", "gir1.2-webkit2-4.1"),
        )
    if not shutil.which("WPEWebDriver"):
        ensure_system(
            "wpewebkit-driver",
            "the tests in three engines need WPE WebKit, which stands for iOS 16",
            also=("cog", "libwpebackend-fdo-1.0-1"),
        )
    if not find_office():
        ensure_system("libreoffice-writer-nogui", "the test that opens the Word files needs LibreOffice")


def find_window() -> bool:
    """Whether Debian's own Python can open a window of WebKitGTK (tests/engines/window.py)."""
    asked = "import gi; gi.require_version('WebKit2', '4.1')"
    return (
        Path("/usr/bin/python3").exists()
        and subprocess.run(["/usr/bin/python3", "-c", asked], capture_output=True, check=False).returncode == 0
    )


def find_office() -> str | None:
    """Path of LibreOffice, if it is here."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def find_nginx() -> str | None:
    """Path of nginx, if it is here with the brotli module."""
    found = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    return found if found and Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so").exists() else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--browser", action="store_true", help="also have a Chromium for the browser tests")
    wants = parser.parse_args()
    if sys.version_info < (3, 11):
        fail(f"this is Python {sys.version.split()[0]}; set-up needs 3.11 or newer.", "Run: make PYTHON=python3.11")
    current = fingerprint()
    if not STAMP.exists() or STAMP.read_text() != current:
        CACHE.mkdir(exist_ok=True)
        install_python()
        install_node()
        STAMP.write_text(current)
        say("ready")
    if wants.browser:
        install_properdocs()
        ensure_browser()


if __name__ == "__main__":
    main()
