"""From bytes to articles: files, encodings, readers, and the map back to the original."""
