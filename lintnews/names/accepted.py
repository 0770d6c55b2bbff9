"""Names that every passport office spells its own way: Mohammed and Mohammad are one.

None of these spellings is a slip for another. Where an article has two of them for one man,
name/inconsistent says so.
"""

from __future__ import annotations

# One name a line, folded, in the spellings that newspapers have.
_SPELLINGS = """
mohammed mohammad mohamed mohamad muhammad muhammed muhamad muhamed mohammod mahomed
ahmed ahmad
hussein hussain hossein husain husein hossain hosein husayn houssein
hassan hasan
yusuf youssef yousef yousuf yusof yusef yousaf yousif youssouf yusuff
omar umar
othman osman uthman usman
abdullah abdallah abdulla abdalla
khaled khalid
saeed saeid saied
sayed sayyed sayyid syed seyed seyyed said
ibrahim ebrahim
ismail ismael esmail esmaeil esmaail ismaeel
mustafa mostafa moustafa mustapha mostapha
mahmoud mahmud mahmood
mehdi mahdi
rahman rehman
jamal gamal
faisal faysal feisal faysel
karim kareem
rashid rasheed rachid
salim saleem
tariq tarek tareq tarik
walid waleed
nasser nasir naser
qasim qassem qasem kassem kasem qassim
suleiman sulaiman soleiman sulayman soleyman suleman
yasser yasir yaser yassir
hamid hameed
majid majeed
nabil nabeel
amin ameen
fatima fatimah
aisha aysha ayesha
leila layla laila
zainab zeinab zaynab
mariam maryam
noor nour nur
jaafar jafar jaffar
haidar haider hayder heydar haydar
hashem hashim
musa moussa mousa
isa issa
harun haroun
daoud dawood daud dawud
yunus younis yunis younes younus
sharif shareef
latif lateef
abdul abdel abdol
bashir basheer
munir mounir muneer
samir sameer
sami samy
hani hany
rami ramy
ali aly
adel adil
maher mahir
nader nadir
khalil khaleel
jalal galal
zubair zubayr
shafiq shafik
tawfiq tawfik taufiq
farouk farooq faruq farouq
sadiq sadeq sadik
rafiq rafik rafic
malik malek
akram ekram
mansour mansoor mansur
masoud masood massoud masud
mahbub mahboob
choudhary chaudhary chaudhry choudhry chowdhury choudhury chaudhuri chowdhary chaudhari
agarwal aggarwal agrawal
siddiqui siddiqi siddique siddiq
qureshi quraishi
sheikh shaikh shaykh
rajiv rajeev
sanjiv sanjeev
navin naveen
pravin praveen
deepak dipak
sunil suneel
satish sateesh
manish maneesh
sushil susheel
dilip dileep
sudhir sudheer
niraj neeraj
dhiraj dheeraj
jagdish jagadish
laxmi lakshmi
srinivas sreenivas srinivasa
pooja puja
geeta gita
meera mira
seema sima
kishor kishore
dikshit dixit
mukherjee mukherji mukerji
banerjee banerji
bhattacharya bhattacharjee
"""
_NAME_OF = {
    spelling: number
    for number, line in enumerate(_SPELLINGS.split("\n"))
    for spelling in line.split()
}


def is_accepted(part: str, other: str) -> bool:
    """Say whether two folded parts are accepted spellings of one name."""
    name = _NAME_OF.get(part)
    return name is not None and name == _NAME_OF.get(other)
