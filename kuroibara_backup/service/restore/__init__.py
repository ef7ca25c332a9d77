"""Restores: either one succeeds completely, or nothing has changed; people go on reading.

A *plan* says what a backup would change here, and why it may not. Who confirms it gets a *ticket*:
with it alone a restore is watched, cancelled and rolled back, for the account that began it may be
gone afterwards. The new database and library are built *beside* the live ones, checked, and
*swapped in*; the old pair stays for a while, and `rollback` returns to it.

Each step is written down in the state database before the next begins, so that any process can end
what another one left. docs/decisions/restore-beside-and-swap.md tells why.
"""
