"""A blank document as a script: a page that was opened from a folder may load scripts, but read no other file."""

from __future__ import annotations

import base64
import json

from handbook.model.template import Template


def blank_script(template: Template, document: bytes) -> str:
    """The script that hands a blank .docx to the form of its template (overrides/assets/js/components/fill-file.js)."""
    facts = {"fingerprint": template.fingerprint, "content": base64.b64encode(document).decode("ascii")}
    return f"(window.hbBlanks=window.hbBlanks||{{}})[{json.dumps(template.code)}]={json.dumps(facts)};\n"
