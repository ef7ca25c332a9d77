"""The Home page: am I safe, since when, and what should I do?"""
