"""Chinese titles, asked for in ways that the table of kinds does not name."""
import re
import subprocess
from collections import Counter

import jieba
import pypinyin

from chinese import beginnings, initials, items, of_frequent, sounds, syllables, with_sounds, wholly, words_of, rare
from setting import draw, han, most_alike, typo

digits = '零一二三四五六七八九十'


def with_tones(item):
    """Marks, or a number behind each syllable."""
    style, between = draw.choice([(pypinyin.Style.TONE, ' '), (pypinyin.Style.TONE, ''), (pypinyin.Style.TONE3, ' '), (pypinyin.Style.TONE3, '')])
    return between.join(pypinyin.lazy_pinyin(item['title'], style=style, errors='ignore'))


def with_umlaut(item):
    own = sounds[item['title']]
    if not any('v' in syllable for syllable in own):
        return None
    umlaut = draw.choice(['v', 'ü', 'u:', 'u'])
    return draw.choice(['', ' ']).join(own).replace('v', umlaut)


def by_words(item):
    """As GB/T 16159 writes it: the syllables of a word together, an apostrophe before a vowel."""
    words = [syllables(word) for word in jieba.cut(item['title'])]
    joined = [''.join(("'" if at and one[:1] in 'aeo' else '') + one for at, one in enumerate(word)) for word in words]
    text = ' '.join(joined)
    return draw.choice([text, text.title()])


def syllables_then_initials(item):
    own = sounds[item['title']]
    if len(own) < 5 or beginnings[initials(item['title'])] > most_alike:
        return None
    at = draw.choice([1, 2])
    rest = ''.join(syllable[0] for syllable in own[at:])
    return ''.join(own[:at]) + draw.choice(['', ' ']) + rest


confused = [('zh', 'z'), ('ch', 'c'), ('sh', 's'), ('ang', 'an'), ('eng', 'en'), ('ing', 'in'), ('n', 'l'), ('l', 'n'), ('z', 'zh'), ('s', 'sh')]


def as_heard(item):
    """One syllable as those write it who do not tell zh from z, or -ng from -n."""
    own = list(sounds[item['title']])
    if len(own) < 5:
        return None
    for at in draw.sample(range(len(own)), len(own)):
        for one, other in draw.sample(confused, len(confused)):
            isEnd = one[0] in 'aei'
            if own[at].endswith(one) if isEnd else own[at].startswith(one) and not own[at].startswith(one + 'h'):
                own[at] = own[at][:-len(one)] + other if isEnd else other + own[at][len(one):]
                return draw.choice(['', ' ']).join(own)
    return None


def converted(config, texts):
    done = subprocess.run(['opencc', '-c', config], input='\n'.join(texts), capture_output=True, text=True, check=True)
    return done.stdout.split('\n')


def numbers_otherwise(item):
    title = item['title']
    small = re.search(r'(?<![\d.])(\d{1,2})(?=[\u4e00-\u9fff])|(?<=第)(\d{1,2})', title)
    said = re.search(r'第([一二三四五六七八九十]{1,3})(?=[卷册部版章辑讲集])|([一二三四五六七八九]?十[一二三四五六七八九]?)(?=[世年章讲课回天个])', title)
    if small:
        return title[:small.start()] + in_han(int(small.group())) + title[small.end():]
    if said:
        text = said.group(1) or said.group(2)
        at = said.start(1) if said.group(1) else said.start(2)
        return f'{title[:at]}{in_digits(text)}{title[at + len(text):]}'
    return None


def in_han(number):
    tens, ones = divmod(number, 10)
    return (('' if tens == 1 else digits[tens]) + '十' if tens else '') + (digits[ones] if ones or not tens else '')


def in_digits(text):
    before, ten, after = text.partition('十')
    if not ten:
        return ''.join(str(digits.index(one)) for one in text)
    return (digits.index(before) if before else 1) * 10 + (digits.index(after) if after else 0)


def full_width(item):
    title = item['title']
    if not re.search(r'[A-Za-z0-9]', title) or not re.search(r'[\u4e00-\u9fff]', title):
        return None
    return ''.join(chr(ord(one) + 0xfee0) if '!' <= one <= '~' else one for one in title)


def author_of(item):
    names = [name for name in item['agents'] if han.match(name) and 2 <= len(name) <= 4]
    return draw.choice(names) if names and len(item['title']) >= 2 else None


def author_and_title(item):
    author = author_of(item)
    if author is None or not han.match(item['title']):
        return None
    return draw.choice(['{} {}', '{}《{}》', '{}的{}', '{}{}', '{1} {0}', '{1}{0}', '{1}，{0}', '{1}/{0}']).format(author, item['title'])


alike = '己已巳|末未|土士|日曰|人入八|大太犬|天夫无|千干于|王玉主|目且|候侯|晴睛请情清|折拆析|住往佳|比此|午牛|刀力|历厉|师帅|今令|免兔|鸟乌|间问闻|办为|传转|体休|代伐|设没|治冶|第弟|商商|西酉|拔拨|抢抡|渴喝|扬杨|科料|课裸|微徽|真直|学字|经径|开井|名各|国围困|理埋|生主|中申|心必|史吏|书韦'
look_alikes = {one: [other for other in group if other != one] for group in alike.split('|') for one in group}


def look_alike(item):
    title = item['title']
    places = [at for at, one in enumerate(title) if look_alikes.get(one)]
    if len(title) < 4 or not places:
        return None
    at = draw.choice(places)
    return title[:at] + draw.choice(look_alikes[title[at]]) + title[at + 1:]


def one_more(item):
    title = item['title']
    if len(title) < 4:
        return None
    at = draw.randrange(1, len(title))
    return title[:at] + draw.choice([title[at - 1], of_frequent()]) + title[at:]


def two_words(item):
    words = words_of(item['title'][1:])
    if len(words) < 2:
        return None
    pair = draw.sample(words, 2)
    return ' '.join(pair) if any(rare([word]) for word in pair) else None


def other_signs(item):
    title = item['title']
    if not re.search(r'[：:—\-·，（(《“、！？]', title) or not re.search(r'[\u4e00-\u9fff]{2}', title):
        return None
    sign = draw.choice([' ', '', ':', '——', '－', '/', '.', '，'])
    return re.sub(r'[：:—\-·，（()）《》“”、！？]+', sign, title).strip()


questions = ['有没有{}的书', '有没有《{}》', '请问{}在哪里', '我想借{}', '{}这本书有吗', '想找一本{}', '你们有{}吗？', '{}还有吗', '帮我找一下{}', '图书馆有{}吗']


def asked(item):
    return draw.choice(questions).format(item['title']) if han.match(item['title']) and len(item['title']) >= 4 else None


def with_author_question(item):
    author = author_of(item)
    return draw.choice(['{}写的{}', '{}的{}在哪', '有{}的《{}》吗']).format(author, item['title']) if author else None


def misspelt(item):
    """Pinyin with one letter left out, doubled, exchanged with the next or taken for another."""
    own = list(sounds[item['title']])
    places = [at for at, syllable in enumerate(own) if len(syllable) >= 3]
    if len(own) < 5 or not places:
        return None
    at = draw.choice(places)
    own[at] = typo(own[at])
    return draw.choice(['', ' ']).join(own)


def character_by_character(item):
    """By the first reading of each character, as those write it who look none of the words up."""
    own = [syllables(character)[0] for character in item['title']]
    return draw.choice(['', ' ']).join(own) if own != sounds[item['title']] else None


def halves_swapped(item):
    words = list(jieba.cut(item['title']))
    if len(words) < 2:
        return None
    at = draw.randrange(1, len(words))
    return ''.join(words[at:] + words[:at])


def before_colon(item):
    before = re.split('[：:]', item['title'])[0]
    return before if before != item['title'] and len(before) >= 3 and han.match(before) and rare([before]) else None


names_sounding = Counter(tuple(syllables(name)) for item in items for name in item['agents'] if han.match(name))


def author_sounding(item):
    """A name that is no longer name's beginning or end: of those there would be more than ten."""
    author = author_of(item)
    if author is None or len(author) < 3:
        return None
    own = tuple(syllables(author))
    alike = sum(names_sounding[own[:size]] for size in (2, 3, 4)) + with_sounds[own]
    return draw.choice(['', ' ']).join(own) if alike <= most_alike else None


chinese_variations = {
    'pinyin with a wrong letter': (wholly, misspelt),
    'pinyin, character by character': (wholly, character_by_character),
    'halves swapped': ([item for item in wholly if len(item['title']) >= 5], halves_swapped),
    'title before a colon': (items, before_colon),
    'author in pinyin': (items, author_sounding),
    'pinyin with tones': (wholly, with_tones),
    'pinyin with ü, v, u:': (wholly, with_umlaut),
    'pinyin by words': (wholly, by_words),
    'syllables, then initials': (wholly, syllables_then_initials),
    'pinyin as heard': (wholly, as_heard),
    'Japanese forms': (wholly, lambda item: item['title']),
    'Taiwan words': (wholly, lambda item: item['title']),
    'numbers written otherwise': (items, numbers_otherwise),
    'full width': (items, full_width),
    'author and title': (items, author_and_title),
    'look-alike character': (wholly, look_alike),
    'one character more': (wholly, one_more),
    'two inner words': (items, two_words),
    'other signs': (items, other_signs),
    'asked as a question': (items, asked),
    'asked with the author': (wholly, with_author_question),
}
conversions = {
    'traditional': ('s2t', 's2tw', 's2hk'),
    'Japanese forms': ('t2jp',),
    'Taiwan words': ('s2twp',),
}
