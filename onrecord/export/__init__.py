"""What is on the record, in formats other programs read: one module a format, each a
``write(values, stream, kind)``.

Values come in one at a time and go out one at a time, so a record of any size is written in
constant memory. ``kind`` is the type of the values: it names the columns of a CSV file even where
there are no values at all.
"""
