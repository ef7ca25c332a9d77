"""What is at an address: our engine, a plain Kuroibara, or something else."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import httpx

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.errors import (
    CaptivePortal,
    CertificateChanged,
    CertificateRefused,
    CertificateUnknown,
    NotKuroibara,
    ServerFault,
)
from kuroibara_desktop.server import fields, reading
from kuroibara_desktop.server.address import candidates, host_of, is_loopback
from kuroibara_desktop.server.border import readable, refusal, said
from kuroibara_desktop.server.calling import new_client
from kuroibara_desktop.server.tls import NO_CERTIFICATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.ways import Way

_GATES = (401, 403, 407, 511)
_AT_MOST = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What answered. `note` is a sentence to show, empty when there is nothing to say."""

    address: str
    engine: bool
    version: str | None
    instance_id: str | None
    https: bool
    note: str = ""
    pin: str | None = None  # the fingerprint of the only certificate it may show
    way: Way | None = None  # how it was reached; None: as was kept


class Agreed(Protocol):
    """A server that was signed in to before."""

    @property
    def address(self) -> str: ...
    @property
    def pin(self) -> str | None: ...


def find(
    typed: str,
    known: Iterable[Agreed],
    fingerprint: str | None = None,
    way: Way | None = None,
) -> Found:
    """Find the server a person means; one that is known is held to what it was before.

    A fingerprint that the user gives takes the place of the one agreed on. Without one, a server
    for which an authority vouched until now is not taken with a certificate of its own, and one
    known by https is not asked without.
    """
    meant = candidates(typed)
    before = next(
        (one for one in known if one.address in meant and one.address.startswith("https:")), None
    )
    try:
        found = probe(typed, fingerprint or (before.pin if before else None), way)
    except CertificateUnknown as error:
        if before is None:
            raise
        raise CertificateRefused(
            f"{error.sentence} Until now it showed one that an authority vouches for."
        ) from error
    if before is not None and not found.https and "://" not in typed:
        raise CertificateRefused(
            f"{host_of(before.address)} no longer answers by https, and was not asked without."
        )
    return found


def probe(typed: str, pin: str | None = None, way: Way | None = None) -> Found:
    """Find the server a person means; raises the most telling error when none is there.

    `CertificateUnknown` asks whether its fingerprint is to be the `pin`. A certificate that is
    refused ends the search: what cannot be reached safely is not tried unsafely.
    """
    errors: list[BackupError] = []
    for address in candidates(typed):
        try:
            return _at(address, pin if address.startswith("https:") else None, way)
        except CertificateRefused:
            raise
        except BackupError as error:
            errors.append(error)
    # A refused certificate or a strange page says more than "nothing answers".
    raise next((e for e in errors if e.code != "server_unreachable"), errors[0])


def _at(address: str, pin: str | None, way: Way | None) -> Found:
    host = host_of(address)
    with new_client(address, pin, way) as client:
        proxy = way.through if way else ""
        try:
            status, headers, body = _get(
                client, f"{address}/api/v1/backup/capabilities", host, proxy
            )
        except CertificateChanged:
            raise
        except CertificateRefused as error:
            raise CertificateUnknown(
                error.sentence, host=host, fingerprint=_shown(address, host, way)
            ) from error
        if 300 <= status < 400:
            return _at(_safer(address, headers.get("location", ""), host), pin, way)
        if status == httpx.codes.OK:
            found = fields.parsed(body, reading.capabilities, host=host, asked="its description")
            return Found(
                address=address,
                engine=True,
                version=found.version,
                instance_id=found.instance_id,
                https=address.startswith("https:"),
                note=_note(address, engine=True),
                pin=pin,
                way=way,
            )
        if status >= 500:
            raise refusal(status, headers, body, host=host)
        version = _plain_version(client, address, host)
    return Found(
        address=address,
        engine=False,
        version=version or None,
        instance_id=None,
        https=address.startswith("https:"),
        note=_note(address, engine=False),
        pin=pin,
        way=way,
    )


def _shown(address: str, host: str, way: Way | None) -> str:
    """The fingerprint of the certificate that a server shows; nothing is sent to it."""
    with new_client(address, NO_CERTIFICATE, way) as client:
        try:
            _get(client, address, host)
        except CertificateChanged as seen:
            return seen.shown
    raise CertificateRefused(f"{host} showed no certificate that could be compared.")


def _plain_version(client: httpx.Client, address: str, host: str) -> str:
    """The version of a plain Kuroibara, perhaps empty; raises when it is none."""
    status, headers, body = _get(client, f"{address}/api/v1/users/me", host)
    try:
        known = status == httpx.codes.UNAUTHORIZED and reading.is_not_authenticated(body)
    except fields.Misread:
        known = False
    if not known:
        # A gateway's own page says more than that no Kuroibara answers.
        telling = status >= 500 or status in _GATES
        raise refusal(status, headers, body, host=host) if telling else _stranger(host, headers)
    status, _, body = _get(client, f"{address}/api/openapi.json", host)
    if status != httpx.codes.OK:
        return ""  # a proxy may keep it to itself
    try:
        return fields.parsed(body, reading.title_of_openapi, host=host, asked="its API")[1]
    except NotKuroibara:
        return ""


def _get(
    client: httpx.Client, url: str, host: str, proxy: str = ""
) -> tuple[int, httpx.Headers, bytes]:
    with readable("asking what is there", host, proxy=proxy), client.stream("GET", url) as response:
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > _AT_MOST:
                raise ServerFault(f"{host} sent an answer without end.", status=200)
        return response.status_code, response.headers, bytes(body)


def _safer(address: str, target: str, host: str) -> str:
    """The same host by https, if that is where it sends us; nothing else is followed."""
    here, where = urlsplit(address), ""
    with suppress(ValueError):  # an address that is none
        there = urlsplit(target)
        if (here.scheme, there.scheme) == ("http", "https") and there.hostname == here.hostname:
            return candidates(f"https://{there.netloc}{here.path}")[0]
        where = said(there.netloc)
    raise CaptivePortal(
        f"{host} sends on to {where or 'another page'} instead of answering itself.",
        remedy="If this network has a sign-in page, sign in to it; else use that address instead.",
    )


def _stranger(host: str, headers: httpx.Headers) -> NotKuroibara:
    if headers.get("content-type", "").startswith("text/html"):
        return NotKuroibara(f"{host} shows a web page, but no Kuroibara server answers there.")
    return NotKuroibara(f"{host} answers, but not as a Kuroibara server does.")


def _note(address: str, *, engine: bool) -> str:
    notes = []
    if not engine:
        notes.append(
            "This is Kuroibara without the backup engine: it tells no checksums, no progress and "
            "no failures, and any account on it may take backups. If the engine runs beside it at "
            "an address of its own, use that one."
        )
    if address.startswith("http:") and not is_loopback(address):
        notes.append(
            "The connection is not encrypted: anyone on the way can read your password and the "
            "backups."
        )
    return " ".join(notes)
