"""What a dump holds is told without loading it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.copied import copied_columns
from kuroibara_backup.archive.dumped import look_through
from tests.support.format1 import SEED

USERS = rb"""COPY public.users (id, username, hashed_password, is_active, is_superuser) FROM stdin;
1	anna	$2b$12$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0	t	t
2	b\\e\tn	$2b$12$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0	f	f
3	x	\N	t	f
\.

--
-- PostgreSQL database dump complete
--
"""


@given(st.integers(1, len(USERS)))
def test_people_are_read_however_the_text_is_cut(size: int) -> None:
    found = look_through(USERS[at : at + size] for at in range(0, len(USERS), size))
    assert [(one.username, one.can_sign_in, one.superuser) for one in found.people] == [
        ("anna", True, True),
        ("b\\e\tn", False, False),
        ("x", False, False),
    ]
    assert found.people_count == 3


def test_a_genuine_dump_tells_its_tables() -> None:
    found = look_through([SEED.read_bytes()])
    assert len(found.tables) == 34
    assert found.tables["public.manga_genre"] == ("manga_id", "genre_id")
    assert found.complete
    assert found.rows.keys() == found.tables.keys()
    assert len(found.people) == found.rows["public.users"] > 0
    assert all(one.username for one in found.people)


def test_a_row_longer_than_memory_should_hold_is_left_out() -> None:
    def chunks() -> object:
        head, rest = USERS.split(b"\n", 1)
        yield head + b"\n"
        yield b"9\t"
        for _ in range(40):
            yield b"y" * 100_000
        yield b"\tt\tt\tt\n" + rest

    found = look_through(chunks())  # type: ignore[arg-type]  # a generator of bytes
    assert found.people[0].username == "anna"
    assert found.people_count == 4


def test_quoted_columns_are_read() -> None:
    assert copied_columns(b'COPY public."a b" ("order", "x""y", z) FROM stdin;') == (
        "order",
        'x"y',
        "z",
    )
    assert copied_columns(b"COPY public.t FROM stdin;") == ()
