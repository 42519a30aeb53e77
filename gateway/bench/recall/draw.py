"""Known items and what readers type to find them, drawn with a seed from real lists, one JSON object a line.

    draw.py CORPUS SEED PER_KIND

The tools (opencc, jieba, pypinyin) are not those that the product folds with: a rule that both shared would hide its own mistakes.
"""
import json

from chinese import chinese_kinds, items
from english import english, english_kinds, english_variations
from scripts import script_kinds, scripted
from setting import draw, per_kind
from variations import chinese_variations, conversions, converted

kinds = [
    ('Chinese', chinese_kinds),
    ('English', english_kinds),
    ('variations', {**chinese_variations, **english_variations}),
    ('scripts', script_kinds),
]


def write(line):
    print(json.dumps(line, ensure_ascii=False))


def drawn(among, ask):
    found = []
    for item in draw.sample(among, len(among)):
        query = ask(item)
        if query:
            found.append((query, item))
        if len(found) == per_kind:
            break
    return found


def rewritten(found, configs):
    """Each opencc configuration for its share of the queries."""
    shares = {config: found[at::len(configs)] for at, config in enumerate(configs)}
    for config, share in shares.items():
        queries = [query for query, _ in share]
        lines = converted('s2t', queries) if config == 't2jp' else queries
        yield from zip(converted(config, lines), (item for _, item in share))


for item in items + english + [item for some in scripted.values() for item in some]:
    write({'item': {name: value for name, value in item.items() if name != 'words'}})
for group, members in kinds:
    for kind, (among, ask) in members.items():
        found = drawn(among, ask)
        for query, item in rewritten(found, conversions[kind]) if kind in conversions else found:
            write({'kind': kind, 'group': group, 'query': query, 'title': item['title']})
