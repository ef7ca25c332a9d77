"""Everything that is known about one backup, as titles, names and values to read and to copy."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.vault.howto import by_hand
from kuroibara_desktop.vault.names import objection

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from kuroibara_desktop.core.backups import Backup, LocalCopy, RemoteBackup
    from kuroibara_desktop.core.checks import Drill
    from kuroibara_desktop.ui.backups.wording import Wording

_METADATA_AT_MOST = 100_000  # letters; more would make a document that nobody reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A title, what is known under it, and lines below that; `code` lines are for a terminal."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    code: str = ""


class Facts(QObject):
    """Tells a backup in full; nothing is asked of a server or a disk."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = wording

    def sections(self, backup: Backup, drill: Drill | None = None) -> tuple[Section, ...]:
        found = [self._backup(backup)]
        if backup.remote is not None:
            found.append(self._there(backup.remote))
        if backup.local is not None:
            found.append(self._here(backup.local, backup.of))
        open_questions = self._not_proved(backup)
        if open_questions:
            found.append(Section(title=self.tr("What is not proved"), lines=open_questions))
        if drill is not None:
            found.append(self._drill(drill))
        found.append(self._by_hand(backup))
        if metadata := metadata_of(backup):
            found.append(
                Section(title=self.tr("What the backup says of itself"), code=as_json(metadata))
            )
        return tuple(
            replace(section, facts=tuple((name, visible(value)) for name, value in section.facts))
            for section in found
        )

    def _backup(self, backup: Backup) -> Section:
        metadata = metadata_of(backup)
        made = backup.created_at
        side = backup.remote or backup.local
        guessed = side is not None and side.time_is_guessed
        facts = [
            (self.tr("Contents"), self._words.contents(backup)),
            (self.tr("Kind"), self._words.kind(backup)),
            (self.tr("Size"), self._bytes(backup.size)),
            (self.tr("Made"), self._made(made, guessed=guessed)),
            (self.tr("Kuroibara"), _told(metadata.get("kuroibara_version")) or self._unknown()),
            (self.tr("PostgreSQL"), _told(metadata.get("postgresql_version")) or self._unknown()),
            (self.tr("Encrypted"), self._yes(backup.encrypted)),
            (self.tr("State"), self._words.state(backup)),
            (self.tr("Where"), self._words.where(backup)),
        ]
        facts += [(self.tr("Mark"), mark) for mark in self._words.marks(backup)]
        if backup.remote is not None and backup.remote.note:
            facts.append((self.tr("Note"), backup.remote.note))
        return Section(title=self.tr("The backup"), facts=tuple(facts))

    def _there(self, remote: RemoteBackup) -> Section:
        state = {
            RemoteStatus.FINISHED: self.tr("Finished"),
            RemoteStatus.BEING_WRITTEN: self.tr("Being written"),
            RemoteStatus.DAMAGED: self.tr("Damaged"),
        }[remote.status]
        origin = {
            "engine": self.tr("Made by the backup engine"),
            "uploaded": self.tr("Sent to the server"),
        }.get(remote.origin, self.tr("Made by Kuroibara itself"))
        facts = [
            (self.tr("File"), remote.filename),
            (self.tr("State"), state),
            (self.tr("Origin"), origin),
            (self.tr("Verified"), self._when(remote.verified_at)),
            (self.tr("Proved"), self._when(remote.proved_at)),
            (self.tr("Pinned"), self._yes(remote.pinned)),
            (self.tr("Suspect"), self._yes(remote.suspect)),
            (self.tr("SHA-256"), remote.sha256 or self.tr("The server tells none")),
        ]
        if remote.backup_id:
            facts.append((self.tr("Identity"), remote.backup_id))
        return Section(title=self.tr("On the server"), facts=tuple(facts))

    def _here(self, local: LocalCopy, of: str) -> Section:
        state = {
            CopyState.VERIFIED: self.tr("Verified"),
            CopyState.UNVERIFIED: self.tr("Not verified yet"),
            CopyState.DAMAGED: self.tr("Damaged"),
        }[local.state]
        facts = [
            (self.tr("File"), str(local.path)),
            (self.tr("State"), state),
            (self.tr("Size"), self._bytes(local.size)),
            (self.tr("Copied"), self._when(local.copied_at)),
            (self.tr("Verified"), self._when(local.verified_at)),
            (self.tr("Pinned"), self._yes(local.pinned)),
            (self.tr("Suspect"), self._yes(local.suspect)),
            (self.tr("SHA-256"), local.sha256 or self._unknown()),
        ]
        if of:
            facts.append((self.tr("From"), of))
        damages = tuple(visible(said(line)) for line in local.damages)
        return Section(title=self.tr("Here"), facts=tuple(facts), lines=damages)

    def _not_proved(self, backup: Backup) -> tuple[str, ...]:
        local = backup.local
        lines = [visible(said(line)) for line in local.not_proved] if local else []
        if local is None:
            lines.append(self.tr("There is no copy of it here."))
        elif local.state is CopyState.UNVERIFIED:
            lines.append(self.tr("Nobody has read the copy here to its last byte yet."))
        if backup.proved_at is None:
            lines.append(self.tr("No restore of it was rehearsed on the server yet."))
        if backup.suspect:
            lines.append(
                self.tr("It is much smaller than the one before it: look whether all is in it.")
            )
        return tuple(lines)

    def _drill(self, drill: Drill) -> Section:
        facts = [
            (self.tr("When"), self._when(drill.finished_at)),
            (self.tr("Outcome"), self.tr("Proved") if drill.proved else self.tr("Not proved")),
        ]
        lines = [*drill.covered, *drill.not_proved]
        if drill.reason is not None:
            lines = [drill.reason.detail, drill.reason.remedy, *lines]
        return Section(
            title=self.tr("The last rehearsal of a restore"),
            facts=tuple(facts),
            lines=tuple(visible(said(line)) for line in lines if line),
        )

    def _by_hand(self, backup: Backup) -> Section:
        title = self.tr("How to restore it by hand")
        local, remote = backup.local, backup.remote
        name = local.path.name if local else remote.filename if remote else ""
        if local is not None and local.state is CopyState.DAMAGED:
            text = self.tr("The copy here is damaged. Repair it first, or use another backup.")
            return Section(title=title, lines=(text,))
        if objection(name):
            text = self.tr("Its name is no safe name for a file: rename it on the server first.")
            return Section(title=title, lines=(text,))
        first = (
            self.tr("Stop Kuroibara, open a terminal in the folder of the file, and type:")
            if local is not None
            else self.tr("Download it, stop Kuroibara, open a terminal beside the file, and type:")
        )
        commands = by_hand(
            name,
            full=backup.includes_storage is True,
            engine=metadata_of(backup).get("format") == 2,
        )
        after = self.tr("If a command reports an error, stop there. Start Kuroibara afterwards.")
        return Section(title=title, lines=(first, after), code="\n".join(commands))

    def _bytes(self, count: int) -> str:
        return self.tr("{size} ({count} bytes)").format(
            size=formatting.size(count), count=formatting.number(count)
        )

    def _made(self, when: datetime | None, *, guessed: bool) -> str:
        if when is None:
            return self._unknown()
        told = formatting.moment(when.astimezone())
        if not guessed:
            return told
        return self.tr("{moment}, perhaps some hours off: the server tells no time zone").format(
            moment=told
        )

    def _when(self, when: datetime | None) -> str:
        return self.tr("Never") if when is None else formatting.moment(when.astimezone())

    def _yes(self, so: bool) -> str:
        return self.tr("Yes") if so else self.tr("No")

    def _unknown(self) -> str:
        return self.tr("Unknown")


def metadata_of(backup: Backup) -> Mapping[str, object]:
    """What the backup says of itself, by whichever side knows it."""
    there = backup.remote.metadata if backup.remote else {}
    return there or (backup.local.metadata if backup.local else {})


def visible(text: str, longest: int = 2000) -> str:
    """`text` with every letter that cannot be seen written out, so that none can hide."""
    shown = "".join(c if c.isprintable() else _written_out(c) for c in text[: longest + 1])
    return shown if len(text) <= longest else shown[:longest] + "…"


def as_json(value: object) -> str:
    """Metadata as lines to read; nothing in it can turn a line round or begin a new one."""
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    shown = "".join(
        c if c.isprintable() or c == "\n" else _written_out(c) for c in text[:_METADATA_AT_MOST]
    )
    return shown if len(text) <= _METADATA_AT_MOST else shown + "\n…"


def plain_text(sections: Iterable[Section]) -> str:
    """All of it for the clipboard."""
    parts = []
    for section in sections:
        lines = [section.title, "=" * len(section.title)]
        lines += [f"{name}: {value}" for name, value in section.facts]
        lines += section.lines
        lines += [section.code] if section.code else []
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _written_out(letter: str) -> str:
    return f"\\u{ord(letter):04x}"


def _told(value: object) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return "" if text == "unknown" else visible(text, 100)
