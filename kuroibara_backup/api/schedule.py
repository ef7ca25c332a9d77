"""When backups are made by themselves, over HTTP: Kuroibara's call, and what the engine adds."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from kuroibara_backup.api.access import Administrator, Engine
from kuroibara_backup.api.bodies import schedules_body
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.retention import Kind


class ScheduleChange(BaseModel):
    """A field that is left out stays; one that is null is the environment's again."""

    model_config = ConfigDict(extra="forbid")

    cron: str | None = None
    timezone: str | None = None
    enabled: bool | None = None
    include_storage: bool | None = None


class ScheduleRequest(BaseModel):
    """The schedules to change; null resets the whole of one."""

    model_config = ConfigDict(extra="forbid")

    daily: ScheduleChange | None = None
    weekly: ScheduleChange | None = None
    monthly: ScheduleChange | None = None
    daily_enabled: bool | None = None
    weekly_enabled: bool | None = None
    monthly_enabled: bool | None = None

    def changes(self) -> dict[Kind, dict[str, object]]:
        asked: dict[Kind, dict[str, object]] = {}
        for kind in (Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY):
            change: dict[str, object] = {}
            if kind.value in self.model_fields_set:
                given: ScheduleChange | None = getattr(self, kind.value)
                change = (
                    dict.fromkeys(ScheduleChange.model_fields)
                    if given is None
                    else given.model_dump(exclude_unset=True)
                )
            if f"{kind.value}_enabled" in self.model_fields_set:
                change["enabled"] = getattr(self, f"{kind.value}_enabled")
            if change:
                asked[kind] = change
        return asked


def schedule_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")

    @router.get("/schedule")
    def schedule(service: Engine, _: Administrator) -> dict[str, Any]:
        return schedules_body(service.schedules.told())

    @router.put("/schedule")
    def change(body: ScheduleRequest, service: Engine, caller: Administrator) -> dict[str, Any]:
        return schedules_body(service.schedules.change(body.changes(), by=caller.actor))

    return router
