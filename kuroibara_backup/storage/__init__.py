"""The library folder: what is in it, and how its files are opened without being led astray.

Nothing here ever changes it. A *link* is a symbolic link; *incomplete* says that something below
the folder is not in the backup.
"""
