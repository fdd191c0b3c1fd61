"""Who did what to whom, and whether it happened: ``events`` is the extractor."""
