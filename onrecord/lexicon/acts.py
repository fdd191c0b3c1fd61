"""The acts that a statement can be, as a table: what the cues of the reader come to."""

from __future__ import annotations

from typing import Final

ACTS: Final = (
    "accuse", "agree", "announce", "answer", "apologize", "ask", "believe", "call_for", "claim",
    "criticize", "demand", "deny", "describe", "disagree", "fear", "hope", "know", "oppose",
    "order", "plan", "praise", "predict", "promise", "refuse", "report", "say", "support",
    "threaten", "urge", "want", "warn", "write",
)  # fmt: skip
