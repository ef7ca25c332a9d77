from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.database.load.tokens import Kind, Token, Unlisted, rendered, tokens

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(TEXTS, TEXTS.filter(bool).filter(lambda name: len(name.encode()) <= 63))
def test_any_text_and_any_name_mean_what_stands_between_the_quotes(text: str, name: str) -> None:
    written = "'" + text.replace("'", "''") + "' " + '"' + name.replace('"', '""') + '"'
    found = [Token(Kind.TEXT, text), Token(Kind.NAME, name)]
    assert tokens(written) == found
    assert tokens(rendered(found)) == found


@given(st.text("aZ_09 '\"-/*$.,;()[]<>=:&\\\n\tEeUuBb", max_size=40))
def test_whatever_is_read_is_read_the_same_once_more(text: str) -> None:
    try:
        found = tokens(text)
    except Unlisted:
        return
    assert tokens(rendered(found)) == found
    assert "--" not in rendered([token for token in found if token.kind is Kind.SYMBOL])


def test_words_lose_their_case_and_names_keep_it() -> None:
    found = tokens('CREATE Table "Title" title')
    assert [token.value for token in found] == ["create", "table", "Title", "title"]
    assert rendered(found) == 'create table "Title" title'


@pytest.mark.parametrize(
    "text",
    [
        *("E'a'", "e'a'", "U&'a'", 'u&"a"', "B'1'", "x'f'", "N'a'", "date'2020-01-01'"),
        *("-- a", "/* a */", "a--b", "1/*a*/", "$$a$$", "$1", "a$b", "$a$b$a$", "'open", '"open'),
        *("'a'b", "'a'\"b\"", "1x", "1.2.3", "1_000", "é", "a.é", "a@b", "a|b", "=-", "a\\b", '""'),
        *("a\x00", "a\x0b", "'a'$b$", '"' + "é" * 32 + '"'),
    ],
)
def test_what_pg_dump_never_writes_is_no_word(text: str) -> None:
    with pytest.raises(Unlisted):
        tokens(text)
