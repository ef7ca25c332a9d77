"""Long work on the server, with an id.

A *job* is queued, runs on a thread of a *worker*, and ends in one of three ways. Jobs that write
run one after the other; of one *queueing lock* at most one waits. A job lives in the state database
and outlives every process: when its worker is gone, another *attempt* of it begins. Jobs know
nothing of backups or of HTTP.
"""
