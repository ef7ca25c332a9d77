"""The use cases: sign in, list, create, inspect, verify, extract, delete, grant, diagnose.

All rules live here or below; the HTTP interface and the command line are doors to this room.
Words: a *backup* is one file of the place with what the *catalogue* knows of it; an
*administrator* is an account that may back up.
"""
