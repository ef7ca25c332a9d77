"""The Backups page: every backup, wherever it is, and what can be done with it."""
