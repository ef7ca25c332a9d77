"""A Kuroibara server, seen from here: the only folder that speaks HTTP.

It knows the server by its JSON alone, whether our engine answers or a plain Kuroibara. What a
server sends is untrusted: it becomes a value of core/ or an error with a sentence, never more.

It keeps no tokens itself (a `TokenStore` does) and puts no bytes on a disk.
"""

from kuroibara_desktop.server.body import Body
from kuroibara_desktop.server.client import Server
from kuroibara_desktop.server.probing import Found, find, probe
from kuroibara_desktop.server.reading import Account, Capabilities

__all__ = ["Account", "Body", "Capabilities", "Found", "Server", "find", "probe"]
