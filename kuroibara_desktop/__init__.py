"""What runs on the user's computer: a Qt app and a headless command for offsite copies."""

import sys

# httpx has a command of its own, which nobody calls here. With the three libraries that it imports
# where it finds them, it takes longer to load than all the rest of httpx.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # as Python itself has it
