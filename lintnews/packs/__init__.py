"""Rule packs: YAML files that carry rules with their proofs, and the engine that runs them."""
