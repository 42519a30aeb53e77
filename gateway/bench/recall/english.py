"""English titles of MARC 21 files."""
import re
import unicodedata
from collections import Counter, defaultdict

from lists import english_items
from setting import draw, most_alike, typo

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


def filed_names(item):
    return [name for name in item['agents'] if re.fullmatch(r'[^\W\d_]{3,}, [^\W\d_][^,]*', name)]


def family_of(filed):
    return filed.split(', ', 1)[0]


name_titles = defaultdict(set)
for item in english:
    for name in {one for filed in filed_names(item) for one in (filed, family_of(filed))}:
        for word in set(english_words(plain(item['title']).lower())):
            name_titles[name, word].add(item['title'])


def name_and_word(item):
    """
    A name as one says it or as it is filed, before or behind a word; only where most_alike titles at most have both: of
    145 works that one name and one word stand for, whichever ten come first are as right.
    """
    names = filed_names(item)
    words = english_words(item['title'])
    if not names or not words:
        return None
    filed, word = draw.choice(names), draw.choice(words)
    family, given = filed.split(', ', 1)
    said = draw.choice([filed, f'{given} {family}', family])
    if len(name_titles[family if said == family else filed, plain(word).lower()]) > most_alike:
        return None
    return ' '.join(draw.sample([said, word], 2))


def asked(item):
    words = english_words(item['title'])[:4]
    if len(words) < 2 or not selective(words):
        return None
    return draw.choice(['books about {}', 'do you have {}?', 'I am looking for {}', 'where can I find {}?', 'the book {}']).format(' '.join(words))


def other_number(item):
    """Singular for plural, or plural for singular."""
    words = english_words(item['title'])[:5]
    able = [at for at, word in enumerate(words) if len(word) >= 5 and not word.endswith('ss')]
    if len(words) < 2 or not able or not selective(words):
        return None
    at = draw.choice(able)
    words[at] = words[at][:-1] if words[at].endswith('s') else words[at] + 's'
    return ' '.join(words)


def isbn_otherwise(item):
    """ISBN-10 for 13 and 13 for 10, with hyphens, blanks or neither; only where the number is right."""
    for isbn in item.get('isbn', []):
        body = isbn[3:12] if len(isbn) == 13 else isbn[:9]
        ten = str(-sum((10 - at) * int(digit) for at, digit in enumerate(body)) % 11).replace('10', 'X')
        thirteen = str(-sum((1, 3)[at % 2] * int(digit) for at, digit in enumerate('978' + body)) % 10)
        if isbn not in (body + ten, '978' + body + thirteen) or isbns[body] > most_alike:
            continue
        short = f'{body[0]}-{body[1:4]}-{body[4:]}-{ten}'
        long = f'978-{body[0]}-{body[1:4]}-{body[4:]}-{thirteen}'
        return draw.choice([body + ten, '978' + body + thirteen, short, long, long.replace('-', ' '), f'ISBN {short}', f'ISBN：{long}'])
    return None


def is_issn(text):
    digits = text.replace('-', '')
    return -sum((8 - at) * int(digit) for at, digit in enumerate(digits[:7])) % 11 == (10 if digits[7] == 'X' else int(digits[7]))


def issn_otherwise(item):
    issn = next((one for one in item.get('issn', []) if is_issn(one)), None)
    if issn is None or sum(issn in one.get('issn', []) for one in english) > most_alike:
        return None
    return draw.choice([issn, issn.replace('-', ''), f'ISSN {issn}', issn.lower()])


def call_number(item):
    shelf = item.get('callNumber', [None])[0]
    if shelf is None or len(shelf) < 8 or sum(shelf in one.get('callNumber', []) for one in english) > most_alike:
        return None
    return draw.choice([shelf, shelf.lower(), shelf.replace(' .', '.'), re.sub(r'(?<=[A-Z])(?=\d)', ' ', shelf, count=1)])


def in_one(item):
    """Two neighbours without their blank."""
    words = first_words(item)
    places = [at for at in range(len(words or []) - 1) if f'{words[at]} {words[at + 1]}' in item['title']]
    if not places:
        return None
    at = draw.choice(places)
    return ' '.join(words[:at] + [words[at] + words[at + 1]] + words[at + 2:])


def in_two(item):
    """A blank in a long word."""
    words = first_words(item)
    long = [at for at, word in enumerate(words or []) if len(word) >= 6]
    if not long:
        return None
    at = draw.choice(long)
    place = draw.randrange(3, len(words[at]) - 2)
    return ' '.join(words[:at] + [words[at][:place], words[at][place:]] + words[at + 1:])


def first_words(item):
    words = english_words(item['title'])[:4]
    return words if len(words) >= 2 and selective(words) else None


isbns = Counter(isbn[3:12] if len(isbn) == 13 else isbn[:9] for item in english for isbn in item.get('isbn', []))
english_kinds = {
    'English: title': (english, lambda item: item['title']),
    'English: inner words': (english, inner_words),
    'English: one typo': (english, one_typo),
    'English: accents left out': (english, unaccented),
    'English: accents put in': (english, accented),
    'English: other order': (english, other_order),
}
english_variations = {
    'English: name and word': (english, name_and_word),
    'English: asked as a question': (english, asked),
    'English: other number': (english, other_number),
    'English: words joined': (english, in_one),
    'English: word split': (english, in_two),
    'ISBN written otherwise': (english, isbn_otherwise),
    'ISSN': (english, issn_otherwise),
    'call number': (english, call_number),
}
