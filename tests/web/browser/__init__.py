"""The reading room in a real browser: Playwright, Debian's Chromium, a server on loopback."""
