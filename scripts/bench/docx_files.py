"""What our own document templates cost: processor time for each .docx, for all of them, and how large they are."""

import datetime as dt
import time
from statistics import median

from project import ROOT

HEAD = ("documents", "count", "ms each", "slowest ms", "s for all", "KB each", "largest KB")
KB = 1000
RUNS = 3


def rows() -> list[tuple[str, ...]]:
    """The table: the blank documents of this handbook, and the filled samples."""
    from handbook.exporters.docx import export
    from handbook.settings import read_settings
    from handbook.sources import load

    templates = load(ROOT, today=dt.datetime.now(tz=dt.UTC).date(), settings=read_settings(ROOT)).all_templates
    export(templates[0])  # what is set up once for all of them
    found = [HEAD]
    for name, filled in (("blank", False), ("sample", True)):
        seconds, sizes = [], []
        for template in templates:
            runs = []
            for _ in range(RUNS):
                start = time.process_time()
                content = export(template, filled=filled)
                runs.append(time.process_time() - start)
                sizes.append(len(content))
            seconds.append(median(runs))
        times = (f"{median(seconds) * 1000:.1f}", f"{max(seconds) * 1000:.1f}", f"{sum(seconds):.2f}")
        found.append((name, str(len(templates)), *times, f"{median(sizes) / KB:.1f}", f"{max(sizes) / KB:.1f}"))
    return found
