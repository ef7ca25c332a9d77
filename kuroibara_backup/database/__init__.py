"""PostgreSQL: reach it, dump it, keep our own state in it, and start one where there is none.

Kuroibara's database is only ever read here. What the engine must remember lies in the *state
database*, a second database on the same server. The only folder that knows psycopg.
"""
