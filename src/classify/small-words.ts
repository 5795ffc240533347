/** The small words that make up a third of any text, and that the other language does not have. */
const dutch = words(
  'het een ik niet van voor naar mijn jullie graag zijn wordt ook uw wij heb hebben deze dit dat op bij te kunt kan wil maar nog om aan als meer geen',
);
const english = words('the and you my please would with this your have been which they from what that are not our will of to it for');
/** So that a language next door is not taken for one of ours. */
const foreign = words(
  'und der die das ich nicht ist mit für sie auf ein eine zu le la les des et je vous pour une est dans pas el los las que por una con il che non per sono di och att det jag inte som för ikke jeg til og på w na się nie że do a os não',
);

const most = 150;
const leastHits = 6;
const leastShare = 0.15;
/** So many times more hits than all the others together. */
const leastLead = 4;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * `nl` or `en` where the small words leave no doubt, else null. On longer texts it is forty times as fast as the language
 * library, and right where that is misled: it calls English delivery reports Dutch for the addresses and codes in them.
 */
export function plainLanguage(text: string): 'nl' | 'en' | null {
  const read = text.toLowerCase().split(/\s+/, most);
  const [nl, en, other] = [dutch, english, foreign].map((set) => read.filter((word) => set.has(word)).length) as [number, number, number];
  const least = Math.max(leastHits, read.length * leastShare);
  if (nl >= least && nl >= leastLead * (en + other)) return 'nl';
  if (en >= least && en >= leastLead * (nl + other)) return 'en';
  return null;
}
