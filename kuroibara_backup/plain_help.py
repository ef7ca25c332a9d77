"""How does `--help` of both commands read? As of other programs, and with no type of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from kuroibara_backup.errors import InvalidRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.models import CommandFunctionType

# What stands for a value where its option says nothing better.
_VALUES = {
    "<str>": "TEXT",
    "<path>": "PATH",
    "<UUID>": "ID",
    "<int>": "NUMBER",
    "<int range>": "NUMBER",
}


class Commands(typer.Typer):
    """A set of commands; the epilog of the set ends the help of each of them, too."""

    def __init__(self, *, epilog: str, **told: Any) -> None:
        super().__init__(
            cls=_Group,
            epilog=epilog,
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,  # it would draw boxes, and a column of types
            **told,
        )
        self._epilog = epilog

    def command(
        self, name: str | None = None, **told: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        return super().command(name, cls=_Command, epilog=self._epilog, **told)


class _Command(TyperCommand):
    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [self.options_metavar or "", *(_typed(each, ctx) for each in self._arguments())]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        if rows := [(_name(each, ctx), each.help or "") for each in self._arguments()]:
            with formatter.section("Arguments"):
                formatter.write_dl(rows)
        _write_options(self, ctx, formatter)

    def _arguments(self) -> list[TyperArgument]:
        return [each for each in self.params if isinstance(each, TyperArgument)]


class _Group(TyperGroup):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if self.no_args_is_help and not args:
            typer.echo(ctx.get_help())
            raise typer.Exit(InvalidRequest.exit_status)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_options(self, ctx, formatter)
        # Typer cuts a sentence off where the line ends.
        rows = [(name, each.get_short_help_str(limit=1000)) for name, each in self.commands.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    rows = []
    for option in command.get_params(ctx):
        if isinstance(option, TyperArgument):
            continue
        if option.metavar is None:
            option.metavar = _VALUES.get(option.display_type(ctx))
        switches, told = option.get_help_record(ctx)
        rows.append((switches, _in_words(told)))
    with formatter.section("Options"):
        formatter.write_dl(rows)


def _name(argument: TyperArgument, ctx: Any) -> str:
    if argument.metavar is not None:
        return argument.metavar
    if argument.type_descriptor.is_choice:
        return argument.display_type(ctx).strip("<>")
    return argument.name.removesuffix("s" if argument.nargs != 1 else "").upper()


def _typed(argument: TyperArgument, ctx: Any) -> str:
    name = _name(argument, ctx) + ("..." if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _in_words(told: str) -> str:
    """Without `1<=x<=500`."""
    told = re.sub(r"(\d+)<=x<=(\d+)", r"\1 to \2", told)
    return re.sub(r"x>=(\d+)", r"\1 or more", told)
