"""The Restore page: a backup comes back to a server, and goes again if that was a mistake."""
