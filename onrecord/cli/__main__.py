"""``python -m onrecord.cli`` is ``onrecord``."""

from onrecord.cli.app import main

main()
