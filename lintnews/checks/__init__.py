"""Checks in code: one small module each, registered by the `check` decorator."""
