"""Which code does the authenticator show, and will it still hold when it arrives?"""

from __future__ import annotations

import time

import pyotp

_STEP = 30  # seconds that a code lives
_LEFT = 6  # seconds of life that signing in may need


_given: dict[str, int] = {}


def code_of(secret: str) -> str:
    """The code of now; the next one, waited for, near its end or when it was given before."""
    now = time.time()
    step = int(now // _STEP)
    if _STEP - now % _STEP < _LEFT or _given.get(secret, 0) >= step:
        step = max(step, _given.get(secret, 0)) + 1
        time.sleep(max(0.0, step * _STEP - now))
    _given[secret] = step
    return pyotp.TOTP(secret).at(step * _STEP)
