"""What may be typed as a proxy and as headers, and that no repr tells it."""

from __future__ import annotations

import pytest

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.ways import Way, headers_of, proxy_of, way_in, way_of, written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("Direct", "direct"),
        ("proxy:3128", "http://proxy:3128"),
        (" http://proxy.example.net:3128/\n", "http://proxy.example.net:3128"),
        ("https://anna:secret@proxy", "https://anna:secret@proxy"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_a_proxy_is_understood_as_people_type_it(typed: str, meant: str) -> None:
    assert proxy_of(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "two words",
        "socks5://proxy:1080",
        "http://",
        "http://proxy:port",
        "a\x00b",
        "x" * 5000,
        "//",
    ],
)
def test_what_can_be_no_proxy_is_refused(typed: str) -> None:
    with pytest.raises(InvalidRequest):
        proxy_of(typed)


def test_headers_are_read_line_by_line() -> None:
    typed = "\n CF-Access-Client-Id: abc.access\r\nX-Gate:  a: b \n\n"
    assert headers_of(typed) == (("CF-Access-Client-Id", "abc.access"), ("X-Gate", "a: b"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("no header", "Line 1 is not a header"),
        ("Good: 1\n: value", "Line 2"),
        ("Name:", "Line 1"),
        ("Two words: value", "Line 1"),
        ("Authorization: Bearer x", "cannot be set"),
        ("host: elsewhere", "cannot be set"),
        ("X-Gate: schlüssel", "no header can"),
        ("X-Gate: a\x00b", "no header can"),
        ("X-Gate: " + "x" * 9000, "no header can"),
        ("\n".join(f"X-{n}: 1" for n in range(30)), "more than 20"),
    ],
)
def test_what_is_no_header_is_said_with_its_line(typed: str, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        headers_of(typed)


def test_a_way_is_read_back_and_never_shown() -> None:
    way = way_of("http://anna:secret@proxy:3128", "X-Gate: open-sesame")
    assert way_in(written(way)) == way
    assert "secret" not in repr(way)
    assert "sesame" not in repr(way)
    assert way.through == "proxy:3128"
    assert way_in("nonsense") == way_in('{"proxy": 3}') == Way()
    assert Way().is_usual
    assert not way_of("direct", "").is_usual
    assert way_of("direct", "").through == ""
