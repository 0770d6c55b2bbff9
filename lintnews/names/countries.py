"""Countries as databases code them, with the names that English news uses."""

from __future__ import annotations

# Wikidata number, ISO 3166 letters, name.
_TABLE = """
Q889 af Afghanistan|Q222 al Albania|Q262 dz Algeria|Q228 ad Andorra|Q916 ao Angola
Q414 ar Argentina|Q399 am Armenia|Q408 au Australia|Q40 at Austria|Q227 az Azerbaijan
Q398 bh Bahrain|Q902 bd Bangladesh|Q184 by Belarus|Q31 be Belgium|Q242 bz Belize|Q962 bj Benin
Q917 bt Bhutan|Q750 bo Bolivia|Q225 ba Bosnia|Q963 bw Botswana|Q155 br Brazil|Q219 bg Bulgaria
Q965 bf Burkina Faso|Q967 bi Burundi|Q424 kh Cambodia|Q1009 cm Cameroon|Q16 ca Canada
Q1011 cv Cape Verde|Q929 cf Central African Republic|Q657 td Chad|Q298 cl Chile|Q148 cn China
Q739 co Colombia|Q970 km Comoros|Q971 cg Congo|Q974 cd Congo|Q800 cr Costa Rica|Q224 hr Croatia
Q241 cu Cuba|Q229 cy Cyprus|Q213 cz Czech Republic|Q35 dk Denmark|Q977 dj Djibouti
Q786 do Dominican Republic|Q574 tl East Timor|Q736 ec Ecuador|Q79 eg Egypt|Q792 sv El Salvador
Q983 gq Equatorial Guinea|Q986 er Eritrea|Q191 ee Estonia|Q1050 sz Eswatini|Q115 et Ethiopia
Q712 fj Fiji|Q33 fi Finland|Q142 fr France|Q1000 ga Gabon|Q1005 gm Gambia|Q230 ge Georgia
Q183 de Germany|Q117 gh Ghana|Q41 gr Greece|Q774 gt Guatemala|Q1006 gn Guinea
Q1007 gw Guinea-Bissau|Q734 gy Guyana|Q790 ht Haiti|Q783 hn Honduras|Q8646 hk Hong Kong
Q28 hu Hungary|Q189 is Iceland|Q668 in India|Q252 id Indonesia|Q794 ir Iran|Q796 iq Iraq
Q27 ie Ireland|Q801 il Israel|Q38 it Italy|Q1008 ci Ivory Coast|Q766 jm Jamaica|Q17 jp Japan
Q810 jo Jordan|Q232 kz Kazakhstan|Q114 ke Kenya|Q1246 xk Kosovo|Q817 kw Kuwait|Q813 kg Kyrgyzstan
Q819 la Laos|Q211 lv Latvia|Q822 lb Lebanon|Q1013 ls Lesotho|Q1014 lr Liberia|Q1016 ly Libya
Q347 li Liechtenstein|Q37 lt Lithuania|Q32 lu Luxembourg|Q1019 mg Madagascar|Q1020 mw Malawi
Q833 my Malaysia|Q826 mv Maldives|Q912 ml Mali|Q233 mt Malta|Q1025 mr Mauritania|Q1027 mu Mauritius
Q96 mx Mexico|Q217 md Moldova|Q235 mc Monaco|Q711 mn Mongolia|Q236 me Montenegro|Q1028 ma Morocco
Q1029 mz Mozambique|Q836 mm Myanmar|Q1030 na Namibia|Q837 np Nepal|Q55 nl Netherlands
Q664 nz New Zealand|Q811 ni Nicaragua|Q1032 ne Niger|Q1033 ng Nigeria|Q423 kp North Korea
Q221 mk North Macedonia|Q20 no Norway|Q842 om Oman|Q843 pk Pakistan|Q219060 ps Palestine
Q804 pa Panama|Q691 pg Papua New Guinea|Q733 py Paraguay|Q419 pe Peru|Q928 ph Philippines
Q36 pl Poland|Q45 pt Portugal|Q846 qa Qatar|Q218 ro Romania|Q159 ru Russia|Q1037 rw Rwanda
Q851 sa Saudi Arabia|Q1041 sn Senegal|Q403 rs Serbia|Q1044 sl Sierra Leone|Q334 sg Singapore
Q214 sk Slovakia|Q215 si Slovenia|Q1045 so Somalia|Q258 za South Africa|Q884 kr South Korea
Q958 ss South Sudan|Q29 es Spain|Q854 lk Sri Lanka|Q1049 sd Sudan|Q730 sr Suriname|Q34 se Sweden
Q39 ch Switzerland|Q858 sy Syria|Q865 tw Taiwan|Q863 tj Tajikistan|Q924 tz Tanzania|Q869 th Thailand
Q945 tg Togo|Q754 tt Trinidad and Tobago|Q948 tn Tunisia|Q43 tr Turkey|Q874 tm Turkmenistan
Q1036 ug Uganda|Q212 ua Ukraine|Q878 ae United Arab Emirates|Q145 gb United Kingdom
Q30 us United States|Q77 uy Uruguay|Q265 uz Uzbekistan|Q237 va Vatican|Q717 ve Venezuela
Q881 vn Vietnam|Q805 ye Yemen|Q953 zm Zambia|Q954 zw Zimbabwe|Q15180 su Soviet Union
Q458 eu European Union
"""
_ROWS = [row.split(" ", 2) for line in _TABLE.split("\n") if line for row in line.split("|")]
COUNTRY_OF_ITEM = {item: name for item, _, name in _ROWS}
COUNTRY_OF_CODE = {code: name for _, code, name in _ROWS}
