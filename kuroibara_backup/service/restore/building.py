"""The new database and the new library, built and checked beside the live ones, step by step.

A step that was done before a crash is not done again; one that was cut off is begun anew. Nothing
live is touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from kuroibara_backup.archive import FileSource, dump_text
from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.database.connection import beside, database_name
from kuroibara_backup.database.kuroibara.live import library_roots
from kuroibara_backup.database.load import (
    extensions_named,
    load,
    prepare_extensions,
    refuse_foreign_objects,
)
from kuroibara_backup.database.replace import staging
from kuroibara_backup.database.replace.adapt import adapt
from kuroibara_backup.database.replace.checks import check_restored
from kuroibara_backup.database.replace.rewrite import rewrite_paths
from kuroibara_backup.errors import Damaged, Refused
from kuroibara_backup.places.local import Identity
from kuroibara_backup.places.names import made_name
from kuroibara_backup.retention import Kind
from kuroibara_backup.service.create import Creation, NewBackup
from kuroibara_backup.service.restore.model import Scope
from kuroibara_backup.service.restore.planning import owner_of
from kuroibara_backup.storage import swapping
from kuroibara_backup.storage.checking import check_staged
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Standing, Way

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.database.state.restores import RestoreJournal, RestoreRow
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.places.local import LocalPlace
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.settings import Settings

SAFETY_MADE: Final = "safety copy made"
DATABASE_READY: Final = "database ready"
STORAGE_READY: Final = "storage staged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What a restore works with. `on_step` hears of each step when it is durable."""

    settings: Settings
    place: LocalPlace
    catalogue: Catalogue
    keeping: Keeping
    journal: RestoreJournal
    now: Callable[[], datetime]
    on_step: Callable[[str], None] = field(default=lambda _step: None)


class Building:
    """Builds what one restore will swap in; `row` is the restore as it stood when this began."""

    def __init__(self, shop: Workshop, row: RestoreRow, control: Control) -> None:
        self._shop = shop
        self._row = row
        self._control = control
        self._admin = shop.settings.admin_url
        self._live = database_name(shop.settings.kuroibara_url)
        self._source = Path(row.plan["source"]["path"])
        self._scope = Scope(row.plan["wanted"]["scope"])
        self._facts: dict[str, Any] = dict(row.facts)

    def run(self) -> None:
        """Do all steps that are left. Whatever is raised, what is live is as it was."""
        self._check_source()
        if self._scope.of_database:
            self._make_safety_copy()
            self._build_database()
        if self._with_storage:
            self._stage_storage()

    @property
    def _with_storage(self) -> bool:
        return self._scope.of_storage

    def _check_source(self) -> None:
        """The file must still be the one that was verified; if it only seems another, that is seen
        by its contents, for each part of it is compared when it is read."""
        agreed = self._row.plan["source"]
        with FileSource(self._source):
            now = Identity.of(self._source.stat())
        if (now.size, now.mtime_ns) != (agreed["size"], agreed["mtime_ns"]):
            raise Refused(
                "The restore was not begun: the backup file changed since the plan was made.",
                remedy="Make a new plan.",
                code="plan_void",
            )

    def _make_safety_copy(self) -> None:
        if not self._row.plan["wanted"]["safety_copy"] or "safety_copy" in self._facts:
            return
        shop = self._shop
        name = made_name(Kind.SAFETY, shop.now(), shop.settings.timezone, shop.place.names())
        made = Creation(
            settings=shop.settings,
            place=shop.place,
            catalogue=shop.catalogue,
            keeping=shop.keeping,
            asked=NewBackup(name=name, kinds=(Kind.SAFETY,), include_storage=False),
            control=self._control,
            now=shop.now,
        ).run_held()
        self._note(SAFETY_MADE, safety_copy=made.filename)

    def _build_database(self) -> None:
        if "loaded_rows" in self._facts:
            return
        control, live_url = self._control, self._shop.settings.kuroibara_url
        control.report("load")
        said = self._row.plan["rows"]
        staged = staging.create_staging(self._admin, self._live, self._row.id)
        self._note("database made")
        with FileSource(self._source) as source:
            wanted = extensions_named(dump_text(source, check=control.check))
            if wanted:
                prepare_extensions(beside(self._admin, staged.database), wanted)
            size = self._row.plan["shown"]["backup"].get("database_size")
            loaded = load(
                dump_text(source, check=control.check),
                staged.url,
                check=control.check,
                progress=lambda done: control.report("load", done, size),
                rows=said,
            )
        self._note("database loaded")
        control.report("check")
        fitted = adapt(live_url, staged.url)
        rewritten = self._rewrite(staged.url, live_url)
        self._note("paths rewritten")
        refuse_foreign_objects(staged.url)
        checked = check_restored(staged.url, said, check=control.check)
        self._note("database checked")
        staging.hand_over(self._admin, self._live, self._row.id)
        self._note(
            DATABASE_READY,
            loaded_rows=dict(loaded.rows),
            skipped=list(loaded.skipped),
            rewritten=rewritten,
            added_columns=list(fitted.added_columns),
            missing_tables=list(fitted.missing_tables),
            people=[
                {"username": one.username, "superuser": one.is_superuser, "two_fa": one.two_fa}
                for one in checked.users
            ],
            people_count=checked.active_users,
        )

    def _rewrite(self, staged_url: str, live_url: str) -> int:
        """Let the paths lead to the library of this server, as its database names it.

        Only those of the library that was backed up: what led elsewhere then does so still.
        """
        there = library_roots(staged_url)
        old = self._row.plan["storage_path"]
        if old not in there:
            old = next(iter(there), old)
        here = next(iter(library_roots(live_url)), str(self._shop.settings.storage_path.absolute()))
        return rewrite_paths(staged_url, old, here).count if old and old != here else 0

    def _stage_storage(self) -> None:
        control, root, restore_id = self._control, self._shop.settings.storage_path, self._row.id
        if self._facts.get("storage") is None or (
            swapping.standing(root, restore_id) is not Standing.STAGED
        ):
            with FileSource(self._source) as source:
                staged = carried_out(
                    stage(
                        source,
                        root,
                        restore_id,
                        way=Way(self._row.plan["way"] or Way.STAGED.value),
                        manga=self._manga,
                        owner=owner_of(self._shop.settings),
                        check=control.check,
                    ),
                    control.report,
                )
            self._note(
                STORAGE_READY,
                storage={
                    "files": staged.files,
                    "bytes": staged.bytes,
                    "written": staged.written,
                    "shared": staged.shared,
                    "damaged": list(staged.damaged),
                    "damaged_count": staged.damaged_count,
                    "renamed": [list(pair) for pair in staged.renamed],
                    "left_out": list(staged.left_out),
                    "not_proved": list(staged.not_proved),
                },
            )
        found = carried_out(check_staged(root, restore_id, check=control.check), control.report)
        if not found.none:
            raise Damaged(
                "The restore was not carried out: what was written beside the library is not"
                f" what was read back ({', '.join(found.examples[:3])}).",
                remedy="Look at the library's drive, then try again.",
                code="staged_wrong",
            )

    @property
    def _manga(self) -> frozenset[UUID] | None:
        if self._scope is not Scope.MANGA:
            return None
        return frozenset(UUID(one) for one in self._row.plan["wanted"]["manga"])

    def _note(self, step: str, **facts: Any) -> None:
        self._shop.journal.note(self._row.id, step, **facts)
        self._facts |= facts
        self._shop.on_step(step)
