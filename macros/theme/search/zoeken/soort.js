// What sort of question it is: one about the site ("werkt dit offline"), one that tells of people ("moeder wil niet dat school het
// weet"), one that asks what is allowed ("mag ik de huisarts bellen"), or a subject. It decides how soon practice examples stand beside the text, and which comes first.

import { words } from "./nederlands.js";

const PEOPLE =
  "(?:pleeg|stief)?(?:moeder|vader|ouders?|pa|ma|papa|mama)|(?:pleeg)?kind|jongen|meisje|meid|zoon|dochter|jongere|puber|leerling|baby|peuter|kleuter|" +
  "oma|opa|tante|oom|broer(?:tje)?|zus(?:je)?|ex|buren|buurvrouw|buurman|vrouw|man|collega|juf|meester|mentor|voogd|trainer|baas|" +
  "hij|hem|zij|haar";
const TELLS = new RegExp(`\\b(?:mijn|${PEOPLE}|wil|willen|zegt|zeggen|belt|vraagt)\\b`);
const OF_FAMILY = new RegExp(`\\b(?:${PEOPLE}|dossiers?|verslag(?:en)?|plan|gezin(?:nen)?|client(?:en)?|mail(?:en|t)?|stuur|sturen|gestuurd)\\b`);
const ASKS = /\b(?:mag|mogen|moet|moeten|kan) (?:ik|we|wij|de|het|een|hij|zij|ze)\b/;
/** What people call the site itself and what can be done with it; beside one of the words of a family it is said of its papers. */
const SITE =
  "(?:deze|de|jullie|op de) (?:site|website|webpagina|app)|site|website|offline|wifi|(?:zonder|geen) (?:internet|bereik|netwerk|verbinding)|internet nodig|" +
  "(?:word|pdf) ?(?:bestand|bestanden|document|versie)|in word|epub|e ?book|ereader|docx?|pdf|downloaden|downloads?|afdrukken|uitdraaien|printversie|" +
  "(?:boekje|handboek|zakboek|bladzijde|pagina|boom|formulier(?:en)?|alles|site|teksten?|convenant|protocol) (?:uit)?printen|zakboek|handboek|boekje|" +
  "installeren|beginscherm|startscherm|app (?:op|voor) (?:mijn |je |de )?(?:telefoon|tablet|iphone|ipad|scherm)|app store|play store|" +
  "toegankelijkheid|toegankelijk voor|schermlezer|voorleessoftware|wcag|slechtziend(?:en)?|lettergrootte|grotere letters|donkere (?:modus|kleuren)|" +
  "zoek(?:functie|machine|balk|veld)|" +
  "cookies?|browser|tabblad|rekenhulp|mijn (?:antwoorden|invoer|keuzes)|antwoorden (?:wissen|bewaard|bewaren|opgeslagen|kwijt|weg)|" +
  "makers?|helpdesk|feedback|fout(?:je)? (?:op|in) de (?:site|tekst)|tikfout(?:en)?|licenties?|copyright|auteursrecht|" +
  "(?:vorige|oude|nieuwe|laatste|welke) versies?|versie ?nummer|eigen versie|wat is er (?:nieuw|veranderd|gewijzigd)";
const OF_SITE = new RegExp(`\\b(?:${SITE})\\b`);
/** What the reader does here himself; whoever else is named then ("kan mijn baas zien wat ik intyp") is no family. */
const TYPES = /\b(?:wat|als|dat) ik (?:hier |alles )?(?:invul|intyp|intik|invoer|aanklik|aanvink|opzoek)\b/;
const SHORT = 2; // words: who types no more looks for a subject
const SENTENCE = 4; // words: who types as many asks something

/** @param {string} question @returns {"site" | "verhaal" | "mag" | "onderwerp"} */
export function sortOf(question) {
  const asked = words(question);
  const text = asked.join(" ");
  if (TYPES.test(text) || (OF_SITE.test(text) && !OF_FAMILY.test(text))) return "site";
  if (asked.length > SHORT && TELLS.test(text)) return "verhaal";
  return asked.length >= SENTENCE || ASKS.test(text) ? "mag" : "onderwerp";
}
