"""Makes who may do what in one place as it is in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One right; `role` is None for everybody, `column` where it is about one only."""

    role: str | None
    privilege: str
    grantable: bool
    column: str | None = None


def grants_to_change(
    target: sql.Composable, has: Iterable[Grant], wanted: Iterable[Grant]
) -> Iterator[sql.Composed]:
    """The statements that make the rights on `target` (such as `DATABASE "x"`) the wanted ones."""
    now, then = set(has), set(wanted)
    for grant in sorted(now - then, key=repr):
        yield sql.SQL("REVOKE {} ON {} FROM {} CASCADE").format(_what(grant), target, _whom(grant))
    for grant in sorted(then - now, key=repr):
        statement = sql.SQL("GRANT {} ON {} TO {}").format(_what(grant), target, _whom(grant))
        yield statement + sql.SQL(" WITH GRANT OPTION" if grant.grantable else "")


def _what(grant: Grant) -> sql.Composable:
    privilege = sql.SQL(grant.privilege)  # PostgreSQL's own word, from aclexplode
    if grant.column is None:
        return privilege
    return sql.SQL("{} ({})").format(privilege, sql.Identifier(grant.column))


def _whom(grant: Grant) -> sql.Composable:
    return sql.SQL("PUBLIC") if grant.role is None else sql.Identifier(grant.role)
