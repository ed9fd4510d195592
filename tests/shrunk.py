"""Screenshots with a palette of at most 256 colours, a third of the size: the browser counts the colours, zlib does the rest."""

import struct
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_COUNT = """async (source) => {
  const bitmap = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const drawing = canvas.getContext("2d");
  drawing.drawImage(bitmap, 0, 0);
  const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
  const seen = new Uint32Array(data.buffer); // a pixel a number, so that equal ones are found at once
  const tally = new Map();
  for (const pixel of seen) tally.set(pixel, (tally.get(pixel) ?? 0) + 1);
  const split = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const ordered = [...tally].sort((a, b) => b[1] - a[1]);
  const palette = ordered.slice(0, 96).map(([pixel]) => split(pixel)); // grounds and inks, as they are
  const index = new Map(ordered.slice(0, 96).map(([pixel], i) => [pixel, i]));
  const bins = new Map(); // the rest by four bits of each channel: the sums of their channels
  const of = ([r, g, b]) => ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
  for (const [pixel, n] of ordered.slice(96)) {
    const c = split(pixel);
    const bin = bins.get(of(c)) ?? [0, 0, 0, 0, []];
    bin[0] += n;
    for (let i = 0; i < 3; i += 1) bin[i + 1] += n * c[i];
    bin[4].push(pixel);
    bins.set(of(c), bin);
  }
  const nearest = (c) => palette.reduce((best, p, i) => {
    const far = Math.abs(p[0] - c[0]) + Math.abs(p[1] - c[1]) + Math.abs(p[2] - c[2]);
    return far < best[0] ? [far, i] : best;
  }, [Infinity, 0])[1];
  for (const [n, r, g, b, pixels] of [...bins.values()].sort((a, b) => b[0] - a[0])) {
    const c = [r / n, g / n, b / n].map(Math.round);
    const at = palette.length < 256 ? palette.push(c) - 1 : nearest(c);
    for (const pixel of pixels) index.set(pixel, at);
  }
  let pixels = "";
  for (const pixel of seen) pixels += String.fromCharCode(index.get(pixel));
  return [bitmap.width, bitmap.height, palette, btoa(pixels)];
}"""


def shrunk(page: "Page", picture: bytes) -> bytes:
    """A PNG with fewer colours; the most frequent ones stay what they are, each other one is the mean of those that
    it stands for. `page` is any
    page whose policy lets its own scripts fetch data: addresses, as that of about:blank."""
    width, height, palette, pixels = page.evaluate(_COUNT, f"data:image/png;base64,{b64encode(picture).decode()}")
    rows = b64decode(pixels)
    lines = b"".join(b"\0" + rows[at : at + width] for at in range(0, width * height, width))
    colours = bytes(channel for colour in palette for channel in colour)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", colours),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
