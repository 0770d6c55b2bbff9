"""Places of which one word was translated: "New Sad" for Novi Sad, "Lower Klin" for Nizhny Klin."""

from __future__ import annotations

from ..document import Document
from .evidence import gather
from .groups import Group
from .people import WRONG
from .renderings import MISREAD, TRANSLATED
from .store import Names
from .verdict import Verdict

# English adjectives that begin the names of places, and what they are in other languages, folded.
_ADJECTIVES = {
    "new": "novi novy novyi novyy nova novaya nove novo novoye nowy nowa nowe nuevo nueva novo nouveau "
    "nouvelle neu neue neuer neues nieuw nieuwe ny nya nye yeni uusi nou noua naujoji jauna nea neo "
    "jadida jadid nuova nuovo navi nava",
    "old": "stari stara staro stary staryi staryy staraya stare vieux vieille alt alte alter oud oude "
    "gamla gamle eski vanha vana veche vecchia vecchio viejo vieja velho velha qadima purana",
    "upper": "verkhniy verkhny verkhnii verkhnyaya verkhnia gornji gornja gornje gorna gorno gorny "
    "gorna horni horna horny wyzna ober obere oberer haut haute alto alta ylä felso yukari zemo verin "
    "sus superior",
    "lower": "nizhny nizhni nizhniy nizhnyaya nyzhnia nyzhni nyzhnii donji donja donje dolna dolno dolny "
    "dolni dolna nizna nizny nieder unter untere niedere bas basse bajo baja baixo baixa also asagi "
    "kvemo nerkin inferior",
    "great": "veliki velika veliko veliky velikiye velikiy velyka velyki velykyi velyke velka velky velke "
    "wielki wielka wielkie bolshoy bolshoye bolshaya gross grosse grosser grand grande buyuk "
    "nagy mare stor stora store",
    "little": "mali mala malo maly malaya malyi male maloye klein kleine petit petite pequeno kucuk kis "
    "mica mic lille lilla malyye",
    "white": "bela bele beli belaya bely beloye belo belyi bila bile bilyi biala bialy bile bily blanca blanco "
    "branca branco blanche weisse weiss ak aq alba",
    "black": "crna crni crno cherna cherno cherny chyorny chornyi chorna czarna czarny cerna cerny negra "
    "negro noire noir schwarze kara qara preta preto neagra",
    "red": "krasny krasni krasnyi krasnaya krasnoye krasna crvena crveni chervona chervonyi chervone "
    "cervena czerwona roja rojo rouge rote kizil qizil vermelha",
    "green": "zelena zelenyi zelene zeleny zelyony zelenaya zielona zielony verde yesil",
    "dry": "sukha sukhi sukhyi sukhoi suhopolje",
    "good": "buenos buena bon bonne boa bom dobra dobri dobro",
    "beautiful": "belo bela bello bella krasny prekrasna",
    "holy": "santa santo sveti sveta svaty svata swiety swieta",
    "saint": "san santa santo sao sankt sint sveti sveta sfantu svaty szent sant",
    "big": "veliki velika veliko velyka velyki velykyi bolshoy bolshoye bolshaya wielka wielki gross "
    "grosse buyuk nagy",
    "czech": "ceske cesky ceska",
    "banat": "banatski banatska banatsko",
    "long": "duga dugi dovha dolga dlouha dluga dolgo",
    "wide": "shyroka shyroke siroka siroki shirokoye",
    "deep": "duboka glyboka hlyboka",
    "free": "vilne vilna slobodna",
    "sea": "morska primorski",
    "mining": "banska",
}  # fmt: skip
_FOREIGN = {word: tuple(dict.fromkeys(text.split())) for word, text in _ADJECTIVES.items()}
# Letters of the half that was kept below which it may be anything.
MIN_HALF = 3


def half_translated(doc: Document, group: Group, names: Names) -> Verdict | None:
    """Return the verdict of a name whose first word is a translated one of a listed place, or None.

    The country of the place must stand in the article, or the place itself.
    """
    first, _, rest = group.text.partition(" ")
    if len(rest) < MIN_HALF or not first.istitle():
        return None
    for word in _FOREIGN.get(first.lower(), ()):
        for form in names.exact(f"{word} {rest}"):
            if form.flag == WRONG or form.entry.kind != "place" or " " not in form.text:
                continue
            evidence = gather(doc, group, form.entry)
            stands = form.text.lower() in doc.lower
            if not (evidence.said or stands):
                continue
            said = [*evidence.said, f"{first} is a translation of {form.text.split()[0]}"]
            if stands:
                said.insert(0, f"{form.text} stands in this article")
            odds = (TRANSLATED if stands else MISREAD) + evidence.odds
            return Verdict(group, "misspelled", form, odds, form.text, (), tuple(said))
    return None
