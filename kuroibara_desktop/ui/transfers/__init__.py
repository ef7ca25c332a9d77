"""The Transfers page: what is copied, in which order, how far it is, and what was."""
