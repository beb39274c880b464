#!/usr/bin/env python3
"""Packs the Library of Congress MARC-8 table into src/Polaris.Client.Marc/Encodings/marc8.bin.

  pack-marc8.py codetables.xml.gz marc8.bin

For each character set: final byte, number of entries, the codes as deltas, the code points as zigzag deltas (all as
variable-length integers), then one bit per entry that marks combining characters; all of it deflated.
"""
import gzip, sys, zlib
import xml.etree.ElementTree as ET


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


zigzag = lambda n: n << 1 if n >= 0 else (-n << 1) - 1
out = bytearray()
for charset in ET.parse(gzip.open(sys.argv[1])).iter("characterSet"):
    final = int(charset.get("ISOcode"), 16)
    if final == 0x42:
        continue  # ASCII
    entries = sorted((int(c.findtext("marc"), 16), int(c.findtext("ucs") or "0", 16), c.findtext("isCombining") == "true")
                     for c in charset.iter("code") if c.findtext("marc"))
    if final != 0x45:
        entries = [e for e in entries if not (e[0] <= 0x20)]
    out += bytes([final]) + varint(len(entries))
    last = 0
    for code, _, _ in entries:
        out += varint(code - last)
        last = code
    last = 0
    for _, point, _ in entries:
        out += varint(zigzag(point - last))
        last = point
    for i in range(0, len(entries), 8):
        out.append(sum(1 << k for k, e in enumerate(entries[i:i + 8]) if e[2]))
z = zlib.compressobj(9, zlib.DEFLATED, -15)
open(sys.argv[2], "wb").write(z.compress(bytes(out)) + z.flush())
