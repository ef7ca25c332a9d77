"""Kuroibara's call that sends a backup as a form and has it restored, in constant memory."""

from collections.abc import Callable
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from kuroibara_backup.api.access import Administrator, Engine
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.api.taking import closing, drain, length_of, take_in
from kuroibara_backup.errors import BackupError, InvalidRequest
from kuroibara_backup.service.arrivals import Arrival
from kuroibara_backup.service.backups import InvalidFilename
from kuroibara_backup.service.pieces import WholeFile

FIELD = "backup_file"
_MOST_PARTS = 20
_WARNINGS = (
    "Database and library are replaced by what is in the backup, once all of it was checked.",
    "A safety copy of the database is made first; the state before can be returned to.",
    "Whoever has no account in the backup is signed out: keep the ticket of this answer.",
)


class InvalidForm(BackupError):
    code = "invalid_form"
    title = "The request cannot be carried out"
    http_status = 400
    exit_status = 2
    remedy = f"Send multipart/form-data with the file in a part named {FIELD}."


def upload_restore_router() -> APIRouter:
    router = problem_router("/api/v1/backup")

    @router.post("/upload-restore")
    async def upload_restore(request: Request, service: Engine, caller: Administrator) -> Response:
        expected = length_of(request)
        go_on = service.arrivals.may_go_on(caller)
        try:
            form = FormFile(
                request.headers.get("content-type"),
                lambda filename: service.uploads.whole_file(filename, expected=expected),
            )
            async with closing(form):
                await take_in(request, form.write)
                arrival = await run_sync(
                    lambda: service.arrivals.take(*form.finish(), caller, go_on=go_on)
                )
        except BackupError:
            await drain(request)
            raise
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        return JSONResponse(_body(arrival), headers={"Cache-Control": "no-store"})

    return router


def _body(arrival: Arrival) -> dict[str, Any]:
    goes_on = arrival.ticket is not None
    return {
        "message": "Backup restore started" if goes_on else "Backup uploaded, not restored yet",
        "filename": arrival.filename,
        "status": "processing" if goes_on else "awaiting_confirmation",
        "warnings": [
            *_WARNINGS,
            *([] if goes_on else ["Nothing is restored before the plan is confirmed."]),
        ],
        "job_id": str(arrival.job.id),
        "plan_id": str(arrival.restore_id),
        "restore_id": str(arrival.restore_id) if goes_on else None,
        "ticket": arrival.ticket,
    }


class FormFile:
    """Hands the one file of a form on as it comes; close it, whatever happens."""

    def __init__(self, content_type: str | None, begin: Callable[[str], WholeFile]) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary")
        if kind != b"multipart/form-data" or not boundary:
            raise _missing()
        self._begin = begin
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._part,
                "on_header_field": self._name,
                "on_header_value": self._value,
                "on_header_end": self._header,
                "on_headers_finished": self._headers,
                "on_part_data": self._data,
                "on_part_end": self._part_end,
                "on_end": self._end,
            },
        )
        self._field = self._said = self._disposition = b""
        self._parts = 0
        self._filename = ""
        self._whole: WholeFile | None = None
        self._inside = self._ended = False

    def write(self, data: bytes) -> None:
        try:
            self._parser.write(data)
        except MultipartParseError as exc:
            raise InvalidForm("There was an error parsing the body") from exc

    def finish(self) -> tuple[WholeFile, str]:
        """The file and its name, once the form has ended."""
        if not self._ended:
            raise InvalidForm("There was an error parsing the body")
        if self._whole is None:
            raise _missing()
        return self._whole, self._filename

    def close(self) -> None:
        if self._whole is not None:
            self._whole.close()

    def _part(self) -> None:
        self._parts += 1
        self._field = self._said = self._disposition = b""
        if self._parts > _MOST_PARTS:
            raise InvalidForm("The form was not read: it has too many parts.")

    def _name(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _value(self, data: bytes, start: int, end: int) -> None:
        self._said += data[start:end]

    def _header(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._said
        self._field = self._said = b""

    def _headers(self) -> None:
        _, options = parse_options_header(self._disposition)
        if options.get(b"name") != FIELD.encode() or self._whole is not None:
            return
        if b"filename" not in options:
            raise _missing()
        self._filename = options[b"filename"].decode("utf-8", "replace")
        if not self._filename.endswith(".tar.gz"):
            raise InvalidFilename(
                "Invalid backup file. Must be a .tar.gz file",
                remedy="Choose a .tar.gz file that a Kuroibara server made.",
            )
        self._whole = self._begin(self._filename)
        self._inside = True

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._inside and self._whole is not None:
            self._whole.write(memoryview(data)[start:end])

    def _part_end(self) -> None:
        self._inside = False

    def _end(self) -> None:
        self._ended = True


def _missing() -> InvalidRequest:
    return InvalidRequest(
        f"The request was not carried out: body.{FIELD} is missing or not valid.",
        remedy=f"Send the file as multipart/form-data, in a part named {FIELD}.",
    )
