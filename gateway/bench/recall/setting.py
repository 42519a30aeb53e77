"""What every part of the drawing shares: where the lists are, and the one source of chance."""
import random
import re
import sys

corpus, seed, per_kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
draw = random.Random(seed)
# A piece of a title that more titles than this have is no known item: any ten of them would be as right.
most_alike = 10
han = re.compile(r'^[\u4e00-\u9fff]+$')


def typo(word):
    at = draw.randrange(1, len(word) - 1)
    letter = draw.choice('abcdefghijklmnopqrstuvwxyz')
    return draw.choice([
        word[:at] + letter + word[at + 1:],
        word[:at] + word[at + 1:],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2:],
    ])
