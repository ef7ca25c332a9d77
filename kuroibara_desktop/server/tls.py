"""Who is at the other end: the system's list of authorities, or the one certificate agreed on."""

from __future__ import annotations

import hashlib
import re
import ssl
from typing import TYPE_CHECKING, Any, NoReturn

import truststore

from kuroibara_backup.errors import InvalidRequest

if TYPE_CHECKING:
    import socket


class OtherCertificate(ssl.SSLCertVerificationError):
    """The server showed another certificate than the one agreed on; nothing was sent to it."""

    def __init__(self, *, expected: str, shown: str) -> None:
        super().__init__(f"certificate {shown} in place of {expected}")
        self.expected = expected
        self.shown = shown


def context(pin: str | None) -> ssl.SSLContext:
    """What decides whether a server is the right one: its pinned certificate, else the system.

    A pinned server is known by nothing else: not even a certificate that the system trusts will do.
    """
    return _Pinned(pin) if pin else truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def fingerprint(text: str) -> str:
    """A SHA-256 fingerprint as it was typed or pasted, in the one form that is kept."""
    bare = re.sub(r"^.*=", "", text.strip())  # "sha256 Fingerprint=AB:CD…", as openssl prints it
    digits = re.sub(r"[\s:]", "", bare).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digits):
        raise InvalidRequest(
            "This is no SHA-256 fingerprint of a certificate.",
            remedy="It has 64 digits and letters from A to F, mostly in pairs: AB:CD:…",
        )
    return digits


def in_pairs(fingerprint: str) -> str:
    """A fingerprint as people compare it, and as openssl prints it."""
    return ":".join(fingerprint[at : at + 2] for at in range(0, 64, 2)).upper()


class _Pinned(ssl.SSLContext):
    """Takes one certificate, whoever signed it and whatever its dates, and no other."""

    _pin: str

    def __new__(cls, _pin: str) -> _Pinned:
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, pin: str) -> None:
        self._pin = pin
        self.check_hostname = False
        self.verify_mode = ssl.CERT_NONE  # not by a chain: `wrap_socket` looks at it itself
        self.minimum_version = ssl.TLSVersion.TLSv1_2

    def wrap_socket(self, sock: socket.socket, *arguments: Any, **more: Any) -> ssl.SSLSocket:
        """Shake hands; a stranger is left before a byte of ours is sent."""
        wrapped = super().wrap_socket(sock, *arguments, **more)
        shown = _digest(wrapped.getpeercert(binary_form=True))
        if shown != self._pin:
            wrapped.close()
            raise OtherCertificate(expected=self._pin, shown=shown)
        return wrapped

    def wrap_bio(self, *_: object, **__: object) -> NoReturn:
        # Only TLS inside the TLS of a proxy comes this way, where nobody would compare.
        raise ssl.SSLError("no pinned certificate through a proxy that speaks TLS itself")


def _digest(der: bytes | None) -> str:
    return hashlib.sha256(der or b"").hexdigest()


NO_CERTIFICATE = "0" * 64  # equals that of none: to learn what a server shows, and send it nothing
