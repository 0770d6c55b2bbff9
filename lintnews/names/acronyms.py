"""Acronyms of world bodies in another language, beside the body's English name or acronym."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document

# The English acronym and name of a body, and the acronyms that other languages have for it. Some
# are other bodies too: beside the English one they are a slip.
_BODIES = (
    ("ECOWAS", "Economic Community of West African States", "CEDEAO CÉDÉAO"),
    ("NATO", "North Atlantic Treaty Organization", "OTAN НАТО"),
    ("UN", "United Nations", "ONU ООН OSN ENSZ"),
    ("EU", "European Union", "UE ЕС"),
    ("AU", "African Union", "UA"),
    ("ICC", "International Criminal Court", "CPI IStGH"),
    ("ICJ", "International Court of Justice", "CIJ IGH"),
    ("ECB", "European Central Bank", "BCE EZB EBC EKP"),
    ("IMF", "International Monetary Fund", "FMI IWF MFW"),
    ("WHO", "World Health Organization", "OMS ВОЗ DSÖ"),
    ("WTO", "World Trade Organization", "OMC ВТО DTÖ"),
    ("IAEA", "International Atomic Energy Agency", "AIEA OIEA IAEO MAAE МАГАТЭ UAEK"),
    ("OSCE", "Organization for Security and Co-operation in Europe", "OBSE OSZE OBWE EBESZ OVSE"),
    ("OPCW", "Organisation for the Prohibition of Chemical Weapons", "OIAC OPAQ"),
    ("OPEC", "Organization of the Petroleum Exporting Countries", "OPEP ОПЕК"),
    ("ICRC", "International Committee of the Red Cross", "CICR IKRK CICV"),
    ("OAS", "Organization of American States", "OEA"),
    ("ILO", "International Labour Organization", "OIT"),
    ("IOM", "International Organization for Migration", "OIM"),
    ("OECD", "Organisation for Economic Co-operation and Development", "OCDE"),
    ("FAO", "Food and Agriculture Organization", "ФАО"),
    ("WFP", "World Food Programme", "PMA"),
    ("UNHCR", "United Nations High Commissioner for Refugees", "ACNUR HCR ACNUDH"),
    ("IOC", "International Olympic Committee", "COI МОК MKOl"),
    ("ASEAN", "Association of Southeast Asian Nations", "ANASE ANSEA"),
    ("AES", "Alliance of Sahel States", "AÉS"),
    ("EBRD", "European Bank for Reconstruction and Development", "BERD"),
    ("ECHR", "European Court of Human Rights", "CEDH TEDH ЕСПЧ AİHM ETPC"),
    ("CIS", "Commonwealth of Independent States", "СНГ SNG CEI"),
    ("CSTO", "Collective Security Treaty Organization", "ОДКБ ODKB OTSC"),
    ("SCO", "Shanghai Cooperation Organization", "ШОС"),
    ("ECCAS", "Economic Community of Central African States", "CEEAC"),
    ("CEMAC", "Central African Economic and Monetary Community", "ЦАЭВС"),
    ("DRC", "Democratic Republic of the Congo", "RDC"),
    ("CAR", "Central African Republic", "RCA"),
    ("UAE", "United Arab Emirates", "EAU VAE ОАЭ"),
    ("USA", "United States", "EEUU EE.UU"),
    ("FSB", "Federal Security Service", "ФСБ FSZB"),
    ("SBU", "Security Service of Ukraine", "СБУ"),
    ("PKK", "Kurdistan Workers' Party", "РПК"),
)
# Acronyms of other things too (a price index, an era, an airline): the body must stand in full.
_AMBIGUOUS = frozenset(("CPI", "BCE", "UA", "RCA", "CEI", "SNG", "OIT", "COI", "EAU"))
# Acronyms under which a body stands in a text besides the first.
_OTHER_NAMES = {"USA": ("US", "U.S."), "UN": ("U.N.",), "EU": ("E.U.",)}


class Abroad(msgspec.Struct, frozen=True):
    """An acronym at [start, end) of another language, the English one, and the body's name."""

    start: int
    end: int
    right: str
    name: str


def acronyms_abroad(doc: Document) -> Iterator[Abroad]:
    """Yield acronyms of other languages in an article that has the body in English too."""
    tokens = doc.tokens
    written = _ABROAD.keys() & tokens.vocabulary
    for number, text in enumerate(tokens.texts if written else ()):
        for right, name in _ABROAD.get(text, ()):
            if _stands(doc, text, right, name):
                yield Abroad(tokens.starts[number], tokens.ends[number], right, name)
                break


def _stands(doc: Document, written: str, right: str, name: str) -> bool:
    """Say whether a body stands in an article by its English name, or by its English acronym."""
    if name.lower() in doc.lower or written in _AMBIGUOUS:
        return name.lower() in doc.lower
    words = doc.tokens.vocabulary
    return right in words or any(other in words for other in _OTHER_NAMES.get(right, ()))


def _table() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for right, name, others in _BODIES:
        for other in others.split():
            found[other] = (*found.get(other, ()), (right, name))
    return found


_ABROAD = _table()
