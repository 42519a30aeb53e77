"""Chinese titles, asked for as the table of kinds says."""
import re
import subprocess
from collections import Counter, defaultdict

import jieba
import pypinyin

from lists import chinese_items
from setting import draw, han, most_alike


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


def of_frequent():
    return draw.choice(frequent)
