"""The state database, step by step. A step that was released is never changed again."""
