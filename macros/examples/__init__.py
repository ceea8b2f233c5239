"""The practice examples: those cases of bron/casussen that a professional can meet, with the advice that the trees give for them.

Flow: the cases and the groups of bron/voorbeeldgroepen.yml become `Examples`; those become the page /voorbeelden/, the links
from outcomes, the search's pieces and a file for other software. Decides nothing: the trees do. Imports `text`, `trees`, `shared`.
"""
