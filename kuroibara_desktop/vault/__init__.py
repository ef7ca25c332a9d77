"""The offsite archive folder on this computer.

Words: the *vault* is the folder with its marker; a *copy* is one backup in it, under its final name
only once every byte was checked; a *part* is an unfinished copy beside it; the *catalog* is our
own database of both, which can be lost: the folders tell everything that matters.

A folder without its marker is a drive that is not there: nothing is written, created or removed.
"""

from kuroibara_desktop.vault.folders import FolderFacts, cautions, examine, objections
from kuroibara_desktop.vault.vault import Vault

__all__ = ["FolderFacts", "Vault", "cautions", "examine", "objections"]
