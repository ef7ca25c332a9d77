"""First run: which server, who one is there, and where copies go. Also used to sign in again."""
