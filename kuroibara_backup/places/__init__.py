"""Where finished backups are kept.

A *place* holds archives under names; here it is a local folder. A backup appears under its
name whole or not at all: it is written as a *spool* (a hidden file in the same folder), made
durable, and only then published. *Found* files are the ones Kuroibara itself made beside ours.

A place knows nothing about what is inside an archive, who may have it, or when it goes.
"""
