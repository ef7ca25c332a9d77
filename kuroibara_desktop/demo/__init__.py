"""`python -m kuroibara_desktop.demo`: a demo server, a keyring, a folder, and the real window.

Nothing of the user's own is touched: the keyring, the settings and the archive live in a folder of
the demo's. With `--once` a pilot does the main job by mouse and keys, without a display.
"""
