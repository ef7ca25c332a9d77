"""A client that sends a file in pieces, from where the server says; a process to be killed.

python -m tests.support.upload_client URL TOKEN UPLOAD_ID FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import httpx

from tests.support.uploading import send

if __name__ == "__main__":
    url, token, upload_id, path = sys.argv[1:]
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}) as client:
        print("sending", flush=True)
        send(client, upload_id, Path(path).read_bytes(), piece=16 * 1024)
