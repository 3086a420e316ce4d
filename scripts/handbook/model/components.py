"""Strongly connected components: the groups of places that can all be reached from one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def components(names: Collection[str], steps: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """The strongly connected components among some places, by Kosaraju's two passes, without recursion.

    Args:
        names: the places that count; steps to others are left out.
        steps: for each place where one can go from it.
    """
    back: dict[str, set[str]] = {name: set() for name in names}
    for name in names:
        for target in steps[name]:
            if target in back:
                back[target].add(name)
    forth = {name: steps[name] & back.keys() for name in names}
    seen: set[str] = set()
    finished = [name for root in sorted(names) for name in _walk(root, forth, seen)]
    seen = set()
    return [frozenset(part) for root in reversed(finished) if (part := _walk(root, back, seen))]


def _walk(root: str, steps: Mapping[str, Collection[str]], seen: set[str]) -> list[str]:
    """The unseen places that can be reached from one, each behind those that it leads to."""
    if root in seen:
        return []
    seen.add(root)
    found, path = [], [(root, iter(sorted(steps[root])))]
    while path:
        name, targets = path[-1]
        step = next((target for target in targets if target not in seen), None)
        if step is None:
            found.append(name)
            path.pop()
        else:
            seen.add(step)
            path.append((step, iter(sorted(steps[step]))))
    return found
