"""What the engine remembers, in a database of its own: one module for each kind of row."""
