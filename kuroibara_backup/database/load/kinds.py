"""What kind of statement is it, in words that may be shown?"""

from __future__ import annotations

from typing import Final

from kuroibara_backup.database.load.tokens import words_of

_VERBS: Final = words_of(
    """abort alter analyze begin call checkpoint close cluster comment commit copy create deallocate
    declare delete discard do drop end execute explain fetch grant import insert listen load lock
    merge move notify prepare reassign refresh reindex release reset revoke rollback savepoint
    security select set show start table truncate unlisten update vacuum values with"""
)
_OBJECTS: Final = words_of(
    """access aggregate cast collation configuration constraint conversion data database default
    dictionary domain event extension family foreign function global group index language large
    local mapping materialized method object operator or parser policy privileges procedural
    procedure publication recursive replace role routine rule schema search security sequence server
    session statistics subscription system table tablespace temp temporary template text transform
    trigger trusted type unique unlogged user view wrapper"""
)


def kind_of(text: str) -> str:
    """What a statement is, in words of SQL alone: CREATE FUNCTION, never a name or a value."""
    kind: list[str] = []
    for word in text[:200].split()[:6]:
        word = word.rstrip(";").lower()
        if word not in (_OBJECTS if kind else _VERBS):
            break
        kind.append(word.upper())
    return " ".join(kind) or "a statement of an unknown kind"
