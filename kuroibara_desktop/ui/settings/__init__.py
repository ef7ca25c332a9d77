"""What the user wants of this computer, of the archive folders, and of the servers."""
