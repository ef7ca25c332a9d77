"""Routes that answer their errors as problems, in whatever application they are mounted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from kuroibara_backup.api import problems
from kuroibara_backup.api.taking import small
from kuroibara_backup.errors import BackupError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from starlette.requests import Request


class ProblemRoute(APIRoute):
    """A route whose errors never reach the application around it, and whose JSON has an end."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        inside = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await inside(request if self.body_field is None else await small(request))
            except BackupError as error:
                return problems.ours(request, error)
            except RequestValidationError as error:
                return problems.invalid(request, error)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody reads it

        return handler


def problem_router(prefix: str = "") -> APIRouter:
    return APIRouter(prefix=prefix, route_class=ProblemRoute, responses=problems.DESCRIBED)
