"""What a run and its worker processes say to each other: tasks, answers, and how they are sent."""

from __future__ import annotations

import struct
from typing import IO

import msgspec

from .config import Config
from .findings import FileResult

HEAD = struct.Struct("<I")
# A worker's first message: it could be started.
READY = b"ready"


class Wish(msgspec.Struct, frozen=True, array_like=True):
    """What a run does besides linting: make safe fixes, or the unsafe ones too."""

    fix: bool = False
    unsafe: bool = False


class Task(msgspec.Struct, array_like=True):
    """A file for a worker process: its bytes, its options, what to do and where to store it."""

    number: int
    path: bytes
    data: bytes
    config: bytes
    wish: Wish
    accepted: dict[str, int]
    key: str | None = None


class Reply(msgspec.Struct, array_like=True):
    """A worker's answer: the result without path and text, or the user's mistake that ends all."""

    number: int
    result: FileResult | None = None
    mistake: tuple[str, str, str | None, int | None] | None = None


def encode_config(config: Config) -> bytes:
    """Return options as a worker reads them; `per_file` entries are applied already."""
    return msgspec.msgpack.encode(config)


def decode_config(data: bytes) -> Config:
    return msgspec.msgpack.decode(data, type=Config)


def send(out: IO[bytes], data: bytes) -> None:
    """Write one message with its length before it."""
    out.write(HEAD.pack(len(data)) + data)
    out.flush()


def receive(inlet: IO[bytes]) -> bytes | None:
    """Return the next message, or None where the pipe has closed."""
    head = inlet.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    data = inlet.read(length)
    return data if len(data) == length else None
