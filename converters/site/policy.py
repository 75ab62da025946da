"""What a page lets a browser do: only what came with the site (Content Security Policy, level 3).

Nothing inline runs, so a script that slipped through everything else would still be dead text. Search
needs WebAssembly; the signs of the badges are pictures inside the style sheet, hence ``data:``.
A policy in the page itself cannot forbid framing (``frame-ancestors``); a server's header can.
"""

from __future__ import annotations

RULES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
)
CONTENT_SECURITY_POLICY = "; ".join(RULES)
