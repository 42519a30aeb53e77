"""The lists: titles, names and numbers as they stand in the corpus."""
import glob
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import defaultdict

from setting import corpus

sheet = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


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
    return {'title': unicodedata.normalize('NFC', title), 'agents': names, 'publisher': '', 'language': 'eng', **numbers_of(fields)}


def numbers_of(fields):
    """Its ISBNs and ISSN as they are written, and a call number: a class and what follows it."""
    first = lambda tag, code: [part[1:].strip() for field in fields[tag] for part in field.split('\x1f')[1:] if part[:1] == code]
    isbn = [found.group() for text in first('020', 'a') if (found := re.match(r'97[89]\d{10}|\d{9}[\dX]', text.replace('-', '')))]
    issn = [found.group() for text in first('022', 'a') if (found := re.match(r'\d{4}-\d{3}[\dX]', text))]
    shelf = [' '.join(part[1:].strip() for part in field.split('\x1f')[1:] if part[:1] in ('a', 'b')) for field in fields['050'] + fields['090']]
    numbers = {'isbn': isbn, 'issn': issn, 'callNumber': shelf[:1]}
    return {name: values for name, values in numbers.items() if values}
