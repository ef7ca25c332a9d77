"""Kuroibara's own tables: who is in them, what they say of files, what recovery puts back."""
