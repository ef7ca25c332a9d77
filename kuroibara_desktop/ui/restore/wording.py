"""What the Restore page says: of a file, of a plan, of how a restore ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.core.stored import StoredBackup
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from kuroibara_desktop.core.restores import Lost, NowAndAfter, Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile

_S = JourneyState


class RestoreWording(QObject):
    """Sentences and table rows; nothing is decided here."""

    def facts(self, source: RestoreFile | StoredBackup, host: str) -> list[tuple[str, str]]:
        """What is known of a backup before it is compared; `host` is where it would come back."""
        contents = (
            self.tr("The database and the files of the library")
            if source.includes_storage
            else self.tr("The database only: accounts, progress and settings")
        )
        format_ = (
            self.tr("Made by the backup engine (format 2)")
            if source.format == 2
            else self.tr("Made by Kuroibara itself (format 1)")
        )
        return [
            (self.tr("Made"), self.made(source)),
            (self.tr("Contents"), f"{contents} · {formatting.size(source.size)}"),
            (self.tr("Format"), format_),
            (
                self.tr("Versions"),
                self.tr("Kuroibara: {kuroibara} · PostgreSQL: {postgresql}").format(
                    kuroibara=self._known(source.kuroibara_version),
                    postgresql=self._known(source.postgresql_version),
                ),
            ),
            *self._where_and_how_sure(source, host),
        ]

    def _where_and_how_sure(
        self, source: RestoreFile | StoredBackup, host: str
    ) -> list[tuple[str, str]]:
        checked = self.tr("Checked")
        if not isinstance(source, StoredBackup):
            return [(checked, self.tr("Read to the last byte: every byte is right"))]
        where = self.tr("On {host}: it is restored where it lies, and nothing is sent")
        if source.here_too:
            where = self.tr("On {host}, and the same bytes here: nothing is sent")
        found = [(self.tr("Where"), where.format(host=host))]
        sure = self.tr("Not by the server until now; it will, before it shows what would change")
        if source.verified_at:
            sure = self.tr("By the server, to the last byte: {time}").format(
                time=self._moment(source.verified_at)
            )
        found.append((checked, sure))
        if source.proved_at:
            proved = self.tr("The server rehearsed a restore of it: {time}")
            found.append((self.tr("Proved"), proved.format(time=self._moment(source.proved_at))))
        return found

    def comes_from(self, source: RestoreFile | StoredBackup, host: str) -> str:
        """Where the bytes of a planned restore come from, and who has read them."""
        if isinstance(source, StoredBackup):
            return self.tr(
                "It lies on {host}: nothing was sent from this computer. The server itself read "
                "every byte of it for this comparison."
            ).format(host=host)
        return self.tr(
            "It comes from this computer. Every byte was read here, and again on the server."
        )

    def made(self, source: RestoreFile | StoredBackup) -> str:
        try:
            when = datetime.fromisoformat(source.created_at)
        except ValueError:
            return self.tr("It does not say")
        if when.tzinfo is None:
            guessed = self.tr("{time} (time of the server that made it)")
            return guessed.format(time=formatting.moment(when))
        return formatting.moment(when.astimezone())

    def cautions(self, source: RestoreFile | StoredBackup) -> list[str]:
        """What to know before this backup replaces anything."""
        found = []
        if source.suspect:
            found.append(
                self.tr("This backup is suspect: it held much less than the one made before it.")
            )
        if isinstance(source, StoredBackup):
            return found
        found += [self.tr("Not proved: {what}").format(what=said(one)) for one in source.not_proved]
        return found

    def plan_rows(self, plan: RestorePlan) -> list[tuple[str, str, str, str]]:
        return [
            (
                self.subject(one.what),
                self._count(one.what, one.now),
                self._count(one.what, one.after),
                self._difference(one),
            )
            for one in plan.counts
        ]

    def subject(self, what: str) -> str:
        return {
            "users": self.tr("Users"),
            "manga": self.tr("Series"),
            "chapters": self.tr("Chapters"),
            "progress": self.tr("Reading progress"),
            "files": self.tr("Files"),
            "bytes": self.tr("Size of the files"),
        }.get(what, what)

    def _count(self, what: str, count: int | None) -> str:
        if count is None:
            return self.tr("unknown")
        return formatting.size(count) if what == "bytes" else formatting.number(count)

    def _difference(self, one: NowAndAfter) -> str:
        change = one.difference
        if change is None:
            return ""
        if change == 0:
            return self.tr("the same")
        words = (
            formatting.size(abs(change)) if one.what == "bytes" else formatting.number(abs(change))
        )
        return f"+{words}" if change > 0 else f"\N{MINUS SIGN}{words}"

    def people(self, plan: RestorePlan) -> str:
        if not plan.people:
            return ""
        names = ", ".join(plan.people)
        more = plan.people_count - len(plan.people)
        if more > 0:
            names = self.tr("{names} and {count} more").format(
                names=names, count=formatting.number(more)
            )
        sentence = self.tr(
            "Afterwards these people can sign in, with the password of that time, and nobody "
            "else: {names}."
        )
        return sentence.format(names=names)

    def scope(self, scope: Scope) -> str:
        return {
            Scope.EVERYTHING: self.tr("Everything"),
            Scope.DATABASE: self.tr("The database only"),
            Scope.STORAGE: self.tr("The files only"),
            Scope.MANGA: self.tr("The files of chosen series"),
        }[scope]

    def lost(self, lost: Lost) -> str:
        """What a rollback would put aside."""
        if not (lost.rows_made or lost.files_made or lost.files_changed):
            return self.tr("Nothing was made on the server since the restore.")
        return self.tr(
            "Made since the restore, and put aside by going back: {rows} rows of the database, "
            "{new} new and {changed} changed files ({size})."
        ).format(
            rows=formatting.number(lost.rows_made),
            new=formatting.number(lost.files_made),
            changed=formatting.number(lost.files_changed),
            size=formatting.size(lost.bytes),
        )

    # How it ended

    def outcome_title(self, journey: Journey) -> str:
        return {
            _S.RESTORED: self.tr("Restored"),
            _S.ROLLED_BACK: self.tr("What was there before is there again"),
        }.get(journey.state, self.tr("Nothing was changed"))

    def outcome_sentences(self, journey: Journey, seen: Restore) -> list[str]:
        found = [said(journey.problem)] if journey.problem else []
        if journey.state is not _S.RESTORED:
            return found
        found.append(self.tr("The server holds what {name} held.").format(name=journey.name))
        outcome = seen.outcome
        if outcome is not None and outcome.people_count is not None:
            one = outcome.people_count == 1
            people = self.tr("1 person can sign in.") if one else self.tr("{n} people can sign in.")
            found.append(people.format(n=formatting.number(outcome.people_count)))
        if seen.safety_copy:
            safety = self.tr("Before it, a safety copy was made: {name}.")
            found.append(safety.format(name=seen.safety_copy))
        if outcome is not None and outcome.missing_tables:
            found.append(
                self.tr("The backup is of an older Kuroibara: restart Kuroibara on the server.")
            )
        return found

    def until(self, seen: Restore) -> str:
        if seen.rollback_until is None:
            return ""
        until = formatting.moment(seen.rollback_until.astimezone())
        return self.tr("Until {time} you can return to what was there before.").format(time=until)

    def state(self, journey: Journey) -> tuple[str, str]:
        """How an earlier restore ended, in a word or two, and its tone."""
        return {
            _S.RESTORED: (self.tr("Restored"), "ok"),
            _S.ROLLED_BACK: (self.tr("Rolled back"), ""),
            _S.UNCHANGED: (self.tr("Nothing was changed"), "warn"),
            _S.ABANDONED: (self.tr("Given up"), ""),
            _S.FAILED: (self.tr("Stopped"), "warn"),
            _S.PLANNED: (self.tr("Not confirmed"), ""),
        }.get(journey.state, (self.tr("Under way"), ""))

    def safe(self, *, at_the_server: bool) -> str:
        """Whether the window may be closed now."""
        if at_the_server:
            return self.tr(
                "Safe to close: the server goes on by itself, and this page tells how it ended "
                "when you come back."
            )
        return self.tr("Safe to close: it goes on from here when you come back.")

    def _moment(self, written: str) -> str:
        return formatting.moment(datetime.fromisoformat(written).astimezone())

    def _known(self, said: str) -> str:
        return said if said and said != "unknown" else self.tr("it does not say")
