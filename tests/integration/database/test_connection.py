from __future__ import annotations

import socket
import threading

import pytest

from kuroibara_backup.database.connection import connected
from kuroibara_backup.errors import NoConnection


@pytest.mark.parametrize("encryption", ["prefer", "disable"])
def test_a_port_where_something_else_listens_is_told_from_a_failed_encryption(
    encryption: str,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer_as_a_web_server_does() -> None:
            with listening.accept()[0] as caller:
                caller.recv(1000)
                caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer_as_a_web_server_does)
        thread.start()
        url = f"postgresql://u@127.0.0.1:{listening.getsockname()[1]}/k?sslmode={encryption}"
        with (
            pytest.raises(NoConnection, match="What answered is no PostgreSQL"),
            connected(url, doing="it was tried"),
        ):
            pass
        thread.join(10)
