"""What a person types is turned into addresses to try."""

from __future__ import annotations

import pytest

from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.server.address import candidates, host_of, is_loopback


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        ("manga.example.org", ["https://manga.example.org", "http://manga.example.org"]),
        (" nas:8000 ", ["https://nas:8000", "http://nas:8000"]),
        ("localhost:8000", ["http://localhost:8000", "https://localhost:8000"]),
        ("127.0.0.1:3000", ["http://127.0.0.1:3000", "https://127.0.0.1:3000"]),
        ("https://manga.example.org/", ["https://manga.example.org"]),
        ("http://nas/api/v1/", ["http://nas"]),
        ("https://x.org/manga/api/v1", ["https://x.org/manga"]),
        ("https://x.org:443", ["https://x.org"]),
        ("http://[::1]:8000", ["http://[::1]:8000"]),
        ("HTTPS://X.org", ["https://x.org"]),
    ],
)
def test_the_safe_way_is_tried_first(typed: str, tried: list[str]) -> None:
    assert candidates(typed) == tried


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "ftp://x", "http://", "file:///etc/passwd", "http://x:y", "a b.org", "[::1"],
)
def test_what_is_no_address_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(NotKuroibara, match="is not the address of a server"):
        candidates(typed)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(NotKuroibara) as refused:
        candidates("https://anna:hunter2@x.org")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:1", True),
        ("http://127.9.9.9", True),
        ("http://[::1]", True),
        ("http://localhost", True),
        ("http://10.0.0.1", False),
        ("http://localhost.example.org", False),
        ("http://[bad", False),
    ],
)
def test_this_computer_is_known(url: str, here: bool) -> None:
    assert is_loopback(url) is here


def test_the_host_is_said_with_its_port() -> None:
    assert host_of("http://nas:8000/x") == "nas:8000"
