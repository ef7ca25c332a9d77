"""The engine beside a Kuroibara server: archives, dumps, places, jobs, and their three doors."""
