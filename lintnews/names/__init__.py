"""People, places and organisations: who is meant, and whether the spelling is right."""
