"""Tokens that end with this process."""

from __future__ import annotations

import threading

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.tokens import Tokens, tokens_in


class SessionStore:
    """Keeps tokens until the app closes."""

    described = "for this session only"

    def __init__(self) -> None:
        self._tokens: dict[str, Tokens] = {}
        self._turn = threading.Lock()

    def load(self, server: str) -> Tokens | None:
        with self._turn:
            return self._tokens.get(server)

    def save(self, server: str, tokens: Tokens) -> None:
        with self._turn:
            self._tokens[server] = tokens

    def forget(self, server: str) -> None:
        with self._turn:
            self._tokens.pop(server, None)


class EnvironmentStore(SessionStore):
    """Starts with the token a variable holds, for whichever server; renewed ones stay here."""

    described = "in the variable KUROIBARA_TOKEN"

    def __init__(self, token: str) -> None:
        super().__init__()
        found = tokens_in(token)
        if found is None:
            raise InvalidRequest(
                "KUROIBARA_TOKEN holds no token.",
                remedy="Set it to an access or refresh token, or unset it.",
            )
        self._given: Tokens | None = found

    def load(self, server: str) -> Tokens | None:
        return super().load(server) or self._given

    def forget(self, server: str) -> None:
        super().forget(server)
        self._given = None
