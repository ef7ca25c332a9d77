"""A valid access token for each request, with one refresh at a time among all our processes."""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.errors import (
    AccountInactive,
    CodeRequired,
    ServerBusy,
    SignInRequired,
    WrongPassword,
)
from kuroibara_desktop.core.tokens import Tokens, expiry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.tokens import DeviceToken, Login, TokenStore

MARGIN = 60.0  # seconds of life an access token must still have to be sent
_PATIENCE = 45.0  # seconds; longer than any refresh may take


class Session:
    """The sign-in at one server.

    `refresh` exchanges a refresh token at the server, `again` signs in with a password that the
    user asked us to keep; `now` is the *server's* time in seconds since
    1970, because that is the clock the tokens were made by. `lock` is a file that every process of
    ours uses for this server: a refresh token must not be spent twice.

    A person's sign-in is used as long as it lasts; then this computer's own token, if it has one.
    """

    def __init__(
        self,
        server: str,
        store: TokenStore,
        *,
        lock: Path,
        refresh: Callable[[str], Tokens],
        again: Callable[[Login], Tokens],
        now: Callable[[], float],
    ) -> None:
        self._server = server
        self._store = store
        self._lock_file = lock
        self._refresh, self._again = refresh, again
        self._now = now
        self._turn = threading.Lock()
        self._tokens: Tokens | None = None

    @property
    def known(self) -> bool:
        """Whether there is a sign-in to try; the server may still refuse it."""
        return self._held() is not None

    @property
    def device(self) -> DeviceToken | None:
        """This computer's own token at the server."""
        held = self._held()
        return held.device if held else None

    def begin(self, tokens: Tokens) -> DeviceToken | None:
        """Keep a new sign-in in place of the old one, and return the own token that is dropped.

        It may have been somebody else's, so it does not go on under the new sign-in.
        """
        before = None
        with self._turn, self._alone():
            with suppress(InvalidRequest):  # what cannot be read is replaced
                before = self._store.load(self._server)
            self._keep(replace(tokens, device_asked_at=before.device_asked_at if before else None))
        return before.device if before else None

    @property
    def device_asked_at(self) -> float | None:
        """When an own token was asked for without an answer, by the server's clock."""
        held = self._held()
        return held.device_asked_at if held else None

    def asks_for_device(self, at: float) -> None:
        """Note that an own token is asked for: a kill before its answer must not hide it."""
        with self._turn, self._alone():
            self._keep(replace(self._latest(), device_asked_at=at))

    @property
    def ends_at(self) -> float | None:
        """When a person must sign in again, by the server's clock; None when it goes on."""
        held = self._held()
        if held is None or held.refresh is None or held.device or held.login:
            return None
        return expiry_of(held.refresh)

    def own(self, device: DeviceToken) -> None:
        """Keep a token of this computer's own, beside the sign-in that is there."""
        with self._turn, self._alone():
            self._keep(replace(self._latest(), device=device, device_asked_at=None))

    def _latest(self) -> Tokens:
        """What is kept by now, by whichever process; nothing yet is a sign-in without tokens."""
        return self._store.load(self._server) or Tokens(access="")

    def end(self) -> Tokens | None:
        """Forget the sign-in and return what it was."""
        with self._turn, ExitStack() as held:
            with suppress(ServerBusy):  # it is forgotten all the same
                held.enter_context(self._alone())  # or a renewal elsewhere would bring it back
            tokens = self._tokens or self._store.load(self._server)
            self._tokens = None
            self._store.forget(self._server)
        return tokens

    def access(self) -> str:
        """An access token that is good for a while yet; may ask the server for a new one."""
        tokens = self._held()
        if tokens is None:
            raise SignInRequired("You are not signed in.")
        if self._lives(tokens):
            return tokens.access
        if tokens.refresh is None and tokens.device is not None:
            return tokens.device.token
        return self.renewed(tokens.access)

    def renewed(self, refused: str) -> str:
        """Another access token than `refused`, which the server did not take."""
        with self._turn, self._alone():
            tokens = self._store.load(self._server)
            if tokens is None:  # whichever process signed out: what we still hold is not used
                self._tokens = None
                raise SignInRequired("You are not signed in.")
            if tokens.access == refused or not self._lives(tokens):
                try:
                    tokens = self._refreshed(tokens)
                except SignInRequired:
                    if tokens.device is None or tokens.device.token == refused:
                        raise
                    tokens = Tokens(access="", device=tokens.device)
                self._store.save(self._server, tokens)
            self._tokens = tokens
            return tokens.access or (tokens.device.token if tokens.device else "")

    def _refreshed(self, tokens: Tokens) -> Tokens:
        try:
            if tokens.refresh is None:
                raise SignInRequired("Your sign-in has run out.")
            fresh = self._refresh(tokens.refresh)
        except SignInRequired:
            if tokens.login is None:
                raise
            fresh = self._signed_in_again(tokens, tokens.login)
        return replace(
            fresh,
            device=tokens.device,
            login=tokens.login,
            device_asked_at=tokens.device_asked_at,
        )

    def _signed_in_again(self, tokens: Tokens, login: Login) -> Tokens:
        """With the password that was kept; one that is refused is not tried again and again."""
        try:
            return self._again(login)
        except (WrongPassword, CodeRequired, AccountInactive) as error:
            self._keep(replace(tokens, login=None))
            raise SignInRequired(
                "Your sign-in has run out, and the password that was kept no longer does."
            ) from error

    def _keep(self, tokens: Tokens) -> None:
        self._store.save(self._server, tokens)
        self._tokens = tokens

    def _held(self) -> Tokens | None:
        if self._tokens is None:
            with self._turn:
                if self._tokens is None:
                    self._tokens = self._store.load(self._server)
        return self._tokens

    def _lives(self, tokens: Tokens) -> bool:
        if not tokens.access:  # only a refresh token was given
            return False
        expiry = expiry_of(tokens.access)
        return expiry is None or expiry - self._now() > MARGIN

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other process of ours from changing the sign-in meanwhile."""
        self._lock_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with FileLock(self._lock_file, timeout=_PATIENCE):
                yield
        except Timeout as exc:
            raise ServerBusy("Another program of ours is renewing the sign-in.") from exc
