"""Bytes as they stand packed in an archive, and their unpacking up to what a file may hold."""

import zlib
from typing import Any, Final

from models.errors import StoreError
from models.untrusted import MAX_BYTES

STORED: Final = 0
DEFLATED: Final = 8
PACKINGS: Final = (STORED, DEFLATED)
"""Numbers that .zip gives to the ways of packing that are unpacked here."""


def inflated(content: bytes, packed: Any) -> bytes:
    """Return ``content`` as it was before it was packed; ``packed`` is [way, CRC-32] or None.

    Raises:
        StoreError: it is not what was packed, or larger than any file that is read.
    """
    if packed is None:
        return content
    way, checksum = packed
    if way == DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(content, MAX_BYTES + 1)
        except zlib.error as error:
            raise StoreError("zip_damaged") from error
        if len(content) > MAX_BYTES:
            raise StoreError("file_too_big", most=MAX_BYTES // 1024**2)
        if not stream.eof or stream.unused_data:
            raise StoreError("zip_damaged")
    if zlib.crc32(content) != checksum:
        raise StoreError("zip_damaged")
    return content
