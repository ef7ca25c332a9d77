"""What this computer knows between two starts: servers, who signed in, the archive folder."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import platformdirs

from kuroibara_desktop.core.errors import NotSetUp
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from collections.abc import Mapping

_APP = "kuroibara-desktop"
HOME_VARIABLE = "KUROIBARA_DESKTOP_HOME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The app's own two folders."""

    config: Path
    data: Path

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> Home:
        """Where the system wants them, or below KUROIBARA_DESKTOP_HOME if that is set."""
        chosen = environment.get(HOME_VARIABLE)
        if chosen:
            return cls(config=Path(chosen) / "config", data=Path(chosen) / "data")
        return cls(
            config=platformdirs.user_config_path(_APP, appauthor=False),
            data=platformdirs.user_data_path(_APP, appauthor=False),
        )

    @property
    def profile_file(self) -> Path:
        return self.config / "profile.json"

    @property
    def catalog_file(self) -> Path:
        return self.data / "catalog.sqlite3"

    @property
    def journal_file(self) -> Path:
        return self.data / "journal.sqlite3"

    @property
    def sealed_file(self) -> Path:
        """The sign-ins that a passphrase opens, where there is no keyring."""
        return self.config / "sign-in.sealed"

    @property
    def locks(self) -> Path:
        return self.data / "locks"

    def lock_of(self, server: str) -> Path:
        """The lock under which one process at a time renews the sign-in at `server`."""
        return self.locks / f"sign-in-{hashlib.sha256(server.encode()).hexdigest()[:16]}.lock"


class Keep(Enum):
    """Where the user wants tokens."""

    KEYRING = "keyring"
    SESSION = "session"
    SEALED = "sealed"  # in a file of the app's own that a passphrase opens


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownServer:
    address: str
    name: str
    engine: bool
    instance_id: str | None = None
    username: str | None = None
    pin: str | None = None  # the fingerprint of the only certificate it may show

    @classmethod
    def at(
        cls,
        address: str,
        *,
        engine: bool,
        instance_id: str | None,
        username: str | None = None,
        pin: str | None = None,
    ) -> KnownServer:
        """A server called by the name of its host."""
        return cls(
            address=address,
            name=urlsplit(address).hostname or address,
            engine=engine,
            instance_id=instance_id,
            username=username,
            pin=pin,
        )

    @property
    def host(self) -> str:
        """What `at` calls it."""
        return urlsplit(self.address).hostname or self.address

    @property
    def label(self) -> str:
        """What people call it: the name they gave it, else its host and port."""
        return self.name if self.name != self.host else urlsplit(self.address).netloc

    @property
    def folder(self) -> str:
        """Its folder in the vault: readable, and never that of another server."""
        identity = self.instance_id or hashlib.sha256(self.address.encode()).hexdigest()
        letters = re.sub(r"[^0-9a-f]", "", identity.lower())[:8]
        return f"{_slug(urlsplit(self.address).hostname or '')}-{letters or '0'}"

    @property
    def kept(self) -> KeptServer:
        """What the vault's marker says about it."""
        return KeptServer(name=self.name, address=self.address, instance_id=self.instance_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Holds no secret: tokens are with the `TokenStore`."""

    servers: tuple[KnownServer, ...] = ()
    archive: Path | None = None
    keep: Keep = Keep.KEYRING

    @property
    def server(self) -> KnownServer | None:
        """The server in use."""
        return self.servers[0] if self.servers else None

    def using(self, server: KnownServer) -> Profile:
        """The same profile with `server` in use, in place of an older entry for its address.

        A name that somebody gave it stays.
        """
        older = next((s for s in self.servers if s.address == server.address), None)
        if older is not None and server.name == server.host:
            server = replace(server, name=older.name)
        others = tuple(s for s in self.servers if s.address != server.address)
        return replace(self, servers=(server, *others))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    version: int
    archive: str | None
    keep: str
    servers: list[dict[str, object]] = field(default_factory=list)


def load(home: Home) -> Profile:
    """The profile, an empty one before the first `save`."""
    try:
        text = home.profile_file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Profile()
    except UnicodeDecodeError:
        text = ""
    try:
        found = json.loads(text)
        archive = found["archive"]
        return Profile(
            servers=tuple(KnownServer(**server) for server in found["servers"]),
            archive=Path(archive) if archive else None,
            keep=Keep(found["keep"]),
        )
    except (ValueError, KeyError, TypeError) as exc:
        raise NotSetUp(
            f"The settings in {home.profile_file} cannot be read.",
            remedy="Correct the file, or remove it and set the app up anew; no backup is lost.",
        ) from exc


def save(home: Home, profile: Profile) -> None:
    """Write the profile so that a crash leaves the old or the new one."""
    home.config.mkdir(parents=True, exist_ok=True, mode=0o700)
    document = _Written(
        version=1,
        archive=str(profile.archive) if profile.archive else None,
        keep=profile.keep.value,
        servers=[asdict(server) for server in profile.servers],
    )
    text = json.dumps(asdict(document), indent=2, ensure_ascii=False)
    write_durably(home.profile_file, text.encode() + b"\n")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "server"
