"""Words that more than one stage looks up, as tables: countries, first names."""
