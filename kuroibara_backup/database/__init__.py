"""PostgreSQL: reach it, dump it, load a dump, and start one where there is none.

Kuroibara's database is read while it is backed up; only a restore (`replace`) and putting back what
its folder still knows (`kuroibara.recovery`) write to it. What the engine must remember lies in the
*state database* (`state`), a second one on the same server. Only `jobs` knows psycopg, too.
"""
