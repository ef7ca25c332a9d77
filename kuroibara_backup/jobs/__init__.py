"""Long work on the server, with an id.

A *job* is queued, runs on a thread of its own, and ends in one of three ways. Jobs of one
*lock* run one after the other; of one *queueing lock* at most one waits.
They live as long as the process. They know nothing of backups or of HTTP.
"""
