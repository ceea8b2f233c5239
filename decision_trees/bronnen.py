"""The provisions that the trees cite often, named once for all trees, and texts that several outcomes share."""

from __future__ import annotations

from decision_trees.model import bepaling

PP_BETROKKENE = bepaling("privacyprotocol/artikel-1/betrokkene")
PP_NOODZAAK = bepaling("privacyprotocol/artikel-3/lid-1")
PP_EVENREDIG = bepaling("privacyprotocol/artikel-3/lid-2")
PP_MINDER_INGRIJPEND = bepaling("privacyprotocol/artikel-3/lid-3")
PP_DOELBINDING = bepaling("privacyprotocol/artikel-3/lid-4")
PP_GEGEVENS = bepaling("privacyprotocol/artikel-4/lid-1")
PP_BIJZONDER = bepaling("privacyprotocol/artikel-4/lid-2")
PP_MONITORING = bepaling("privacyprotocol/artikel-4/lid-3")
PP_BEWAREN = bepaling("privacyprotocol/artikel-4/lid-5")
PP_GRONDSLAG = bepaling("privacyprotocol/artikel-5/lid-1")
PP_TAAK = bepaling("privacyprotocol/artikel-5/lid-2")
PP_TAAK_RAAD = bepaling("privacyprotocol/artikel-5/lid-2-c")
PP_GEHEIMHOUDING = bepaling("privacyprotocol/artikel-6/lid-1")
PP_ERVARINGSDESKUNDIGE = bepaling("privacyprotocol/artikel-6/lid-3")
PP_TOESTEMMING = bepaling("privacyprotocol/artikel-6/lid-4")
PP_WANNEER = bepaling("privacyprotocol/artikel-6/lid-4-a")
PP_UITDRUKKELIJK = bepaling("privacyprotocol/artikel-6/lid-4-b")
PP_SCHRIFTELIJK = bepaling("privacyprotocol/artikel-6/lid-4-c")
PP_INTREKKEN = bepaling("privacyprotocol/artikel-6/lid-4-d")
PP_EIGEN_AFWEGING = bepaling("privacyprotocol/artikel-6/lid-4-e")
PP_OPEN = bepaling("privacyprotocol/artikel-7/lid-1")
PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-2")
PP_FOLDER = bepaling("privacyprotocol/artikel-7/lid-4")
PP_LATER_VERTELLEN = bepaling("privacyprotocol/artikel-7/lid-6")
PP_RECHTEN = bepaling("privacyprotocol/artikel-9/lid-1")
PP_INZAGE = bepaling("privacyprotocol/artikel-9/lid-1-a")
PP_TERMIJN = bepaling("privacyprotocol/artikel-9/lid-3")
PP_ONDERSTEUNING = bepaling("privacyprotocol/artikel-9/lid-4")
PP_LEK_PARTNERS = bepaling("privacyprotocol/artikel-8/lid-2")
PP_LEK_PROTOCOL = bepaling("privacyprotocol/artikel-8/lid-3")
PP_LEK_AFWEGING = bepaling("privacyprotocol/artikel-8/lid-4")
PP_LEK_BEPERKEN = bepaling("privacyprotocol/artikel-8/lid-5")
PP_LEK_24_UUR = bepaling("privacyprotocol/artikel-8/lid-6")
PP_BEWAARTERMIJN = bepaling("privacyprotocol/artikel-10/lid-1")
PP_BEVEILIGING = bepaling("privacyprotocol/artikel-11/lid-1")
PP_BEVEILIGD = bepaling("privacyprotocol/artikel-11/lid-2")
SC_BEGRIJPELIJK = bepaling("convenant/artikel-1/lid-5-k")
SC_RECHTEN = bepaling("convenant/artikel-5/lid-2")
SC_TAAK = bepaling("convenant/artikel-7/lid-1")
SC_DOSSIER = bepaling("convenant/artikel-8/lid-4")
WP_TAAK = bepaling("wegwijzer-professionals/basisregel-4")
WP_TAAK_SAMEN = bepaling("wegwijzer-professionals/basisregel-5")
WP_DOEL = bepaling("wegwijzer-professionals/basisregel-6")
WP_NOODZAAK = bepaling("wegwijzer-professionals/basisregel-7")
WP_TWIJFEL = bepaling("wegwijzer-professionals/basisregel-12")
WP_INHOUD = bepaling("wegwijzer-professionals/afweging-1")
WP_NOODZAKELIJK = bepaling("wegwijzer-professionals/afweging-2")
WP_WELKE = bepaling("wegwijzer-professionals/afweging-3")
WP_MINST_INGRIJPEND = bepaling("wegwijzer-professionals/afweging-4")
WP_VERSCHIL = bepaling("wegwijzer-professionals/afweging-5")
WP_BEROEPSCODE = bepaling("wegwijzer-professionals/afweging-5-tip")
MET_HET_GEZIN = bepaling("vuistregels/gezin/vuistregel-3")
VERTELLEN = bepaling("vuistregels/gezin/vuistregel-4")
ANDERS_HELPEN = bepaling("vuistregels/professionals/vuistregel-4")
CASUSOVERLEG = bepaling("vuistregels/professionals/vuistregel-5")
OPNEMEN = bepaling("vuistregels/feitenonderzoek/vuistregel-4")
FEITEN = bepaling("vuistregels/feitenonderzoek/vuistregel-6")
HERSTELLEN = bepaling("vuistregels/feitenonderzoek/vuistregel-8")

KLAGEN = (
    "De vrager: dat hij kan klagen bij de Autoriteit Persoonsgegevens, en binnen zes weken bezwaar kan maken (overheid) of naar de "
    "rechtbank kan (anderen)."
)
"""Where one who is refused can go (R161): every refusal tells it."""
NIETS_GEDEELD = "Nog niemand; er is nog niets gedeeld."
NIETS_BEVESTIGEN = "Wie erom vraagt: nog niets, ook niet dat er hulp is."
"""To say that someone must first be asked tells already that he gets help (R61)."""
WAT_JE_UITZOCHT = "je vraag, wat je hebt uitgezocht en wat je besloot"
HOE_JE_VROEG = "wie je wat vroeg, wanneer en hoe"
WAT_WEL_KAN = "Kijk wat wel kan: anoniem meedenken, algemene expertise, of de betrokkene zelf laten vertellen."
BEVEILIGD = "Geef het langs een beveiligde weg."
ONBEKENDE_BELLER = "Onbekende beller? Bel terug via een nummer dat je al had."
GEHEIME_PLEK = "Geen adres, school of plek als die geheim moet blijven."
