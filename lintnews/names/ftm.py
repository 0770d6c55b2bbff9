"""FollowTheMoney entities (OpenSanctions and others), one JSON object a line."""

from __future__ import annotations

import msgspec

from ..packs.schema import NameEntry
from .countries import COUNTRY_OF_CODE
from .intake import Skipped, checked, fault_of, other_spellings
from .offices import offices

# Schema -> kind of name; other schemas (addresses, payments, vessels) are skipped.
KINDS = {
    "Person": "person", "Organization": "org", "Company": "org", "PublicBody": "org",
    "LegalEntity": "org",
}  # fmt: skip
# Countries and roles kept; people on many lists carry dozens.
MOST = 4


class Properties(msgspec.Struct):
    """The properties that say something of a name; all are lists."""

    name: list[str] = []
    alias: list[str] = []
    weakAlias: list[str] = []
    position: list[str] = []
    country: list[str] = []
    nationality: list[str] = []
    citizenship: list[str] = []
    jurisdiction: list[str] = []


class Entity(msgspec.Struct):
    """One line: `caption` is the name that the data's authors show."""

    schema: str
    properties: Properties
    caption: str = ""
    id: str = ""


_decoder = msgspec.json.Decoder(Entity)


def read_entity(line: bytes) -> NameEntry:
    """Return the entry of one line; raise Skipped, or msgspec.DecodeError where it is no entity."""
    entity = _decoder.decode(line)
    kind = KINDS.get(entity.schema)
    if kind is None:
        raise Skipped(f"of schema {entity.schema[:40]}")
    values = entity.properties
    spelled = [" ".join(text.split()) for text in (entity.caption, *values.name, *values.alias)]
    name = next((text for text in spelled if text and not fault_of(text)), "")
    if not name:
        raise Skipped("without a name in Latin letters")
    codes = (*values.nationality, *values.citizenship, *values.country, *values.jurisdiction)
    places = dict.fromkeys(
        COUNTRY_OF_CODE[c.lower()] for c in codes if c.lower() in COUNTRY_OF_CODE
    )
    roles = dict.fromkeys(role for text in values.position for role in offices(text))
    others = [*spelled, *(text for text in values.weakAlias if " " in text.strip())]
    return checked(
        NameEntry(
            name=name,
            kind=kind,
            also=other_spellings(name, others, kind == "person"),
            roles=tuple(roles)[:MOST],
            of=tuple(places)[:MOST],
            source=entity.id,
        )
    )
