"""A name from a server becomes a file here only when it can do no harm."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_desktop.core.errors import HostileName
from kuroibara_desktop.vault.names import free_name, local_name


@pytest.mark.parametrize(
    ("remote", "local"),
    [
        ("daily_20261123_020000.tar.gz", "daily_20261123_020000.tar.gz"),
        ("my backup é日.tar.gz", "my backup é日.tar.gz"),
        ("12:30 <x>|?*.tar.gz", "12_30 _x____.tar.gz"),
        ("a..b.tar.gz", "a..b.tar.gz"),
        ("-rf.tar.gz", "-rf.tar.gz"),
    ],
)
def test_harmless_names_are_kept_as_far_as_drives_can_hold_them(remote: str, local: str) -> None:
    assert local_name(remote) == local


@pytest.mark.parametrize(
    ("remote", "why"),
    [
        ("../x.tar.gz", "another folder"),
        ("/x.tar.gz", "another folder"),
        ("..\\x.tar.gz", "another folder"),
        ("C:\\x.tar.gz", "another folder"),
        ("x", "does not end in .tar.gz"),
        (".tar.gz", "does not end in .tar.gz"),
        ("x.tar.gz.exe", "does not end in .tar.gz"),
        ("X.TAR.GZ", "does not end in .tar.gz"),
        (".x.tar.gz", "hidden"),
        (" x.tar.gz", "hidden"),
        ("x\0.tar.gz", "cannot be seen"),
        ("x\n.tar.gz", "cannot be seen"),
        ("x\x1b[2J.tar.gz", "cannot be seen"),
        ("x\u202egz.tar.gz", "cannot be seen"),
        ("x\ud800.tar.gz", "cannot be seen"),
        ("x..tar.gz", "ends in a dot"),
        ("nul.tar.gz", "device"),
        ("COM1.tar.gz", "device"),
        ("x" * 300 + ".tar.gz", "too long"),
        ("日" * 80 + ".tar.gz", "too long"),
    ],
)
def test_hostile_names_are_refused_with_the_reason(remote: str, why: str) -> None:
    with pytest.raises(HostileName, match=why) as refused:
        local_name(remote)
    assert all(c.isprintable() for c in refused.value.sentence)


@given(st.text(max_size=60), st.booleans())
def test_no_name_ever_leaves_the_folder(text: str, ended: bool) -> None:
    name = text + ".tar.gz" if ended else text
    try:
        local = local_name(name)
    except HostileName:
        return
    assert os.path.basename(local) == local
    assert PurePosixPath(local).parts == (local,)
    assert len(f"{local}.12345678.part".encode()) <= 255


def test_a_taken_name_gets_a_number() -> None:
    taken = {"a.tar.gz", "a-2.tar.gz"}
    assert free_name("A.tar.gz", taken) == "A-3.tar.gz"
    assert free_name("b.tar.gz", taken) == "b.tar.gz"
