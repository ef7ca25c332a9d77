"""The page about a server that is gone, in words: on the screen, as HTML and as PDF."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from kuroibara_backup.errors import Refused
from kuroibara_desktop.core.rescue import Why
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.durable import write_durably
from kuroibara_desktop.ui import formatting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.rescue import Needs, Rescue

translate = QCoreApplication.translate


class RescueWording(QObject):
    """Which backup, why, what is needed, and what to do, in order."""

    def use(self, rescue: Rescue) -> str:
        return self.tr("Use {name}").format(name=one_line(rescue.copy.path.name))

    def reasons(self, rescue: Rescue) -> list[str]:
        copy = rescue.copy
        found = []
        if not rescue.against:
            good = self.tr(
                "It is the newest backup with everything in it whose every byte was read back "
                "here: made {made}, {size}."
            )
            found.append(good.format(made=_made(copy), size=formatting.size(copy.size)))
        else:
            best = self.tr("It is the best there is: made {made}, {size}.")
            found.append(best.format(made=_made(copy), size=formatting.size(copy.size)))
        if rescue.then is not None:
            then = self.tr(
                "Afterwards restore {name} over it, the database only: it is younger, made {made}, "
                "and brings back what people read since."
            )
            found.append(then.format(name=one_line(rescue.then.path.name), made=_made(rescue.then)))
        return found

    def cautions(self, rescue: Rescue) -> list[str]:
        words = {
            Why.NOT_VERIFIED: self.tr("Verify it first: it was not read back since it came here."),
            Why.SUSPECT: self.tr("It is suspect: it held much less than the one before it."),
            Why.NO_FILES: self.tr(
                "It holds the database only. The manga files have to come from somewhere else."
            ),
            Why.DAMAGED: self.tr("It is damaged."),
        }
        return [words[why] for why in rescue.against]

    def passed(self, rescue: Rescue) -> list[str]:
        words = {
            Why.NOT_VERIFIED: self.tr("{name} is newer, but was not read back here yet."),
            Why.SUSPECT: self.tr("{name} is newer, but suspect: much smaller than the one before."),
            Why.NO_FILES: self.tr("{name} is newer, but holds the database only."),
            Why.DAMAGED: self.tr("{name} is newer, but damaged."),
        }
        return [
            words[one.why].format(name=one_line(one.copy.path.name)) for one in rescue.passed[:5]
        ]

    def needs(self, needs: Needs) -> list[tuple[str, str]]:
        kuroibara = self.tr("{version} or newer").format(version=needs.kuroibara)
        if needs.kuroibara is None:
            kuroibara = self.tr("The version of the old server, or newer: the backup does not say")
        postgresql = self.tr("{version} or newer").format(version=needs.postgresql)
        if needs.postgresql is None:
            postgresql = self.tr("That of the old server, or newer: the backup does not say")
        return [
            (self.tr("Kuroibara"), kuroibara),
            (self.tr("PostgreSQL"), postgresql),
            (self.tr("Beside it"), self.tr("The backup engine, kuroibara-backup")),
            (
                self.tr("Free space"),
                self.tr("{size}, better twice that").format(size=formatting.size(needs.space)),
            ),
        ]

    def steps(self, rescue: Rescue) -> list[str]:
        found = [
            self.tr("Install Kuroibara, PostgreSQL and the backup engine, and start them once."),
            self.tr("Make an administrator, and tell the owner of the backups the address."),
            self.tr(
                "In Kuroibara Desktop: Restore, Move to another server. It sends {name}, shows "
                "what would change, and asks before it does."
            ).format(name=one_line(rescue.copy.path.name)),
        ]
        if rescue.then is not None:
            found.append(
                self.tr("Then the same with {name}, the database only.").format(
                    name=one_line(rescue.then.path.name)
                )
            )
        found.append(
            self.tr("Sign in as somebody of the old server, open a chapter, look at the schedule.")
        )
        return found

    def text(self, rescue: Rescue, needs: Needs, gone: str, now: datetime) -> str:
        """The page as plain text."""
        lines = [self._title(gone), self._written(now), "", self.use(rescue)]
        lines += [f"  {line}" for line in self._about(rescue)]
        lines += ["", self.tr("What the new server needs")]
        lines += [f"  {caption}: {value}" for caption, value in self.needs(needs)]
        lines += ["", self.tr("What to do")]
        lines += [f"  {place}. {step}" for place, step in enumerate(self.steps(rescue), 1)]
        lines += ["", self._by_hand_title(), *(f"  {line}" for line in _by_hand(rescue.copy))]
        return "\n".join([*lines, ""])

    def html(self, rescue: Rescue, needs: Needs, gone: str, now: datetime) -> str:
        """The same as a page of its own; every word in it is escaped."""
        facts = "".join(
            f"<tr><td>{escape(caption)}</td><td>&nbsp;&nbsp;{escape(value)}</td></tr>"
            for caption, value in self.needs(needs)
        )
        commands = "\n".join(_by_hand(rescue.copy))
        return (
            "<!DOCTYPE html><html><head><meta charset='utf-8'>"
            f"<title>{escape(self._title(gone))}</title></head><body>"
            f"<h1>{escape(self._title(gone))}</h1><p>{escape(self._written(now))}</p>"
            f"<h2>{escape(self.use(rescue))}</h2>{_listed(self._about(rescue), 'ul')}"
            f"<h2>{escape(self.tr('What the new server needs'))}</h2><table>{facts}</table>"
            f"<h2>{escape(self.tr('What to do'))}</h2>{_listed(self.steps(rescue), 'ol')}"
            f"<h2>{escape(self._by_hand_title())}</h2><pre>{escape(commands)}</pre>"
            "</body></html>"
        )

    def _title(self, gone: str) -> str:
        if not gone:
            return self.tr("How this Kuroibara library comes back")
        return self.tr("How the Kuroibara library of {server} comes back").format(
            server=one_line(gone)
        )

    def _written(self, now: datetime) -> str:
        return self.tr("Written {time}.").format(time=formatting.moment(now))

    def _about(self, rescue: Rescue) -> list[str]:
        found = [*self.reasons(rescue), *self.cautions(rescue), *self.passed(rescue)]
        digest = self.tr("SHA-256: {digest}")
        return [*found, digest.format(digest=rescue.copy.sha256 or "?")]

    def _by_hand_title(self) -> str:
        return self.tr("By hand, with Kuroibara stopped, in the folder of the backup")


def save_sheet(html: str, file: Path) -> None:
    """Write the page: as PDF when the name says so, else as HTML; a crash leaves no half of it."""
    data = _pdf(html) if file.suffix.lower() == ".pdf" else html.encode("utf-8")
    try:
        write_durably(file, data)
    except OSError as exc:
        raise Refused(
            translate("sheet", "The page was not saved: {reason}.").format(
                reason=exc.strerror or exc
            ),
            remedy=translate("sheet", "Choose another folder."),
        ) from exc


def _pdf(html: str) -> bytes:
    document = QTextDocument()
    document.setHtml(html)
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    del writer  # it ends the file
    return bytes(kept.data().data())


def _listed(sentences: Sequence[str], kind: str) -> str:
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<{kind}>{lines}</{kind}>"


def _by_hand(copy: LocalCopy) -> list[str]:
    quoted = "'" + one_line(copy.path.name).replace("'", "'\\''") + "'"
    lines = [
        f"sha256sum -c {quoted[:-1]}.sha256'",
        f"tar -xzf {quoted}",
        "psql -U kuroibara -d kuroibara < database.sql",
    ]
    if copy.includes_storage:
        lines.append("tar -xzf storage.tar.gz -C /app/")
    return lines


def _made(copy: LocalCopy) -> str:
    return formatting.moment(copy.created_at.astimezone()) if copy.created_at else "?"
