"""Known items and what readers type to find them, drawn with a seed from real lists, one JSON object a line.

    draw.py CORPUS SEED PER_KIND

The tools (opencc, jieba, pypinyin) are not those that the product folds with: a rule that both shared would hide its own mistakes.
"""
import glob
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter, defaultdict

import jieba
import pypinyin

corpus, seed, per_kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
draw = random.Random(seed)
sheet = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
# A piece of a title that more titles than this have is no known item: any ten of them would be as right.
most_alike = 10


def texts_of(element):
    return ''.join(part.text or '' for part in element.iter(sheet + 't'))


def rows_of(path):
    book = zipfile.ZipFile(path)
    names = book.namelist()
    shared = []
    if 'xl/sharedStrings.xml' in names:
        root = ElementTree.parse(book.open('xl/sharedStrings.xml')).getroot()
        shared = [texts_of(item) for item in root.iter(sheet + 'si')]
    for name in sorted(name for name in names if name.startswith('xl/worksheets/sheet')):
        for row in ElementTree.parse(book.open(name)).getroot().iter(sheet + 'row'):
            cells = []
            for cell in row.iter(sheet + 'c'):
                value = cell.find(sheet + 'v')
                kind = cell.get('t')
                text = '' if value is None else value.text or ''
                cells.append(shared[int(text)] if kind == 's' else texts_of(cell) if kind == 'inlineStr' else text)
            yield cells


def chinese_items():
    """书名, 作者, 出版社 of the book lists, each title and author once."""
    seen = set()
    for path in sorted(glob.glob(f'{corpus}/chinese/douban-booklists/*.xlsx')):
        for cells in rows_of(path):
            if len(cells) < 6 or cells[1] in ('', '书名'):
                continue
            title = cells[1].strip()
            agents = re.sub(r'^作者/译者：', '', cells[4])
            publisher = re.sub(r'^出版信息：', '', cells[5]).split('/')[0].strip()
            names = [clean_name(name) for name in agents.split('/')]
            names = [name for name in names if name]
            if (title, tuple(names)) not in seen:
                seen.add((title, tuple(names)))
                yield {'title': title, 'agents': names, 'publisher': publisher, 'language': 'chi'}


def clean_name(name):
    name = re.sub(r'[\[(（【〔].*?[\])）】〕]', '', name)
    return re.sub(r'\s+(著|编|译|主编|编著|续|文|图|编译)\s*$', '', name.strip()).strip()


def english_items():
    """Titles of MARC 21 files that say they are English and UTF-8 or ASCII."""
    seen = set()
    for path in sorted(glob.glob(f'{corpus}/marc21/**/*.mrc', recursive=True)):
        with open(path, 'rb') as file:
            data = file.read()
        for record in data.split(b'\x1d'):
            item = english_item(record.lstrip(b'\r\n'))
            if item and item['title'] not in seen:
                seen.add(item['title'])
                yield item


def english_item(record):
    try:
        base = int(record[12:17])
        fields = defaultdict(list)
        for at in range(24, base - 1, 12):
            tag = record[at:at + 3].decode('ascii')
            length, start = int(record[at + 3:at + 7]), int(record[at + 7:at + 12])
            fields[tag].append(record[base + start:base + start + length - 1].decode('utf-8'))
    except (ValueError, UnicodeDecodeError):
        return None
    if not fields['245'] or fields['008'][:1] == [] or fields['008'][0][35:38] != 'eng':
        return None
    parts = dict((part[:1], part[1:]) for part in reversed(fields['245'][0].split('\x1f')[1:]))
    title = ' '.join(parts[code].strip() for code in 'abnp' if code in parts)
    title = re.sub(r'\s*[/:;,.=]\s*$', '', title).strip()
    names = [re.sub(r'[,.\s]+$', '', part[1:]) for tag in ('100', '700') for field in fields[tag]
             for part in field.split('\x1f')[1:] if part[0] == 'a']
    if len(title) < 8:
        return None
    return {'title': unicodedata.normalize('NFC', title), 'agents': names, 'publisher': '', 'language': 'eng'}


def traditional(texts):
    for config in ('s2t', 's2tw', 's2hk'):
        done = subprocess.run(['opencc', '-c', config], input='\n'.join(texts[config]), capture_output=True, text=True, check=True)
        yield config, done.stdout.split('\n')


han = re.compile(r'^[\u4e00-\u9fff]+$')


def syllables(text):
    return pypinyin.lazy_pinyin(text, style=pypinyin.Style.NORMAL, errors='ignore')


def initials(text):
    return ''.join(pypinyin.lazy_pinyin(text, style=pypinyin.Style.FIRST_LETTER, errors='ignore'))


def replaced(title):
    """One character replaced by another that sounds alike, which is as frequent in these titles."""
    for at in draw.sample(range(len(title)), len(title)):
        alike = [one for one in sounding[syllables(title[at])[0]] if one != title[at]]
        if alike:
            return title[:at] + draw.choice(alike) + title[at + 1:]
    return None


def wrong(title):
    at = draw.randrange(len(title))
    other = draw.choice([one for one in frequent if syllables(one) != syllables(title[at])])
    return title[:at] + other + title[at + 1:]


def swapped(title):
    places = [at for at in range(len(title) - 1) if title[at] != title[at + 1]]
    if not places:
        return None
    at = draw.choice(places)
    return title[:at] + title[at + 1] + title[at] + title[at + 2:]


def omitted(title):
    at = draw.randrange(len(title))
    return title[:at] + title[at + 1:]


def words_of(title):
    return [word for word in jieba.cut(title) if len(word) >= 2 and han.match(word)]


def across(title):
    """Two or three characters that begin inside one of jieba's words and end inside another, or are part of one."""
    ends, at = set(), 0
    for word in jieba.cut(title):
        at += len(word)
        ends.add(at)
    pieces = [title[start:start + size] for size in (2, 3) for start in range(len(title) - size + 1)
              if start != 0 and (start not in ends or start + size not in ends)]
    return [piece for piece in pieces if han.match(piece)]


def rare(pieces):
    return [piece for piece in pieces if sum(1 for _ in zip(range(most_alike + 1), titles_with(piece))) <= most_alike]


def titles_with(piece):
    """Whatever script they are in."""
    plain = ''.join(simplified_of[character] for character in piece)
    return (one for one in by_character[plain[0]] if plain in one)


items = list(chinese_items())
wholly = [item for item in items if han.match(item['title']) and 4 <= len(item['title']) <= 16]
characters = sorted({character for item in items for character in item['title']})
done = subprocess.run(['opencc', '-c', 't2s'], input='\n'.join(characters), capture_output=True, text=True, check=True)
simplified_of = dict(zip(characters, done.stdout.split('\n')))
by_character = defaultdict(list)
for title in sorted({item['title'] for item in items}):
    plain = ''.join(simplified_of[character] for character in title)
    for character in set(plain):
        by_character[character].append(plain)
counts = Counter(character for item in wholly for character in item['title'])
frequent = [character for character, _ in counts.most_common(1500)]
sounding = defaultdict(list)
for character in frequent:
    sounding[syllables(character)[0]].append(character)
sounds = {item['title']: syllables(item['title']) for item in wholly}
with_sounds = Counter()
for title in {item['title'] for item in wholly}:
    own = sounds[title]
    for piece in {tuple(own[at:at + 4]) for at in range(len(own) - 3)}:
        with_sounds[piece] += 1
beginnings = Counter(initials(title) for title in {item['title'] for item in wholly})


def one_of(pieces):
    kept = rare(pieces)
    return draw.choice(kept) if kept else None


def author_and_word(item):
    names = [name for name in item['agents'] if han.match(name) and 2 <= len(name) <= 12]
    words = words_of(item['title'])
    if not names or not words:
        return None
    pair = [draw.choice(names), draw.choice(words)]
    return ' '.join(pair if draw.random() < 0.5 else reversed(pair))


def mixed(item):
    title = item['title']
    if not re.search(r'[A-Za-z]{2}', title) or not re.search(r'[\u4e00-\u9fff]{2}', title):
        return None
    latin = re.findall(r'[A-Za-z][A-Za-z+#.]*', title)
    words = words_of(title)
    if not words:
        return None
    chosen = draw.choice([word for word in latin])
    word = draw.choice(words)
    if len(rare([word])) == 0 and sum(1 for one in titles_with(word) if chosen in one) > most_alike:
        return title
    return draw.choice([title, f'{chosen} {word}', f'{word} {chosen}'])


def inner_syllables(item):
    own = sounds[item['title']]
    pieces = [tuple(own[at:at + 4]) for at in range(1, len(own) - 3)]
    pieces = [piece for piece in pieces if with_sounds[piece] <= most_alike]
    return ''.join(draw.choice(pieces)) if pieces else None


def whole_initials(item):
    typed = initials(item['title'])
    return typed if len(typed) >= 5 and beginnings[typed] <= most_alike else None


chinese_kinds = {
    'exact title': (items, lambda item: item['title']),
    'whole word from inside': (wholly, lambda item: one_of(words_of(item['title'][1:]))),
    'word across or inside words': (wholly, lambda item: one_of(across(item['title']))),
    'traditional': (wholly, lambda item: item['title']),
    'pinyin, joined': (wholly, lambda item: ''.join(sounds[item['title']])),
    'pinyin, spaced': (wholly, lambda item: ' '.join(sounds[item['title']])),
    'four inner syllables, joined': (wholly, inner_syllables),
    'initials': (wholly, whole_initials),
    'homophone': (wholly, lambda item: replaced(item['title'])),
    'character left out': ([item for item in wholly if len(item['title']) >= 5], lambda item: omitted(item['title'])),
    'neighbours swapped': (wholly, lambda item: swapped(item['title'])),
    'wrong character': ([item for item in wholly if len(item['title']) >= 5], lambda item: wrong(item['title'])),
    'author and a word': (items, author_and_word),
    'Latin and Chinese mixed': (items, mixed),
}

english = list(english_items())
function_words = set('the of and in a an to for on by with from at its or as is'.split())


def plain(text):
    return ''.join(one for one in unicodedata.normalize('NFD', text) if not unicodedata.combining(one))


def english_words(title):
    return [word for word in re.findall(r"[^\W\d_]+", title) if word.lower() not in function_words and len(word) > 2]


word_titles = defaultdict(set)
for item in english:
    for word in english_words(plain(item['title']).lower()):
        word_titles[word].add(item['title'])


def selective(words):
    found = set.intersection(*(word_titles[plain(word).lower()] for word in words))
    return len(found) <= most_alike


def inner_words(item):
    words = english_words(item['title'])[1:]
    if len(words) < 3:
        return None
    at = draw.randrange(len(words) - 1)
    chosen = words[at:at + draw.choice([2, 3])]
    return ' '.join(chosen) if selective(chosen) else None


def one_typo(item):
    words = english_words(item['title'])[:5]
    long = [at for at, word in enumerate(words) if len(word) >= 5]
    if len(words) < 2 or not long or not selective(words):
        return None
    at = draw.choice(long)
    words[at] = typo(words[at])
    return ' '.join(words)


def typo(word):
    at = draw.randrange(1, len(word) - 1)
    letter = draw.choice('abcdefghijklmnopqrstuvwxyz')
    return draw.choice([
        word[:at] + letter + word[at + 1:],
        word[:at] + word[at + 1:],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2:],
    ])


def unaccented(item):
    title = item['title']
    return plain(title) if plain(title) != title else None


def accented(item):
    """As one types who sets marks that the catalogue leaves out."""
    words = english_words(item['title'])
    if len(words) < 2 or not selective(words):
        return None
    marks = {'a': 'á', 'e': 'é', 'i': 'ï', 'o': 'ö', 'u': 'ü', 'c': 'ç', 'n': 'ñ'}
    at = [place for place, letter in enumerate(item['title']) if letter in marks]
    if not at:
        return None
    place = draw.choice(at)
    return item['title'][:place] + marks[item['title'][place]] + item['title'][place + 1:]


def other_order(item):
    words = english_words(item['title'])[:6]
    if len(words) < 3 or not selective(words):
        return None
    return ' '.join(draw.sample(words, len(words)))


english_kinds = {
    'English: title': (english, lambda item: item['title']),
    'English: inner words': (english, inner_words),
    'English: one typo': (english, one_typo),
    'English: accents left out': (english, unaccented),
    'English: accents put in': (english, accented),
    'English: other order': (english, other_order),
}

for item in items + english:
    print(json.dumps({'item': item}, ensure_ascii=False))
for kind, (among, ask) in {**chinese_kinds, **english_kinds}.items():
    found = []
    for item in draw.sample(among, len(among)):
        query = ask(item)
        if query:
            found.append((query, item))
        if len(found) == per_kind:
            break
    if kind == 'traditional':
        shares = {config: found[at::3] for at, config in enumerate(('s2t', 's2tw', 's2hk'))}
        texts = {config: [query for query, _ in share] for config, share in shares.items()}
        found = [(query, item) for config, lines in traditional(texts) for query, (_, item) in zip(lines, shares[config])]
    for query, item in found:
        print(json.dumps({'kind': kind, 'query': query, 'title': item['title']}, ensure_ascii=False))
