"""Words that say nothing of what a text is about, without accents, by language."""

_FRENCH = """
a afin ai ainsi alors apres as au aucun aucune aujourd aussi autre autres aux avait avant avec avez
avoir avons beaucoup bien c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci
comme comment contre d dans de deja depuis derriere des deux devant doit doivent donc dont du elle
elles en encore entre es est et etaient etait ete etes etre eu eux fait faire faut font hui ici il
ils j jamais je jusqu l la le les leur leurs lors lorsque lui m ma mais me meme memes mes moi moins
mon n ne ni non nos notre nous on ont ou oui par parce pas pendant personne peu peut peuvent plus
plutot pour pourquoi pourtant qu quand que quel quelle quelles quelqu quelque quelques quels qui
quoi rien s sa sans se sera ses si soi soient sois soit sommes son sont sous sur t ta tant te tes
toi ton toujours tous tout toute toutes tres trop tu un une va vers voici voila vont vos votre vous
y
"""
_ENGLISH = """
a about after again all also am an and any are as at be because been before being but by can cannot
could d did do does doing don done down during each even every few for from get gets got had has
have having he her here hers him his how i if in into is it its just ll m make me more most much
must my neither never no nobody none nor not nothing now of off on once one only or other our ours
out over own re s same she should so some such t than that the their theirs them then there these
they this those through to too under until up us ve very was we were what when where which while who
whom whose why will with without would you your yours
"""
STOP_WORDS = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split())}
