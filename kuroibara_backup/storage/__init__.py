"""The library folder: what is in it, and how its files are opened without being led astray.

Only a restore changes it: `staging` builds a tree beside what is live, `swapping` moves it in and
back. A *link* is a symbolic link; *incomplete* says that something below the folder is not in the
backup.
"""
