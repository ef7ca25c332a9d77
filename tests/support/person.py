"""Somebody before a real display: reads it as a screen reader does, uses it by mouse and keys.

What is on the screen is asked over AT-SPI, from outside the app's process; every press is one of
the X server's own. Needs Debian's `xvfb`, `openbox`, `xdotool`, `at-spi2-core`; `trayer` for a tray
and `dunst` for notifications, where they are asked for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import (
    DBusConnection,
    open_dbus_connection,
)
from jeepney.wrappers import unwrap_msg

from tests.support.display import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_ENABLED, _SHOWING = 8, 25  # bits of a state
_SCREEN = 0  # of the two ways to give a place
_PATIENCE = 30.0  # seconds
_WIDTH, _HEIGHT = 1280, 800


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen: what a screen reader calls it, and where it is."""

    owner: str
    path: str
    name: str
    role: str
    enabled: bool


@dataclass(slots=True)
class Person:
    """Sits before one display. Names are those that assistive technology is given."""

    environment: dict[str, str]
    pictures: Path
    patience: float = _PATIENCE
    _bus: DBusConnection | None = field(default=None, repr=False)

    # Reading

    def things(self) -> list[Thing]:
        """All that can be seen now, in the order of reading."""
        try:
            apps = self._children("org.a11y.atspi.Registry", _ROOT)
            return [thing for app in apps for thing in self._below(*app)]
        except (DBusErrorResponse, TimeoutError):  # it changes, or ends, while it is read
            return []

    def texts(self) -> list[str]:
        return [thing.name for thing in self.things() if thing.name]

    def reads(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def sees(self, name: str, *roles: str) -> Thing | None:
        """What has this name, the front most; of one of these roles if any is given."""
        found = [
            thing
            for thing in self.things()
            if thing.name == name and (not roles or thing.role in roles)
        ]
        return found[-1] if found else None

    def wait(self, what: str, true: Callable[[], T], *, patience: float | None = None) -> T:
        """The first answer of `true` that holds; a picture and the words on the screen say what
        was there instead."""
        end = time.monotonic() + (patience or self.patience)
        while not (answer := true()):
            if time.monotonic() > end:
                self.picture("lost")
                seen = [f"{one.role} {one.name!r}" for one in self.things() if one.name]
                raise AssertionError(f"waited for {what}; on the screen: {', '.join(seen)}")
            time.sleep(0.1)
        return answer

    def wait_to_read(self, words: str, *, patience: float | None = None) -> None:
        self.wait(f"{words!r}", lambda: self.reads(words), patience=patience)

    def rest_of(self, words: str) -> str:
        """What follows these words, in the first text that begins with them."""
        [text] = self.wait(
            f"{words!r}", lambda: [one for one in self.texts() if one.startswith(words)][:1]
        )
        return text.removeprefix(words)

    # Doing

    def find(self, name: str, *roles: str) -> Thing:
        """What has this name, once it can be pressed."""

        def ready() -> Thing | None:
            thing = self.sees(name, *roles)
            return thing if thing is not None and thing.enabled else None

        thing = self.wait(f"{name!r}, which can be pressed", ready)
        assert thing is not None
        return thing

    def press(self, name: str, *roles: str) -> None:
        """Click in the middle of it, once it no longer moves."""
        before: tuple[int, int] | None = None

        def at_rest() -> tuple[int, int] | None:
            nonlocal before
            try:
                before, found = self.middle_of(self.find(name, *roles)), before
            except (DBusErrorResponse, TimeoutError):  # it went away between two questions
                return None
            return before if before == found else None

        place = self.wait(f"{name!r} to stay where it is", at_rest)
        assert place is not None
        self.click(*place)

    def fill(self, name: str, text: str) -> None:
        """Click into the field of this name and type over what is there."""
        self.press(name, "text", "password text", "combo box", "spin button")
        self.key("ctrl+a")
        self.type(text)

    def key(self, *keys: str) -> None:
        self._do("key", *keys)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "12", text)

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move in small steps as a hand does, let go."""
        self._do("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 21):
            place = (a + (b - a) * step // 20 for a, b in zip(start, end, strict=True))
            self._do("mousemove", *map(str, place))
            time.sleep(0.05)
        time.sleep(0.5)
        self._do("mouseup", "1")

    def middle_of(self, thing: Thing) -> tuple[int, int]:
        [[x, y, width, height]] = self._ask(
            thing.owner, thing.path, "org.a11y.atspi.Component", "GetExtents", "u", (_SCREEN,)
        )
        return x + width // 2, y + height // 2

    def picture(self, name: str) -> Path:
        """Save what the display shows, for whoever reads about a failure."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        file = self.pictures / f"{name}.png"
        subprocess.run(["import", "-window", "root", file], env=self.environment, check=False)
        return file

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)
        time.sleep(0.1)

    # Asking

    def _below(self, owner: str, path: str) -> list[Thing]:
        thing = self._thing(owner, path)
        if thing is None:
            return []
        found = [thing]
        for child in self._children(owner, path):
            found += self._below(*child)
        return found

    def _thing(self, owner: str, path: str) -> Thing | None:
        """None for what cannot be seen; what an app or a window is cannot be seen by itself."""
        [role] = self._ask(owner, path, _ACCESSIBLE, "GetRoleName")
        [[state, _more]] = self._ask(owner, path, _ACCESSIBLE, "GetState")
        if role != "application" and not state & 1 << _SHOWING:
            return None
        address = DBusAddress(path, bus_name=owner, interface=_ACCESSIBLE)
        [(_, name)] = self._send(Properties(address).get("Name"))
        return Thing(owner, path, name, role, bool(state & 1 << _ENABLED))

    def _children(self, owner: str, path: str) -> list[tuple[str, str]]:
        [children] = self._ask(owner, path, _ACCESSIBLE, "GetChildren")
        return [(str(one), str(where)) for one, where in children]

    def _ask(
        self,
        owner: str,
        path: str,
        interface: str,
        call: str,
        signature: str | None = None,
        body: tuple[object, ...] = (),
    ) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name=owner, interface=interface)
        return self._send(new_method_call(address, call, signature, body))

    def _send(self, message: Any) -> tuple[Any, ...]:
        if self._bus is None:
            self._bus = open_dbus_connection(_accessibility_bus(self.environment))
        answer: tuple[Any, ...] = unwrap_msg(self._bus.send_and_get_reply(message, timeout=10))
        return answer

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()


def _accessibility_bus(environment: dict[str, str]) -> str:
    with open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
        address = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        [found] = unwrap_msg(session.send_and_get_reply(new_method_call(address, "GetAddress")))
    return str(found)


@contextmanager
def person(bus: dict[str, str], pictures: Path, *, tray: bool = False) -> Iterator[Person]:
    """Somebody on a display of their own, in the session of `bus`, with a window manager."""
    launcher = next((one for one in _LAUNCHERS if Path(one).exists()), None)
    programs = ["openbox", "xdotool", *(["trayer"] if tray else [])]
    if launcher is None or any(shutil.which(name) is None for name in programs):
        pytest.skip("apt-get install xvfb openbox xdotool at-spi2-core trayer")
    with ExitStack() as running:
        name = running.enter_context(display(_WIDTH, _HEIGHT))
        kept = {k: v for k, v in {**os.environ, **bus}.items() if not k.startswith("QT_")}
        environment = kept | {"DISPLAY": name, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        commands = [["openbox"], [launcher, "--launch-immediately"]]
        if tray:
            commands.append(["trayer", "--edge", "top", "--align", "right", "--height", "24"])
        for command in commands:
            process = running.enter_context(
                subprocess.Popen(
                    command,
                    env=environment,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            running.callback(process.terminate)
        made = Person(environment, pictures)
        running.callback(made.close)
        yield made
