"""How long must somebody wait who keeps failing?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.service.limits import ACCOUNT_WAITS, ADDRESS_WAITS, neighbourhood, waits


@given(free=st.integers(0, 60), longest=st.integers(2, 5000))
def test_waits_grow_from_nothing_to_the_longest_and_end(free: int, longest: int) -> None:
    found = waits(free=free, longest=longest)
    assert found[:free] == (0.0,) * free
    assert list(found) == sorted(found)
    assert found[free] == 1.0
    assert max(found) == found[-1] == longest
    assert all(later <= 2 * earlier for earlier, later in pairwise(found[free:]))


def test_a_typing_error_or_two_cost_nothing_and_nobody_waits_an_hour() -> None:
    assert ACCOUNT_WAITS[:5] == (0.0,) * 5
    assert max(ACCOUNT_WAITS + ADDRESS_WAITS) <= 900
    # what is left to somebody who guesses all day long
    assert 86_400 / ACCOUNT_WAITS[-1] < 100


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("not an address", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_is_known_by_what_one_customer_has(address: str | None, near: str) -> None:
    assert neighbourhood(address) == near
