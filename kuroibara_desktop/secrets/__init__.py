"""Where tokens are kept: the keyring of the operating system, and its honest fall-backs.

The only folder that imports `keyring`. A *store* keeps one pair of tokens a server. Nothing here
falls back by itself: whoever builds a store has decided where tokens go, and can say so.
"""

from kuroibara_desktop.secrets.files import FileStore, sealed_store
from kuroibara_desktop.secrets.keyrings import KeyringStore, keyring_store
from kuroibara_desktop.secrets.memory import EnvironmentStore, SessionStore
from kuroibara_desktop.secrets.tickets import Tickets
from kuroibara_desktop.secrets.ways import Ways

__all__ = [
    "EnvironmentStore",
    "FileStore",
    "KeyringStore",
    "SessionStore",
    "Tickets",
    "Ways",
    "keyring_store",
    "sealed_store",
]
