"""Titles in other scripts, made of words of each; asked for by a piece, a stem, or without the marks that readers leave out."""
import re

from setting import draw, most_alike

many = 1500
words = {
    'Cyrillic': ('rus', '''история литературы библиотека наука искусство московский народный русский древний новый очерки введение
        учебник словарь математика физика химия география языкознание поэзия роман рассказы повесть письма дневник воспоминания
        путешествие война мирный революция деревня город река лесной северный восточный культура музыка театр живопись
        архитектура право экономика философия религия ребёнок чёрный берёза самолёт полёт объём счёт учёный отчёт
        майский йодный район случайный''', 'Иванов Петров Сидорова Кузнецов Смирнова Попов Васильева Соколов Михайлова Новиков Фёдоров Морозова Волков Алексеева'),
    'Arabic': ('ara', '''تاريخ الأدب العربي مكتبة العلوم الإسلامية كتاب الفقه أصول الدين مقدمة دراسات في اللغة النحو الصرف شعر ديوان قصص
        رواية رحلة مدينة بغداد دمشق القاهرة الأندلس المغرب حضارة فلسفة منطق طب هندسة رياضيات فلك جغرافيا
        اقتصاد قانون سياسة ثقافة موسيقى مسرح تربية تعليم أطفال نساء إدارة مستشفى مبنى''', 'الأحمدي المصري البغدادي الشامي القرطبي الطبري السيوطي الجاحظ الفارابي الرازي'),
    'Korean': ('kor', '''한국 조선 고려 문학 역사 도서관 과학 예술 철학 종교 경제 사회 교육 언어 음악 미술 건축 영화 소설 시집 수필 일기 여행
        전쟁 평화 혁명 농촌 도시 강산 바다 하늘 문화 정보 기술 컴퓨터 수학 물리 화학 생물 의학 법률 정치 여성 어린이 연구 입문 개론
        이야기 사전 연표''', '김철수 이영희 박민수 최지우 정하늘 강바다 조은별 윤서준 장미란 임꺽정'),
    'Japanese': ('jpn', '''日本 近代 文学 歴史 図書館 科学 芸術 哲学 宗教 経済 社会 教育 言語 音楽 美術 建築 映画 小説 詩集 随筆 日記 旅行
        戦争 平和 革命 農村 都市 自然 文化 情報 技術 コンピュータ プログラミング データベース ネットワーク デザイン 数学 物理 化学
        生物 医学 法律 政治 女性 こども 研究 入門 概論 ものがたり はじめて やさしい うつくしい 学習 変遷''', '夏目漱石 芥川太郎 川端花子 大江一郎 村上さくら 吉本ばなな 高橋みどり 渡辺ひろし'),
}
joiners = {'Cyrillic': ' ', 'Arabic': ' ', 'Korean': ' ', 'Japanese': ''}
particles = {'Korean': ['의 ', '와 ', ' ', ' '], 'Japanese': ['の', 'と', '', '']}


def titles(script):
    language, listed, names = words[script]
    listed, names, seen = listed.split(), names.split(), set()
    while len(seen) < many:
        chosen = draw.sample(listed, draw.randint(3, 5))
        title = ''.join(word + draw.choice(particles.get(script, [joiners[script]])) for word in chosen[:-1]) + chosen[-1]
        title = title[0].upper() + title[1:] if script == 'Cyrillic' else title
        if title not in seen:
            seen.add(title)
            yield {'title': title, 'agents': [draw.choice(names)], 'publisher': '', 'language': language, 'words': chosen}


def found_by(query, items):
    return sum(1 for item in items if all(piece in item['title'].lower() for piece in query.lower().split()))


def pair(item, items):
    query = ' '.join(draw.sample(item['words'], 3))
    return query if found_by(query, items) <= most_alike else None


def piece(item, items):
    """Characters side by side, where no blank says what is a word."""
    title = item['title'].lower()
    size = min(len(title) - 2, draw.randint(5, 9))
    at = draw.randrange(1, len(title) - size + 1)
    query = title[at:at + size].strip()
    return query if len(query) >= 5 and sum(1 for one in items if query in one['title'].lower()) <= most_alike else None


def stems(item, items):
    query = ' '.join(word[:max(3, len(word) - 2)] for word in draw.sample(item['words'], 3))
    return query if found_by(query, items) <= most_alike else None


marks = [('ё', 'е'), ('أ', 'ا'), ('إ', 'ا'), ('ى', 'ي'), ('ة', 'ه'), ('図', '圖'), ('芸', '藝'), ('学', '學'), ('コンピュータ', 'コンピューター'), ('ータ', '－タ')]


def unmarked(item, items):
    title = item['title']
    for mark, plain in draw.sample(marks, len(marks)):
        if mark in title:
            return title.replace(mark, plain)
    if item['language'] == 'ara':
        return re.sub(r'(?<=\w)(?=\w)', '\u064e', title, count=2)
    return None


def author(item, items):
    query = f"{item['agents'][0]} {' '.join(draw.sample(item['words'], 3))}"
    return query if found_by(query.split(' ', 1)[1], items) <= most_alike else None


unasked = {('Cyrillic', 'piece'), ('Arabic', 'piece'), ('Korean', 'written otherwise')}
ways = {'title': lambda item, items: item['title'], 'words': pair, 'piece': piece, 'stems': stems, 'written otherwise': unmarked, 'author and words': author}
scripted = {script: list(titles(script)) for script in words}
script_kinds = {
    f'{script}: {way}': (items, lambda item, ask=ask, items=items: ask(item, items))
    for script, items in scripted.items() for way, ask in ways.items() if (script, way) not in unasked
}
