"""A sample library to show and to test with: Kuroibara's own tables, made-up manga, real files.

Everything in it is original, made by code, and the same for the same seed.
"""
