"""What the Restore page says: of a file, of a plan, of how a restore ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from kuroibara_desktop.core.restores import Lost, NowAndAfter, Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile

_S = JourneyState


class RestoreWording(QObject):
    """Sentences and table rows; nothing is decided here."""

    def file_facts(self, file: RestoreFile) -> list[tuple[str, str]]:
        contents = (
            self.tr("The database and the files of the library")
            if file.includes_storage
            else self.tr("The database only: accounts, progress and settings")
        )
        format_ = (
            self.tr("Made by the backup engine (format 2)")
            if file.format == 2
            else self.tr("Made by Kuroibara itself (format 1)")
        )
        return [
            (self.tr("Made"), self.made(file)),
            (self.tr("Contents"), f"{contents} · {formatting.size(file.size)}"),
            (self.tr("Format"), format_),
            (
                self.tr("Versions"),
                self.tr("Kuroibara: {kuroibara} · PostgreSQL: {postgresql}").format(
                    kuroibara=self._known(file.kuroibara_version),
                    postgresql=self._known(file.postgresql_version),
                ),
            ),
            (self.tr("Checked"), self.tr("Read to the last byte: every byte is right")),
        ]

    def made(self, file: RestoreFile) -> str:
        try:
            when = datetime.fromisoformat(file.created_at)
        except ValueError:
            return self.tr("It does not say")
        if when.tzinfo is None:
            guessed = self.tr("{time} (time of the server that made it)")
            return guessed.format(time=formatting.moment(when))
        return formatting.moment(when.astimezone())

    def cautions(self, file: RestoreFile) -> list[str]:
        """What to know before this file replaces anything."""
        found = []
        if file.suspect:
            found.append(
                self.tr("This backup is suspect: it held much less than the one made before it.")
            )
        found += [self.tr("Not proved: {what}").format(what=said(one)) for one in file.not_proved]
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
        name = journey.filename or one_line(journey.file.path.name)
        found.append(self.tr("The server holds what {name} held.").format(name=name))
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

    def _known(self, said: str) -> str:
        return said if said and said != "unknown" else self.tr("it does not say")
