"""A display that nobody sees, and which windows are on it. Needs Debian's `xvfb`."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from ctypes.util import find_library
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_VIEWABLE = 2  # of the map states


@contextmanager
def display(width: int = 1280, height: int = 800) -> Iterator[str]:
    """The name of a new display, such as `:7`."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"]
    with ExitStack() as running:
        running.callback(os.close, read)
        server = running.enter_context(
            subprocess.Popen(
                [*command, "-nolisten", "tcp"],
                pass_fds=[write],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        running.callback(server.terminate)
        os.close(write)
        yield f":{os.read(read, 16).decode().strip()}"


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("place_and_size", ctypes.c_int * 6),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("kinds", ctypes.c_int * 4),
        ("backing", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_ulong * 5),
    )


class Windows:
    """Reads titles off a display without a window manager, a hundred times a second if asked.

    Not by a program such as xdotool: starting one takes longer than what is measured here.
    """

    def __init__(self, name: str) -> None:
        library = find_library("X11")
        if library is None:
            pytest.skip("libX11 is not installed: apt-get install libx11-6")
        self._x = x = ctypes.CDLL(library)
        for call in (x.XOpenDisplay, x.XDefaultRootWindow):
            call.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self._quiet = handler(lambda *_: 0)  # a window may go while it is asked about
        x.XSetErrorHandler(self._quiet)
        opened = x.XOpenDisplay(name.encode())
        assert opened, f"the display {name} cannot be opened"
        self._display = ctypes.c_void_p(opened)
        self._root = ctypes.c_ulong(x.XDefaultRootWindow(self._display))

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def titles(self) -> list[str]:
        """Of the windows that can be seen."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x.XQueryTree(
            self._display,
            self._root,
            *map(ctypes.byref, (root, parent, children, count)),
        )
        try:
            windows = [children[place] for place in range(count.value)]
        finally:
            if children:
                self._x.XFree(children)
        return [title for one in windows if (title := self._title(ctypes.c_ulong(one)))]

    def _title(self, window: ctypes.c_ulong) -> str:
        told = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, window, ctypes.byref(told)):
            return ""
        name = ctypes.c_char_p()
        if told.map_state != _VIEWABLE or not self._x.XFetchName(
            self._display, window, ctypes.byref(name)
        ):
            return ""
        text = (name.value or b"").decode("latin-1")
        self._x.XFree(name)
        return text
