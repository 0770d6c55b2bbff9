"""Wikidata: lines of the JSON dump, and JSON results of the query service."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..packs.schema import NAME_KINDS, NameEntry
from .countries import COUNTRY_OF_ITEM
from .intake import Skipped, checked, other_spellings
from .offices import offices

# Class of an item (P31) -> kind of name. The commonest classes only: an item that has none of
# them is skipped, and the report says so.
KINDS = {
    "Q5": "person", "Q43229": "org", "Q783794": "org", "Q4830453": "org", "Q6881511": "org",
    "Q891723": "org", "Q7278": "org", "Q327333": "org", "Q192350": "org", "Q484652": "org",
    "Q7210356": "org", "Q163740": "org", "Q22687": "org", "Q46970": "org", "Q1110794": "org",
    "Q11032": "org", "Q192283": "org", "Q15265344": "org", "Q476028": "org", "Q847017": "org",
    "Q176799": "org", "Q17149090": "org", "Q3918": "org", "Q6256": "place", "Q3624078": "place",
    "Q515": "place", "Q1549591": "place", "Q5119": "place", "Q3957": "place", "Q532": "place",
    "Q486972": "place", "Q484170": "place", "Q10864048": "place", "Q7930989": "place",
    "Q1637706": "place", "Q23442": "place", "Q4022": "place", "Q8502": "place",
}  # fmt: skip
LABELS = ("en", "mul", "en-gb", "en-us", "en-ca")
# Articles about an item, over all Wikipedias, from which on it has this weight.
WEIGHTS = ((100, 5), (40, 4), (12, 3), (3, 2))
# Who died before this year is no newsmaker; the names of the dead would only crowd the list.
LAST_DEATH = 1980
# Countries and roles kept.
MOST = 4


class Text(msgspec.Struct):
    value: str = ""


class _Value(msgspec.Struct):
    value: object = None


class _Snak(msgspec.Struct):
    datavalue: _Value | None = None


class _Statement(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"


class _Claims(msgspec.Struct):
    """Instance of, citizenship, country, death."""

    P31: list[_Statement] = []
    P27: list[_Statement] = []
    P17: list[_Statement] = []
    P570: list[_Statement] = []


class Entity(msgspec.Struct):
    """A line of the dump, as far as names are concerned."""

    id: str
    type: str = "item"
    labels: dict[str, Text] = {}
    aliases: dict[str, list[Text]] = {}
    descriptions: dict[str, Text] = {}
    claims: _Claims = msgspec.field(default_factory=_Claims)
    sitelinks: dict[str, msgspec.Raw] = {}


class Bindings(msgspec.Struct):
    bindings: list[dict[str, Text]]


class Results(msgspec.Struct):
    """The answer of the query service."""

    results: Bindings


_decoder = msgspec.json.Decoder(Entity)


def read_entity(line: bytes) -> NameEntry:
    """Return the entry of one line of the dump; raise Skipped, or msgspec.DecodeError.

    Roles come from the English description, countries from citizenship, the weight from the
    number of Wikipedias; other names are those that English has.
    """
    entity = _decoder.decode(line)
    kind = next((KINDS[item] for item in _items(entity.claims.P31) if item in KINDS), "")
    if not kind:
        raise Skipped("of no class that bears names")
    if any(year and year < LAST_DEATH for year in _years(entity.claims.P570)):
        raise Skipped(f"who died before {LAST_DEATH}")
    name = next((entity.labels[lang].value for lang in LABELS if lang in entity.labels), "")
    if not name:
        raise Skipped("without an English label")
    others = [text.value for lang in LABELS for text in entity.aliases.get(lang, [])]
    places = [*_items(entity.claims.P27), *_items(entity.claims.P17)]
    said = entity.descriptions.get("en", Text()).value
    return checked(
        NameEntry(
            name=name,
            kind=kind,
            also=other_spellings(name, others, kind == "person"),
            roles=offices(said)[:MOST] if kind == "person" else (),
            of=_countries(places),
            weight=weight_of(len(entity.sitelinks)),
            source=entity.id,
        )
    )


def weight_of(articles: int) -> int:
    """Return the weight of an item with this many articles over all Wikipedias."""
    return next((weight for least, weight in WEIGHTS if articles >= least), 1)


def _countries(items: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(COUNTRY_OF_ITEM[i] for i in items if i in COUNTRY_OF_ITEM))[:MOST]


def _items(statements: list[_Statement]) -> list[str]:
    return [
        str(value["id"])
        for value in map(_value, statements)
        if isinstance(value, dict) and "id" in value
    ]


def _years(statements: list[_Statement]) -> list[int]:
    """Return the years of points in time such as "+1994-04-22T00:00:00Z"; 0 for broken ones."""
    times = [value.get("time") for value in map(_value, statements) if isinstance(value, dict)]
    return [int(t[1:5]) if isinstance(t, str) and t[1:5].isdecimal() else 0 for t in times]


def _value(statement: _Statement) -> object:
    if statement.rank == "deprecated" or statement.mainsnak.datavalue is None:
        return None
    return statement.mainsnak.datavalue.value


def read_results(data: bytes) -> Iterator[NameEntry | Skipped]:
    """Yield the entries of a query's JSON results, one an item, or Skipped with its reason.

    Variables: item and name; also, role, country (each several with "|", or several rows), kind,
    from, to, sitelinks. Raises msgspec.DecodeError where it is no such answer.
    """
    rows = msgspec.json.decode(data, type=Results).results.bindings
    grouped: dict[str, list[dict[str, Text]]] = {}
    for number, row in enumerate(rows):
        item = row.get("item", Text(f"row {number + 1}")).value
        grouped.setdefault(item, []).append(row)
    for item, together in grouped.items():
        try:
            yield _result(item, together)
        except Skipped as reason:
            yield reason


def _result(item: str, rows: list[dict[str, Text]]) -> NameEntry:
    def several(key: str) -> list[str]:
        found = [v.strip() for row in rows if key in row for v in row[key].value.split("|")]
        return list(dict.fromkeys(v for v in found if v))

    def year(key: str) -> int:
        years = [int(v[:4]) for v in several(key) if v[:4].isdecimal()]
        return max(years, default=0)

    short = item.rpartition("/")[2]
    name = next(iter(several("name") or several("itemLabel")), "")
    if not name or name == short:
        raise Skipped("without an English label")
    kind = next(iter(several("kind")), "person")
    if kind not in NAME_KINDS:
        raise Skipped(f"of unknown kind {kind[:40]!r}")
    links = next((int(v) for v in several("sitelinks") if v.isdecimal()), None)
    roles = dict.fromkeys(o for text in several("role") for o in offices(text))
    return checked(
        NameEntry(
            name=name,
            kind=kind,
            also=other_spellings(name, several("also"), kind == "person"),
            roles=tuple(roles)[:MOST],
            of=tuple(several("country"))[:MOST],
            start=year("from"),
            end=year("to"),
            weight=2 if links is None else weight_of(links),
            source=short,
        )
    )
