"""The Restore page, its dialogs and its words, without a server."""
