"""Where the shared fixtures come from: each line is a module of tests/support."""

from __future__ import annotations

pytest_plugins = [
    "tests.support.plain_kuroibara",
    "tests.support.postgres",
]
