"""Where httpx's failures and a server's refusals become ours."""

from __future__ import annotations

import json
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx

from kuroibara_backup.errors import BackupError, InvalidRequest, NotEnoughSpace, NotFound
from kuroibara_desktop.core.errors import (
    AccountInactive,
    CaptivePortal,
    CertificateChanged,
    CertificateRefused,
    CodeRequired,
    CodeWrong,
    NotAdministrator,
    NotKuroibara,
    PasswordRequired,
    RequestTooLarge,
    ServerBusy,
    ServerFault,
    ServerRefused,
    ServerUnreachable,
    SignInRequired,
    WrongPassword,
)
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.server.tls import OtherCertificate, in_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 600


@contextmanager
def readable(doing: str, host: str, *, proxy: str = "") -> Iterator[None]:
    """Turn httpx's exceptions into ours; `doing` completes "while …".

    With a proxy that the user set, the way ends there if nothing answers.
    """
    try:
        yield
    except httpx.TimeoutException as exc:
        if isinstance(exc, httpx.ConnectTimeout):
            if proxy:
                raise _proxy_away(f"The proxy {proxy} did not answer in time.", host) from exc
            raise ServerUnreachable(f"{host} did not answer in time.") from exc
        raise ServerUnreachable(f"{host} fell silent while {doing}.") from exc
    except httpx.ConnectError as exc:
        failed = _certificate_failure(exc)
        if isinstance(failed, OtherCertificate):
            raise CertificateChanged(
                f"Nothing was sent: {host} shows the certificate {in_pairs(failed.shown)}, but "
                f"agreed on was {in_pairs(failed.expected)}.",
                expected=failed.expected,
                shown=failed.shown,
            ) from exc
        if failed is not None:
            raise CertificateRefused(
                f"{host} shows a certificate that this computer does not trust"
                f"{f': {said(failed.verify_message)}' if failed.verify_message else ''}."
            ) from exc
        if proxy:
            raise _proxy_away(f"Nothing answers at the proxy {proxy}.", host) from exc
        raise ServerUnreachable(f"Nothing answers at {host}.") from exc
    except httpx.ProxyError as exc:
        which, why = proxy or "of this system", said(str(exc)) or "it failed"
        raise _proxy_away(f"The proxy {which} gave no way to {host}: {why}.", host) from exc
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError) as exc:
        raise NotKuroibara(f"{host} cannot be used as a server's address.") from exc
    except UnicodeEncodeError as exc:
        raise InvalidRequest(
            f"What was given holds characters that cannot be sent to {host}.",
            remedy="Type it again; a terminal set to another encoding can spoil what is typed.",
        ) from exc
    except (httpx.HTTPError, httpx.StreamError) as exc:
        raise ServerUnreachable(f"The connection to {host} was lost while {doing}.") from exc


def _proxy_away(sentence: str, host: str) -> ServerUnreachable:
    return ServerUnreachable(
        sentence,
        remedy=f"Check the proxy that is set for {host}, or that of this computer.",
    )


def _certificate_failure(exc: BaseException | None) -> ssl.SSLCertVerificationError | None:
    while exc is not None:
        if isinstance(exc, ssl.SSLCertVerificationError):
            return exc
        exc = exc.__cause__ or exc.__context__
    return None


def said(value: object) -> str:
    """A server's words, made safe to show: one line, no control characters, not endless."""
    text = value if isinstance(value, str) else ""
    return one_line(" ".join(text.split()), _LONGEST)


def refusal(status: int, headers: Mapping[str, str], body: bytes, *, host: str) -> BackupError:
    """What an answer that is no success means for the person reading it."""
    if 300 <= status < 400:
        target = said(headers.get("location", "")) or "another address"
        return CaptivePortal(f"{host} sends on to {target} instead of answering itself.")
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if status == httpx.codes.REQUEST_ENTITY_TOO_LARGE:
        ours = kind in ("application/json", "application/problem+json")  # as no proxy writes it
        who = "The server" if ours else "A proxy before the server"
        return RequestTooLarge(
            f"{who} refused the request because it is too large.", by_proxy=not ours
        )
    if kind in ("application/json", "application/problem+json"):
        problem = _parsed(body)
        if problem is not None:
            return _from_problem(status, headers, problem, host)
    return _from_text(status, kind, headers, body, host)


def _parsed(body: bytes) -> dict[str, object] | None:
    try:
        problem = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return problem if isinstance(problem, dict) else None


def _detail(problem: Mapping[str, object]) -> str:
    detail = problem.get("detail")
    if isinstance(detail, list):  # FastAPI's own 422: the input is echoed, so only `msg` is shown
        texts = [
            f"{'.'.join(str(p) for p in loc[1:])}: {said(item.get('msg'))}"
            for item in detail[:5]
            if isinstance(item, dict) and isinstance(loc := item.get("loc"), list)
        ]
        return said("; ".join(texts))
    return said(detail)


def _from_problem(
    status: int, headers: Mapping[str, str], problem: Mapping[str, object], host: str
) -> BackupError:
    detail = _detail(problem)
    code = said(problem.get("code")) or None
    remedy = said(problem.get("remedy")) or None
    known = _KNOWN_DETAILS.get(detail) if status in (401, 403) else None
    if known is not None:
        return known[0](known[1])
    if code == "password_required":
        return PasswordRequired("The server wants your password once more for this.")
    if code in ("not_administrator", "no_administrator"):
        return NotAdministrator(detail or "You may sign in but not take backups here.", code=code)
    if status == httpx.codes.UNAUTHORIZED:
        return SignInRequired(f"{host} does not take your sign-in: {_sentence(detail)}")
    if status == httpx.codes.NOT_FOUND:
        return NotFound(
            f"{host} answered: {_sentence(detail or 'not found')}", remedy=remedy, code=code
        )
    if code == "not_enough_space":
        full = NotEnoughSpace(detail or "The server has no room for this backup.", needed=0, free=0)
        full.remedy = remedy or "Free some space on the server, or remove an old backup there."
        return full
    if status in (429, 503):
        return ServerBusy(
            f"{host} asks to wait: {_sentence(detail or 'it is busy')}",
            retry_after=retry_after(headers),
        )
    if status >= 500:
        return ServerFault(
            f"{host} reported: {_sentence(detail or f'fault {status}')}",
            status=status,
            remedy=remedy,
        )
    return ServerRefused(
        _sentence(detail or f"{host} refused the request ({status})"),
        status=status,
        remedy=remedy,
        code=code,
    )


_KNOWN_DETAILS: dict[str, tuple[type[BackupError], str]] = {
    "2FA code required": (
        CodeRequired,
        "The password is right; this account also asks for a code.",
    ),
    "Invalid 2FA code": (CodeWrong, "The server did not accept this code."),
    "Incorrect username or password": (
        WrongPassword,
        "The server does not know this user name and password.",
    ),
    "Could not validate credentials": (
        SignInRequired,
        "Your sign-in has run out or was withdrawn.",
    ),
    "Invalid refresh token": (SignInRequired, "Your sign-in has run out or was withdrawn."),
    "Not authenticated": (SignInRequired, "You are not signed in."),
    "Inactive user": (AccountInactive, "The server has switched this account off."),
}


def _from_text(
    status: int, kind: str, headers: Mapping[str, str], body: bytes, host: str
) -> BackupError:
    page = kind == "text/html"
    if status in (401, 403, 407, 511) and page:
        return CaptivePortal(
            f"A gateway before {host} asks for a sign-in of its own.",
            remedy="If whoever runs the server gave you headers for it, add them under “Advanced” "
            "(or with --header-file). If it is this network that asks, sign in to it first.",
        )
    if status in (429, 502, 503, 504):
        who = f"The proxy before {host}" if page else host
        return ServerBusy(
            f"{who} answered {status}: the server is not ready.", retry_after=retry_after(headers)
        )
    if status >= 500:
        text = "" if page else said(body[:2000].decode(errors="replace"))
        return ServerFault(
            f"{host} broke off with {_sentence(text or f'fault {status}')}", status=status
        )
    if status == httpx.codes.UNAUTHORIZED:
        return SignInRequired(f"{host} does not take your sign-in.")
    return NotKuroibara(f"{host} answered {status} where a Kuroibara server would have answered.")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds a server asks to wait, at most an hour; a date is not looked at."""
    text = headers.get("retry-after", "").strip()
    return min(float(text), 3600.0) if text.isdecimal() else None


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."
