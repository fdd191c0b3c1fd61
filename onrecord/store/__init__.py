"""Where the record is kept: readings in, answers out. ``store.Store`` is the door."""
