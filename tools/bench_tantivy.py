"""Builds a tantivy index of a corpus (a text a line, terms parted by blanks) and asks it each need, any word, best 50."""

import importlib.metadata
import json
import sys
import tempfile
import time

import tantivy


def build(corpus, folder):
    schema = tantivy.SchemaBuilder().add_text_field("body", stored=False, tokenizer_name="whitespace").build()
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(heap_size=512_000_000, num_threads=1)
    count = 0
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            writer.add_document(tantivy.Document(body=line.rstrip("\n")))
            count += 1
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index, schema, count


def ask(index, schema, words):
    terms = [tantivy.Query.term_query(schema, "body", word, index_option="freq") for word in words]
    query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
    return index.searcher().search(query, limit=50, count=False).hits


def main(corpus, needs):
    with open(needs, encoding="utf-8") as lines:
        asked = [line.split() for line in lines if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        index, schema, count = build(corpus, folder)
        built = time.perf_counter() - start
        for words in asked[:20]:
            ask(index, schema, words)
        times = []
        processor = []
        for words in asked:
            start, worked = time.perf_counter(), time.thread_time()
            ask(index, schema, words)
            processor.append((time.thread_time() - worked) * 1000)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    processor.sort()
    print(
        json.dumps(
            {
                "version": importlib.metadata.version("tantivy"),
                "documents": count,
                "buildSeconds": built,
                "median": times[len(times) // 2],
                "percentile95": times[min(len(times) - 1, len(times) * 95 // 100)],
                "processorMedian": processor[len(processor) // 2],
                "processorPercentile95": processor[min(len(processor) - 1, len(processor) * 95 // 100)],
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
