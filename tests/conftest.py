"""Where the shared fixtures come from: each line is a module of tests/support."""

from __future__ import annotations

pytest_plugins = [
    "tests.support.empty_venvs",
    "tests.support.faulty",
    "tests.support.forwarding",
    "tests.support.keyring_session",
    "tests.support.nginx",
    "tests.support.notification_daemon",  # after keyring_session
    "tests.support.small_disk",
    "tests.support.plain_kuroibara",
    "tests.support.postgres",
    "tests.support.loading",  # after postgres
    "tests.support.installs",
    "tests.support.engine",  # after postgres, which it builds on
    "tests.support.rights",  # after engine
    "tests.support.restoring",  # after engine and installs
    "tests.support.jobs",
    "tests.support.tls",
]


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name no test after compressed bytes: they hold the time, and each worker has its own."""
    return f"{len(val)} bytes" if isinstance(val, bytes) and not val.isascii() else None
