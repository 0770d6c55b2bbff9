"""Small generated tables, each beside the script that made it."""
