"""Words that stand beside names and are none: titles, offices, nationalities, particles."""

from __future__ import annotations

# Lower-case words of titles and offices that news writes with a capital before a name.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count king queen prince
    princess emperor sultan sheikh shaikh emir amir pope cardinal archbishop bishop father rabbi
    imam ayatollah mullah reverend rev sister brother saint
    president vice-president premier chancellor prime minister deputy acting interim former ex
    foreign defense defence finance interior justice health energy education economy home
    secretary undersecretary secretary-general state treasury ambassador envoy consul commissioner
    senator sen representative rep congressman congresswoman governor gov mayor councillor
    councilor lawmaker speaker chairman chairwoman chair chief head leader director director-general
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal private
    admiral adm commander cmdr brigadier brig marshal commodore officer sheriff detective inspector
    superintendent constable judge justice attorney atty prosecutor magistrate coach manager
    goalkeeper striker midfielder defender forward captain skipper referee driver champion
    spokesman spokeswoman spokesperson adviser advisor aide analyst economist doctor engineer
    actor actress singer director producer author writer journalist ceo cfo boss founder
    mp mep md phd honorable honourable excellency majesty highness press national security
    supreme crown first lady chairperson assistant senior junior special assembly parliament
    rights police army navy air force staff labor labour trade commerce agriculture transport
    environment culture sports tourism information communications development planning public
    internal external affairs""".split()
)
# Particles inside names; written in lower case, and sometimes with a capital.
PARTICLES = frozenset(
    """al el ul ad ar as ash at az an ed es bin ibn bint ben abu abd de da do dos das del della di du la
    le les van von der den dem ten ter te zu zur af av y e i ap mac o st san santa""".split()
)
NATIONALITIES = frozenset(
    """afghan albanian algerian american angolan argentine argentinian armenian australian austrian
    azerbaijani azeri bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian
    british bulgarian burmese cambodian cameroonian canadian catalan chadian chechen chilean chinese
    colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati
    english eritrean estonian ethiopian european finnish flemish french georgian german ghanaian
    greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish
    israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti
    kyrgyz latvian lebanese libyan lithuanian malaysian malian maltese mexican moldovan mongolian
    montenegrin moroccan mozambican namibian nepali nepalese nicaraguan nigerian nigerien norwegian
    omani pakistani palestinian panamanian paraguayan persian peruvian philippine filipino polish
    portuguese qatari romanian russian rwandan saudi scottish senegalese serbian sikh singaporean
    slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tamil tanzanian
    tatar thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uzbek venezuelan
    vietnamese welsh yemeni zambian zimbabwean african arab asian jewish muslim christian catholic
    orthodox western eastern northern southern central islamic republican democratic soviet
    latin""".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR = WEEKDAYS | frozenset(
    """january february march april may june
    july august september october november december christmas easter ramadan hanukkah passover
    english""".split()
)
# What may follow a name instead of standing before it: "Yoav Gallant, the defense minister".
AFTER = frozenset("jr sr ii iii iv phd md".split())
