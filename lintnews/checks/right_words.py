"""Words that the spelling checks leave alone, or only mention."""

from __future__ import annotations

# Right words that the lists lack, and units.
RIGHT = frozenset(
    """glamor unpresidented chia maki nori udon soba dosa idli naan roti raita ghee poha puri satay kyu mala cong mian
    mu prima haute cytokine machina regarde masse telecom neurone vortices leant ebooks ecommerce esports ebike ebikes ereader ereaders facto jure naturel raison papier stat stats mech lovin talkin nothin somethin
    goin doin gonna wanna gotta dunno kinda sorta lotta km kg cm mm ml mg ft mph kph rpm hr hrs min
    mins sec secs lbs lb oz bn mn tn pct vs pp aka tv dj cd dvd pc vip gmt utc est pst etc fm app
    apps vlog vlogs emoji emojis selfie selfies wifi hashtag hashtags livestream gif meme memes
    covid blog blogs ish yrs bc ad na th nd rd st qr id mc op co""".split()
)
# Dictionaries list these beside the common form; editors mostly prefer the other one.
VARIANTS = frozenset(
    """combatting combatted cannister cannisters publically targetting targetted discernable
    extendible""".split()
)
