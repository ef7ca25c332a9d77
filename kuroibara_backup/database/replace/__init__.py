"""From a loaded dump to the live database: built beside it, checked, and put in its place."""
