"""What the rows of a page are made of: dates, counters, buttons, sections, networks, languages.

One pattern reads them all; the name of the group that matched says what it is.
"""

from __future__ import annotations

import re

from ..lazy import lazy_pattern

MONTH = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# Months that Western pages do not use: Persian, Hijri, Hebrew, Ethiopian, Indian, Levantine.
OTHER_MONTH = (
    r"(?:farvardin|ordibehesht|khordad|tir|a?mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand"
    r"|muharram|safar|rabi['’ʿ]?(?:[\s-](?:al|ul|i|ii)){0,2}[\s-]?(?:awwal|akhir|thani)?|jumada(?:[\s-]\w+){0,2}"
    r"|rajab|sha['’ʿ]?ban|ramadh?[aâ]n|ramazan|shawwal|(?:dhu|zu|zul|dhul)[\s-]?(?:al[\s-])?(?:qi?['’ʿ]?i?dah?|hijjah?|hajj)"
    r"|tishr[ei]{1,2}n?|cheshvan|heshvan|kislev|tevet|shevat|adar|nisan|iyy?ar|sivan|tammuz|av|elul"
    r"|meskerem|t[ie]kim[i]?t|hidar|tahsas|tirr|yekatit|megabit|mi[ay]zi?a|ginbot|sene|hamle|nehas[es]|pagum[ei]"
    r"|bai?sh?akh|boishakh|j[ae][iy]?s[ht]+ha?|jyoishtho|ash?[ao]?r(?:h)?|sh?r[ao]bon|shrawan|sawan|bhad[ro][ao]?|ashwin"
    r"|asoj|kart[i]?k|agrahayan|mangsir|pou?sh|magh|[fp]h?algun|chaitra)"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_YEAR = r"(?:1[34]\d\d|19\d\d|20\d\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\.?"
DATE = (
    rf"(?:(?:19|20|25|13|14)\d\d\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}\b\.?"
    rf"|\b\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{_YEAR}|\d\d)\b\.?(?:\s?y\b\.?)?"
    rf"|{_YEAR},?\s(?:{_DAY}\s{MONTH}|{MONTH}\s{_DAY})"
    rf"|{_DAY}(?:\sof)?[\s-]{MONTH}(?:(?:,|\sof)?[\s-]{_YEAR}\b)?"
    rf"|{MONTH}\s{_DAY}(?![:\d])(?:,?\s{_YEAR}\b)?"
    r"|\b\d{1,2}\.\d{1,2}\.(?=\s|$)"
    r"|\b(?:today|yesterday|tonight)\b)"
)
# Dates that no Western page has: months, eras and years of another calendar.
CALENDAR = (
    rf"(?:(?:{_DAY}(?:\sof)?\s{OTHER_MONTH}|{OTHER_MONTH}\s{_DAY}),?\s(?:1[345]|20)\d\d(?:\s?(?:a\.?h\.?|h\.?|e\.?c\.?))?(?!\w)"
    rf"|{_DAY}\s{MONTH},?\s(?:b\.?e\.?\s)?25[5-9]\d|{MONTH}\s{_DAY},?\s25[5-9]\d|\d{{1,2}}[./-]\d{{1,2}}[./-]25[5-9]\d"
    r"|\b(?:reiwa|heisei|showa|minguo)\s\d{1,3}(?:\syear)?(?:[./-]\d{1,2}[./-]\d{1,2})?|\b57[89]\d\b)"
)
CLOCK = (
    r"(?:\b\d{1,2}\s?[:h]\s?\d{2}(?!\d)(?::\d{2})?(?:\s?[ap]\.?m\b\.?|\s?h(?:rs|ours?)?\b\.?|\s?(?:o['’])?clock|\suhr)?"
    r"|\b\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?|\b[0-2]\d\.[0-5]\d\b(?!\.?\d)"
    r"|\b\d{1,3}\s?(?:mins?|minutes?|hrs?|hours?|days?|weeks?|months?)\sago\b)"
    r"(?:\s?\(?(?:(?:gmt|utc|msk|cet|cest|eet|ist|bst|est|edt|et|wib|kst|jst|pkt|npt|amt)\b|(?:local|\w+)\stime\b)?\s?"
    r"(?:[+−-]\s?\d{1,2}(?::?\d{2})?\b)?\)?)?"
)
_NUMBER = r"(?:\d{1,3}(?:\s\d{3}(?!\d))+|\d[\d.,’']*)\s?(?:k|m|b|thousand|million|thsd?\.?)?"
_COUNTED = (
    r"(?:likes?|liked|seen|dislikes?|loves?|haha|wow|sad|angry|funny|happy|surprised|amazed|useful|interesting|boring"
    r"|bored|care|cry(?:ing)?|scared|agree|disagree|sorry|great|super|excellent|wonderful|terrible|hilarious|recommended|i['’]m\s\w+|surprised?|dislike|indifferent|delighted|outraged|shocked|joy|anger|sadness|laugh(?:ing)?"
    r"|shares?|shared|comments?|commented|views?|viewed|hits|reads?|readers?|votes?|ratings?|replies|reactions?|responses?"
    r"|tweets?|retweets?|reposts?|claps?|followers?|subscribers?|opinions?|contributions|discussions?|recommend(?:s|ations)?|want\s?a\sfollow-up"
    r"|i\slike(?:\sit)?|don['’]t\slike|clicks?|downloads|photos?|pictures?|images?|visits?|visitors?|watching|times\sread|saved)"
)
NETWORK = (
    r"(?:facebook(?:\smessenger)?|x(?=\s?$)|fb|twitter(?:\s\(x\)|\s?/\s?x)?|x\s\(twitter\)|instagram|insta|telegram|whats\s?app|viber|line"
    r"|tik\s?tok|you\s?tube|linked\s?in|pinterest|reddit|vk(?:ontakte)?|odnoklassniki|zalo|kakao(?:\s?talk|\s?story)?"
    r"|naver(?:\s?band)?|we\s?chat|weibo|qq(?:\s?zone)?|messenger|threads|bluesky|mastodon|google\s?(?:news|\+)|rss|tumblr"
    r"|skype|snapchat|flipboard|e-?mail|rutube|dzen|yandex(?:\.?\s?zen)?|hatena|xing|signal|discord|spotify|apple\spodcasts?"
    r"|soundcloud|castbox|deezer|livejournal|my\sworld|clubhouse|koo|sms|gmail|outlook|qr(?:\scode)?)"
)
BUTTON = (
    r"(?:(?:to|go\sto|show|see|read|open|enter|join|participate\sin|take\spart\sin|write|add|leave|post)\s(?:the\s|an?\s|all\s|your\s)?(?:(?:comments?|opinion)|discussions?|debate|conversation|forum|opinions|replies|chat)(?:\s\(\d+\))?|(?:dis)?likes?|(?:dis)?agree|repost|text-to-speech|voice-?over|article\saudio|\d(?:[.,]\d+)?x|become\sa\s(?:subscriber|member)|(?:share|send|tell|forward|recommend)(?:\s(?:it|this|the|an?|to|with|by|via|on|in|link|article|news|item|story|page|text|friends?|e-?mail|post"
    r"|colleague|editors?)){0,5}|save(?:\s(?:it|article|for\slater|to\s\w+))?|copy(?:\s(?:the|this))?(?:\s(?:link|url|address|text))"
    r"|copied|(?:print|printable|printer|pdf)(?:[\s-](?:it|out|friendly|version|mode|this|the|page|article|news)){0,3}"
    r"|bookmark(?:s|\sit)?|add\sto\s(?:favou?rites|bookmarks|reading\slist|google)|(?:sign|log)\s?(?:in|out|up|on)|login|registration|register"
    r"|(?:my\s)?(?:account|profile|cabinet)|subscribe(?:\sto\s(?:us|our|the|my)?\s?(?:news|\w+\s)?(?:channels?|pages?|newsletters?|podcasts?|feed|updates)|\sto\s\w+|\snow)?(?:\s(?:on|in|at|via))?|subscription|unsubscribe|follow(?:\sus(?:\son)?|ing)?|join(?:\sus)?"
    r"|menu|search|close|open|exit|enter|login\b|(?:skip|go|jump|pass|move|proceed|switch|scroll|return|back)\s(?:directly\s|straight\s|over\s)?to\s(?:the\s)?"
    r"(?:main\s|page\s|site\s|full\s|start\s)?(?:content|navigation|nav|text|menu|search|footer|header|section|article|homepage|home|page|top|start|list|news|comments|version)"
    r"|accessib(?:le|ility)(?:\s(?:menu|statement|settings|version))?|(?:high|low|normal)\scontrast|contrast"
    r"|version\sfor\sthe\s(?:visually\simpaired|blind)|(?:text|font|letter)\s?size|(?:larger|smaller|bigger|enlarge|reduce|increase|decrease)(?:\s(?:the\s)?(?:text|font|print|letters))?"
    r"|a\s?[+−-]?(?:\s?a\s?[+−-]?){1,3}(?!\w)|a\s?[+−-](?!\w)|(?:dark|light|night|day)\s(?:mode|theme)|zoom"
    r"|read\slater|(?:see|view|open|show|go\sto|to)\s(?:the\s)?(?:(?:photo|video|picture|full|image)\s)?(?:gallery|album|slide\s?show|photos|pictures|images)|page\s1(?:\s\d){1,9}|1\s2(?:\s\d){0,9}(?:\s?[….]{1,3}\s?\d+)?|(?:see|show|view|read|watch|display|hide|expand|load|open)\s(?:the\s)?(?:all|more|full\slist|everything)(?:\s(?:the\s)?(?:comments?|news|articles?|photos?|videos?|posts?|replies|answers|stories))?"
    r"|all\s(?:news|comments|articles|topics|sections|videos?|photos?|authors)|more\s(?:news|stories|articles)|next(?:\s(?:page|article|news|story|»))?|previous(?:\s(?:page|article|news|story))?|prev"
    r"|home(?:\s?page)?(?!\saffairs)|main(?:\spage)?|start\s?page|front\spage|site\s?map|map\sof\sthe\ssite|contacts?(?:\sus)?|about(?:\sus|\sthe\s(?:project|site|company))|advertis(?:ing|ement|e)(?:\son\sthe\ssite)?|imprint|impressum|legal\snotice"
    r"|archives?|e-?paper|the\snewspaper|newsstand|print\sedition|write(?:\s(?:a\s)?(?:comment|review|reply|us|to\s(?:us|the\seditor)))?|(?:leave|add|post|enter|join)\s(?:an?\s|your\s|the\s)?(?:comment|reply|opinion|discussion|conversation|debate)"
    r"|comments?|comment\son\s(?:it|this)|discuss(?:ion)?|reply|react|report\s(?:an?\s)?(?:error|typo|abuse|mistake|bug)|complain|correct(?:\san?\serror)?|rate(?:\sit)?|translate|original|reset"
    r"|not\snow|no,?\sthanks|later|maybe\slater|allow|block|accept(?:\sall)?|reject(?:\sall)?|decline|i\s(?:agree|accept|understand|subscribe|want\sto\ssubscribe)|settings|preferences|manage(?:\scookies)?|ok(?:ay)?|got\sit|confirm|yes|no"
    r"|privacy(?:\spolicy)?|terms(?:\sof\suse)?|cookies|donate|support\sus|become\sa\s(?:member|patron|supporter)|premium|for\ssubscribers|subscribers?\sonly|paid|free|exclusive|advertorial|sponsored|partner\s(?:content|material)|promo(?:tion)?"
    r"|download(?:\s(?:the\s|our\s)?app)?|install(?:\s(?:the\s|our\s)?app)?|apps?|mobile\s(?:app|version)|full\sversion|newsletters?|notifications?|push|alerts?|widget|embed(?:\scode)?|code"
    r"|mute|unmute|play|pause|replay|stop|fullscreen|full\sscreen|volume|rewind|speed|listen(?:\s(?:to\s(?:it|this|the)(?:\s(?:article|text|news|story|report|item|post)){0,2}|now|here))?|read\s(?:aloud|out)|audio(?:\sversion)?|text\sversion|short\slink|permalink|hyperlink|link|source\slink)"
)
READING = (
    r"(?:(?:(?:time|minutes)\s(?:to|for)\s)?(?:the\s)?(?:reading|read|listening|learn(?:ing)?|study|viewing)\s?(?:time|duration)?\s?:?\s?(?:approx\.?\s|about\s|~\s?|≈\s?)?\d{1,3}\s?[’'′]?(?:\s?[-–]\s?\d{1,3})?\s?(?:m|mins?\.?|minutes?|sec\w*|s)?"
    r"|(?:about\s|approx\.?\s|~\s?|≈\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?-?(?:mins?\.?|minutes?|sec(?:onds?)?|['’′])\s?-?(?:of\s|to\s|for\s|per\s)?(?:the\s)?(?:read(?:ing)?|learn(?:ing)?|listen(?:ing)?|watch(?:ing)?|study|view(?:ing)?|audio|video|time)?\b"
    r"|\bless\sthan\s(?:a|one|1)\sminute)"
)
LABEL = (
    r"(?:topics?|tags?|keywords?|key\swords|labels?|headings?|rubrics?|categor(?:y|ies)|sections?|source|sources|photos?|text|author|authors|by|writer|written\sby|prepared\s(?:by|for\sprint(?:ing)?\sby)"
    r"|editors?|edited\sby|editor\sin\scharge|editing|responsible\seditor|reporters?|correspondent|reported\sby|journalist|translation|translated\sby|read\sin|read\salso\sin|language|follow|share|related(?:\s(?:topics|tags))?|more\son|about|place|location"
    r"|your\s(?:mood|reaction|rating|opinion)|rating|rate|reactions?|news\s(?:id|code|no\.?|number)|code|id|isbn|issn|entry|input|date|publication(?:\sdate)?|version|views|reading|duration|(?:release|publication|reading)\stime|narrat(?:or|ed\sby)|read\sby|in\sthis\sarticle|filed\sunder|people|persons|places|organi[sz]ations|(?:people|names|persons)\sin\sthe\s(?:news|article|text)|versions?|languages?|(?:\w+\s)?(?:exchange\s)?rates?|more\son\sth(?:e|is)\s(?:topic|subject|story)|on\sth(?:e|is)\s(?:topic|subject))\s?:(?!\s?\d)|(?:ed|eds|edit|prep|red|auth|oprac|corr)\.(?=\s[A-Z])|(?-i:[Bb]y)(?=\s(?-i:[A-Z]))"
)
WEATHER = (
    r"(?:(?:min|max|day|night|now|air|water)?\s?[+−–-]?\d{1,3}\s?(?:°|º|˚)\s?[cf]?\b|[+−–-]?\d{1,3}\s?(?:°|º|˚)|\d{1,3}(?:[.,]\d)?\s?(?:m/s|km/h|kmh|mph|hpa|mm\s?hg)\b|(?:humidity|wind|pressure|feels\slike|aqi|pm\s?2[.,]5|smog|air(?:\squality)?|uv(?:\sindex)?)\s?:?\s?(?:\d+\s?%?|(?:very\s)?(?:unhealthy|hazardous|poor|good|moderate|bad|high|low))?"
    r"|(?:partly\s|mostly\s)?(?:cloudy|sunny|overcast|clear\ssky|light\srain|heavy\srain|snowfall|drizzle))"
)
RATE = (
    r"(?:(?:usd|eur|gbp|rub|rur|cny|jpy|chf|pln|uah|kzt|gel|amd|azn|try|tl|sek|byn|uzs|kgs|inr|pkr|aed|sar|ils|huf|czk|ron|bgn|rsd|btc|eth|dollar|euro|pound|sterling|ruble|yuan|bitcoin|ethereum|brent|wti|urals|oil|gold|silver|gram\sgold|quarter\sgold|bist(?:\s100)?|nasdaq|s&p(?:\s500)?|dow(?:\sjones)?|dax|nikkei|kospi|kosdaq|hang\sseng|sensex|nifty|moex|rts|wig20|bux|px)"
    r"(?:/[a-z]{3})?\s?[:=]?\s?[$€£₽₺₴]?\d[\d.,]*(?:\s?%)?|[$€£₽₺₴]\s?\d[\d.,]*|[▲▼↑↓+−-]\s?\d[\d.,]*\s?%?|\d[\d.,]*\s?[₽₺₴₸₾֏₼])"
)
SECTION = (
    r"(?:(?:home|domestic|local|international|foreign|world|national|regional|latest|breaking|top|hot|main|city|all|sports?|business|economic|political)\s(?:news|politics|policy|affairs|topics?|countries|economy)"
    r"|politics?|policy|economy|economics|econ|business|sports?|world|globe|planet|society|social|cultures?|culture|opinions?|views|point\sof\sview|incidents?|accidents?|emergencies|events?|happenings|chronicle|domestic|foreign|abroad|international|interior|inland|homeland|in\sthe\s(?:country|world|region)|country|local|locals|regions?|regional|city|cities|capital|metro(?:polis)?|nation|national|government|parliament|states?|power|security|defen[cs]e|army|military|war|crime|justice|law|courts?|legal|police|health|medicine|science|technolog(?:y|ies)|tech|hi-?tech|digital|internet|innovation|it|education|school|schools|universit(?:y|ies)|environment|ecology|climate|energy|agriculture|agro|real\sestate|property|housing|construction|autos?|cars|motor(?:ing)?|transport|tourism|travel|life\s?style|life|living|style|fashion|beauty|food|recipes|kitchen|cooking|entertainment|show\s?(?:biz|business)?|celebrit(?:y|ies)|stars|gossip|cinema|films?|movies?|series|music|theat(?:er|re)|arts?|books|literature|history|heritage|religion|faith|church|columns?|columnists?|authors|writers|editorials?|leader|analysis|analytics|analyses|comment|commentary|essays?|interviews?|reportages?|reports|features|long\s?reads?|investigations?|fact[\s-]?check|special(?:\s(?:project|report|issue)s?)?|projects|dossiers?|files|blogs?|letters|readers|photos?|foto|pictures?|videos?|media|multimedia|galler(?:y|ies)|(?:photo|foto|video|picture|image)[\s-]?galler(?:y|ies)|photo\sreports?|infographics?|graphics|cartoons?|podcasts?|radio|tv|television|live(?:\stv|\sbroadcast)?|live\sblog|on\sair|broadcasts?|webtv|magazine|weekend|weekly|supplements?|wom[ae]n|men|family|children|kids|youth|young|seniors|pensioners|football|soccer|basketball|volleyball|handball|tennis|hockey|chess|boxing|formula\s1|cricket|super\sleague|transfers?|results|tables?|fixtures?|standings?|scores|baseball|mlb|nba|nfl|nhl|mls|npb|high\sschool|golf|rugby|athletics|swimming|cycling|rowing|skiing|ski\sjumping|biathlon|winter\ssports?|skating|figure\sskating|sumo|judo|wrestling|weightlifting|gymnastics|badminton|table\stennis|futsal|kabaddi|mma|ufc|martial\sarts|motor\s?sports?|formula\sone|f1|moto\s?gp|horse\sracing|harness\sracing|trotting|boat\srac(?:e|ing)|keirin|fishing|e-?sports?|gaming|arena|olympics|other\ssports?|elections?|europe|european\sunion|asia|africa|americas?|latin\samerica|middle\seast|balkans?|caucasus|gulf|arab(?:\s(?:and\sinternational|and\sworld|world))?|latest|most\s(?:read|popular|viewed|commented|shared|recent|discussed|watched)|commented|discussed|recommended|news|news\s?(?:feed|line|reel|wire)|feed|all|hot|popular|trending|premium|plus|money|wallet|financ(?:e|es|ial)|banks?|markets?|stock\s(?:exchange|market)|stocks?|currency|exchange\srates?|gold|crypto|jobs?|careers?|vacancies|classifieds|announcements|obituaries|companies|industry|trade|consumers?|misc(?:ellaneous)?|mosaic|curiosities|curious|panorama|magazine|variety|various|diverse|kaleidoscope|day|agenda|diaspora|community|people|persons|nature|animals|garden|house|home|weather|astrology|horoscopes?|games|quiz(?:zes)?|crossword|humou?r|lottery|tv\sprogram(?:me)?|services|utilities|guide|directory|shop|store|clubs?|partners)"
    r"(?:\s?(?:20\d\d|&|and)(?=\W|$))?"
)
LANGUAGE = (
    r"(?:ukr|rus|eng|укр|рус|ру|ua|en|ru|fr|de|es|pt|ar|fa|tr|ka|geo|arm|հայ|az|aze|kz|kaz|қаз|qaz|uz|o['’ʻ]zb|ўзб|kg|кыр|kyr|tj|тоҷ|mn|mon|bel|бел|pol|lat|lit|est|rom|rou|mol|bg|бг|srb|срп|lat|ћир|lang|heb|עברית|العربية|عربي|فارسی|اردو|عربى|عر|中文|简体|繁體|简|繁|日本語|한국어|हिन्दी|हिंदी|বাংলা|ไทย|አማርኛ|ქართ?|ქართული|english|русский|українська|deutsch|français|francais|español|português|italiano|türkçe|polski|română|azərbaycanca?|қазақша|o['’ʻ]zbekcha|кыргызча|հայերեն|tiếng\sviệt|bahasa|shqip|srpski|hrvatski|ελληνικά|български"
    r"|(?:in\s|по-)?(?:русски|english|russian|ukrainian|arabic|turkish|french|german|spanish)|russian|ukrainian|arabic|persian|farsi|turkish|hebrew|chinese|japanese|korean|french|german|spanish|portuguese|italian|polish|kurdish|urdu|hindi|bengali|georgian|armenian|azerbaijani|kazakh|uzbek|kyrgyz|tajik|pashto|dari|amharic|oromo|tigrinya|somali|swahili|vietnamese|thai|indonesian|malay)"
)
STAMP = (
    r"(?:(?:first|last|latest|recently|date|time|day|hour)?\s?(?:published|publication|status|state|posted|posting|updated?|upd|renewed|refreshed|modified|modification|amended|amendment|edited|edit|changed?|corrected|revised|supplemented|completed|added|inserted|entered|entry|input|registered|created|uploaded|placed|issued|released?|put\sonline|online\ssince|recorded|aired|archived|reviewed)(?:\s(?:date|time|on|at|by|from|since))*\s?:?"
    r"|(?:last|first|date|time)\s?:|\bas\sof\b|\bat\b|\bon\b|\bfrom\b|\bby\b|\bo['’]clock\b)"
)
# Words of the newsroom that stand beside a date: desks, posts and what was done to the text.
DESK = (
    r"(?:(?:news|night|day|foreign|web|online|city|sports?|politics?|political|economics?|economy|business|duty|central|digital|parliamentary|own|special|staff|our|the|from|senior|chief|managing|international|local|regional)\s)*"
    r"(?:desk|newsroom|news\s?desk|editors?|editorial(?:\s(?:staff|board|office|team|department))?|editorship|redaction|edition|correspondents?|reporters?|staff|bureau|office|team|agenc(?:y|ies)|department|service|newsroom\sof\sthe\sagency)"
)

# In the order in which they are tried; an earlier one takes the words.
KINDS = {
    "number": r"(?:(?:news|article|item|message|document|report|material|publication|page)\s?)?(?:id|code|no\.?|number|№)\s?[:.#]?\s?\d{3,}\b",
    "rating": r"(?:\d(?:[.,]\d+)?\s?/\s?(?:5|10)\b|average\s?:?\s?\d[.,]\d+|(?:(?:average|your|user|current|overall)\s)?(?:rat(?:e|ing|ed)|score|grade|estimate)\s?:?\s?\d(?:[.,]\d+)?\s?(?:out\sof|of|from|/)\s?\d+)",
    "label": LABEL,
    "calendar": CALENDAR,
    "date": DATE,
    "weekday": WEEKDAY,
    "clock": CLOCK,
    "reading": READING,
    "weather": WEATHER,
    "rate": RATE,
    "counter": rf"(?:(?:{_COUNTED}|{NETWORK})\s?[:(\[]?\s?{_NUMBER}\s?[)\]]?|[(\[]?{_NUMBER}[)\]]?\s(?:{_COUNTED}))",
    "age": r"\b\d{1,2}\+|\bFSK\s?\d{1,2}",
    "network": NETWORK,
    "button": BUTTON,
    "desk": DESK,
    "stamp": STAMP,
    "language": LANGUAGE,
    "section": SECTION,
}
PHRASE = lazy_pattern(
    r"(?<![\w@#&])(?:" + "|".join(f"(?P<{k}>{v})" for k, v in KINDS.items()) + r")(?![\w’'])",
    re.IGNORECASE,
)
