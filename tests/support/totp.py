"""Which code does the authenticator show, and will it still hold when it arrives?"""

from __future__ import annotations

import time

import pyotp

_STEP = 30  # seconds that a code lives
_LEFT = 6  # seconds of life that signing in may need


def code_of(secret: str) -> str:
    """The code of now; near its end, the next one, waited for."""
    left = _STEP - time.time() % _STEP
    if left < _LEFT:
        time.sleep(left)
    return pyotp.TOTP(secret).now()
