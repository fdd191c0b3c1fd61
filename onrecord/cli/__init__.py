"""The command line: each command takes its options, asks the record, and prints; only this package
reads the environment.
"""
