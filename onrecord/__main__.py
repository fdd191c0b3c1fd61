"""``python -m onrecord``: the command line."""

from onrecord.cli.app import main

if __name__ == "__main__":
    main()
