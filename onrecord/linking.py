"""Where the linker and the store meet: readings become links, links become what a person asks for.

In: a store. Out: links in it, and the objects of ``across`` made from them.
"""
