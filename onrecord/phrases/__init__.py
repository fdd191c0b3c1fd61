"""What the record says in plain words, the same on a terminal and on a page: dates, numbers, who
passed a statement on, what became of an event, what a figure comes to. Values go in, strings come
out; colours and marks are added where the words are shown.
"""
