#!/usr/bin/env python3
"""Everything a fresh clone needs, and the commands to use it: demo, test, bench, check, pins.

    python3 dev.py demo      see the product at work: a demo server and the window
    python3 dev.py test      check the code and run the tests, as continuous integration does

Standard library only. Set-up goes into `.venv` beside this file. What the system itself lacks is
installed when this runs as root on Debian or Ubuntu; otherwise the command to type is printed and
the exit status is 1. The file must parse on Python 3.9, so that an old one is told what it lacks.
"""

from __future__ import annotations

import argparse
import ctypes
import glob
import hashlib
import importlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up-of"
PYTEST = [str(PYTHON), "-m", "pytest"]
PINS = ROOT / "packaging" / "requirements"
OLDEST = (3, 11)

# What each purpose asks of a Linux system, as the thing itself and the Debian package it comes in.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FONTS = {  # titles and chapters come in every script
    "DejaVuSans": "fonts-dejavu-core",
    "NotoSans": "fonts-noto-core",
    "NotoSansCJK": "fonts-noto-cjk",
}
KEYRING_PROGRAMS = {"dbus-daemon": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
TEST_PROGRAMS = {  # the plain tools that must open a backup, and the real parts that tests talk to
    "7z": "p7zip-full",
    "Xvfb": "xvfb",
    "at-spi-bus-launcher": "at-spi2-core",
    "bsdtar": "libarchive-tools",
    "busybox": "busybox",
    "curl": "curl",
    "dbus-send": "dbus",
    "debootstrap": "debootstrap",
    "dunst": "dunst",
    "git": "git",
    "import": "imagemagick",
    "initdb": "postgresql",
    "jq": "jq",
    "mkfs.vfat": "dosfstools",
    "nginx": "nginx-light",
    "openbox": "openbox",
    "openssl": "openssl",
    "psql": "postgresql-client",
    "trayer": "trayer",
    "xdotool": "xdotool",
}


def main() -> int:
    if sys.version_info < OLDEST:
        return too_old()
    command, rest = parse(sys.argv[1:])
    if command.name == "demo":
        set_up("demo")
        return become([str(PYTHON), "-m", "kuroibara_desktop.demo", *demo_arguments(command)])
    set_up("dev")
    os.chdir(ROOT)
    if command.name == "check":
        return 1 if failed_checks() else 0
    if command.name == "pins":
        return write_pins(upgrade=command.upgrade)
    if command.name == "bench":
        chosen = ["-k", command.benchmark] if command.benchmark else []
        return become([*PYTEST, "tests/benchmarks", "-m", "benchmark", "-s", *chosen])
    if command.slow:
        return become([*PYTEST, *in_parallel(), "-m", "slow and not benchmark", *rest])
    return checks_and_tests(rest)


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up, then do one of these.")
    commands = parser.add_subparsers(dest="name", required=True, metavar="COMMAND")

    def add(name: str, what: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=what, description=what, allow_abbrev=False)

    demo = add("demo", "open the window on a demo server, ready to copy a backup offsite")
    demo.add_argument("--once", action="store_true", help="needs no display: do it all, report")
    demo.add_argument("--dir", metavar="DIR", help="keep everything the demo makes in this folder")
    test = add("test", "run `check`, then the tests; further arguments go to pytest")
    test.add_argument("--slow", action="store_true", help="only the tests that take minutes")
    bench = add("bench", "measure speed and memory")
    bench.add_argument("benchmark", nargs="?", metavar="NAME", help="only those with this name")
    add("check", "style, types and import rules")
    pins = add("pins", "write packaging/requirements anew from pyproject.toml")
    pins.add_argument("--upgrade", action="store_true", help="take the newest allowed versions")

    known, rest = parser.parse_known_args(arguments)
    if rest and known.name != "test":
        parser.error("unrecognized arguments: " + " ".join(rest))
    return known, rest


def demo_arguments(command: argparse.Namespace) -> list[str]:
    once = ["--once"] if command.once else []
    return once + (["--dir", command.dir] if command.dir else [])


def too_old() -> int:
    newer = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
    found = next((name for name in newer if shutil.which(name)), None)
    say(f"Python 3.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if found:
        say("Type: " + " ".join([found, *map(shlex.quote, sys.argv)]))
    return 1


# Set-up ------------------------------------------------------------------------------------------


def set_up(extra: str) -> None:
    """Make `.venv` and the system ready for `extra` ("demo" or "dev"), or end the program."""
    ready = extra in finished()
    fresh = not ready and not has_pip()
    provide_system(extra, fresh=fresh)
    if ready:
        return
    if fresh:
        say("Making .venv")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    say("Installing the pinned libraries into .venv")
    STAMP.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pinned = ["-r", str(PINS / "build.txt"), "-r", str(PINS / f"{extra}.txt")]
    run([*pip, "--require-hashes", *pinned])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    done = ["demo", "dev"] if extra == "dev" else ["demo"]  # dev holds all of demo
    STAMP.write_text("".join(f"{name} {digest(name)}\n" for name in done), encoding="utf-8")


def digest(extra: str) -> str:
    """Changes whenever the set-up of `extra` has to be done again."""
    seen = hashlib.sha256(f"{ROOT}\0{sys.version_info[:2]}\0".encode())
    for path in (PINS / "build.txt", PINS / f"{extra}.txt", ROOT / "pyproject.toml"):
        seen.update(path.read_bytes())
    return seen.hexdigest()


def finished() -> set[str]:
    """The extras whose set-up stands and is not out of date."""
    if not PYTHON.exists() or not STAMP.exists():
        return set()
    lines = STAMP.read_text(encoding="utf-8").splitlines()
    done = dict(line.split(" ", 1) for line in lines)
    return {extra for extra, seen in done.items() if seen == digest(extra)}


def has_pip() -> bool:
    """Whether `.venv` stands, is of this Python's version, and was made to the end."""
    code = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    quiet = subprocess.DEVNULL
    return PYTHON.exists() and not subprocess.run([PYTHON, "-c", code], stderr=quiet).returncode


def provide_system(extra: str, *, fresh: bool) -> None:
    """Install what the system lacks, or end the program saying how to."""
    lacking = missing(extra, fresh=fresh)
    if not lacking:
        return
    packages = sorted(set(lacking.values()))
    say("This system lacks " + ", ".join(lacking) + ".")
    if not shutil.which("apt-get"):
        give_up("Install them and start again. On Debian they are in: " + " ".join(packages))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        give_up(
            f"Type this, then start again:\n  sudo apt-get update && sudo {shlex.join(install)}"
        )
    say("Installing " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], install):
        run([*step, "-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"], environment)
    lacking = missing(extra, fresh=fresh)
    if lacking:
        give_up("After the installation these are still missing: " + ", ".join(lacking))


def missing(extra: str, *, fresh: bool) -> dict[str, str]:
    """What this system lacks for `extra`, and the Debian package that brings each.

    Asks for the things themselves, since not all systems have Debian's packages. Windows and macOS
    come with all of it.
    """
    if not sys.platform.startswith("linux"):
        return {}
    programs = {**KEYRING_PROGRAMS, **(TEST_PROGRAMS if extra == "dev" else {})}
    beside_path = ["/usr/sbin", "/sbin", "/usr/libexec", *glob.glob("/usr/lib/postgresql/*/bin")]
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *beside_path])
    found_fonts = font_names()
    lacking = {name: package for name, package in QT_LIBRARIES.items() if not has_library(name)}
    lacking.update((f"font {font}", FONTS[font]) for font in FONTS if font not in found_fonts)
    lacking.update((name, programs[name]) for name in programs if not shutil.which(name, path=path))
    importlib.invalidate_caches()
    if fresh and importlib.util.find_spec("ensurepip") is None:  # Debian packs it apart from Python
        lacking["Python module ensurepip"] = f"python3.{sys.version_info[1]}-venv"
    return lacking


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def font_names() -> set[str]:
    folders = ["/usr/share/fonts", "/usr/local/share/fonts"]
    folders += [os.path.expanduser(folder) for folder in ("~/.local/share/fonts", "~/.fonts")]
    files = (name for folder in folders for _, _, names in os.walk(folder) for name in names)
    return {re.split(r"[-.\[]", name)[0] for name in files}


# The commands ------------------------------------------------------------------------------------


def checks_and_tests(arguments: Sequence[str]) -> int:
    """Run both whatever the first says: one look shows all that is wrong."""
    failed = failed_checks()
    code = subprocess.run([*PYTEST, *in_parallel(), *arguments], cwd=ROOT).returncode
    if failed:
        say("These checks failed before the tests: " + ", ".join(failed))
    return code or bool(failed)


def in_parallel() -> list[str]:
    """One file's tests stay together: they share servers. `-n 0` shows a test in this terminal."""
    # In the order of the folders, what takes long comes first and the small ones fill the gaps.
    order = ["--dist", "loadfile", "--no-loadscope-reorder"]
    return ["-n", str(min(os.cpu_count() or 1, 4)), *order]


def failed_checks() -> list[str]:
    steps = {
        "ruff check": [tool("ruff"), "check", "--quiet", "."],
        "ruff format": [tool("ruff"), "format", "--quiet", "--check", "."],
        "mypy": [tool("mypy")],
        "lint-imports": [tool("lint-imports"), "--no-logo"],
    }
    failed = []
    for name, command in steps.items():
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        good = done.returncode == 0
        say(f"{name}: {'good' if good else 'failed'}")
        if not good:
            failed.append(name)
            sys.stderr.buffer.write(done.stdout)
    return failed


def write_pins(*, upgrade: bool) -> int:
    """Write each extra's full set, with hashes; every set agrees with the largest."""
    import tomllib  # not on the Pythons that are only told to go

    run([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
    compiling = [tool("uv"), "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    compiling += ["--python-version", ".".join(map(str, OLDEST)), "--no-emit-index-url"]
    compiling += ["--no-header", "--no-annotate", *(["--upgrade"] if upgrade else [])]
    for extra in ("dev", "demo", "desktop", "client", "server", "s3"):
        agreeing = [] if extra == "dev" else ["--constraint", str(PINS / "dev.txt")]
        target = str(PINS / f"{extra}.txt")
        run([*compiling, *agreeing, "--extra", extra, "pyproject.toml", "--output-file", target])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    building = "\n".join(project["build-system"]["requires"])
    run([*compiling, "-", "--output-file", str(PINS / "build.txt")], given=building)
    return 0


def tool(name: str) -> str:
    return str(SCRIPTS / name) + (".exe" if os.name == "nt" else "")


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, given: str = ""
) -> None:
    """Do one step of the set-up in silence, or show what it said and end the program."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=given.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        sys.stderr.buffer.write(done.stdout)
        give_up(f"This did not work: {shlex.join(command)}")


def become(command: list[str]) -> int:
    """Go on as `command`: signals and the exit status are then its own."""
    if os.name != "nt":  # there, exec would detach from the console
        os.execv(command[0], command)
    return subprocess.run(command).returncode


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def give_up(sentence: str) -> NoReturn:
    say(sentence)
    sys.exit(1)


if __name__ == "__main__":
    sys.exit(main())
