"""The window: what a person sees and presses. PySide6 lives here and in `app.py`, nowhere else.

Words: a *page* fills the right side of the window; a *card* is a surface on a page; a *task* is
work on a pool thread whose ending is shown. Nothing here decides what is safe, allowed or due:
pages ask `core`, `server`, `vault` and `transfers`, and show the answer.
"""
