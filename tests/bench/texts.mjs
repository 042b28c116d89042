// Makes news-like articles out of sentence patterns, the same ones every time, no two alike.
// Must not hold anyone's text: every pattern here is our own, every person in it is made up.

/** Characters of an article, and of the text that shows whether time grows with length alone. */
export const SIZE = 4000;
export const LONG = 1_000_000;

/** A small generator of repeatable numbers (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @type {Record<string, string[]>} */
const WORDS = {
  state: 'Iran,North Korea,Russia,Ukraine,the United States,France,Germany,China,Japan,Brazil,Egypt,Kenya,Norway,Turkey,India,Pakistan,Israel,Saudi Arabia,Mexico,Poland,Jordan,Chad,Georgia,Indonesia,South Africa,the UAE,Vietnam'.split(','),
  people: 'Iranian,North Korean,Russian,Ukrainian,American,French,German,Chinese,Japanese,Brazilian,Egyptian,Kenyan,Norwegian,Turkish,Indian,Pakistani,Israeli,Saudi,Mexican,Polish,Jordanian,Georgian,Indonesian,Vietnamese'.split(','),
  capital: 'Tehran,Pyongyang,Moscow,Kyiv,Washington,Paris,Berlin,Beijing,Tokyo,Cairo,Nairobi,Oslo,Ankara,New Delhi,Islamabad,Riyadh,Warsaw,Amman,Tbilisi,Jakarta,Hanoi,the Kremlin'.split(','),
  given: 'Anna,Tomas,Leila,Kofi,Mei,Jonas,Farah,Viktor,Ines,Samuel,Yuna,Pavel,Amina,Henrik,Rosa,Idris,Clara,Daniel'.split(','),
  family: 'Petrova,Lindqvist,Haddad,Mensah,Zhang,Keller,Rahimi,Sokolov,Duarte,Brooks,Ito,Novak,Diallo,Larsen,Vega,Osman,Moreau,Whitfield'.split(','),
  office: 'foreign minister,defence minister,finance minister,deputy prime minister,ambassador to the United Nations,interior minister,trade minister,army spokesman,central bank governor'.split(','),
  body: 'the foreign ministry,the defence ministry,the central bank,the border guard,the intelligence service,the supreme court,the election commission,the coast guard'.split(','),
  expert: 'a senior analyst,a professor of international law,a former diplomat,a researcher,an energy economist,a historian'.split(','),
  vague: 'analysts,officials,two people familiar with the talks,a senior official,diplomats,witnesses,local media,residents,aid workers,people close to the government'.split(','),
  said: 'said,told reporters,announced,added,claimed,insisted,denied,confirmed,warned,acknowledged,argued,suggested,told state television'.split(','),
  day: 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday'.split(','),
  month: 'January,March,April,May,June,September,October,December'.split(','),
  thing: 'a shipment of grain,the new pipeline,a training exercise,the draft agreement,the loan,a fishing dispute,the railway bridge,two patrol boats,the ceasefire,the visa rules,a satellite,the hospital,a data centre'.split(','),
  deed: 'the alleged arms transfers,the reported strike,the suspected sabotage,the purported leak,the so-called buffer zone,an attack widely blamed on rebels,the disputed vote,the missing funds'.split(','),
  plan: 'expand the port,close the crossing,sign the treaty before winter,send another delegation,lift the sanctions,publish the full report,hold new elections,reopen the embassy'.split(','),
  hedge: 'may,might,could,is likely to,would possibly'.split(','),
  number: '12|40|300|1,200|7,000|2.5 million|18|65|more than 90|at least 14'.split('|'),
};

const PATTERNS = `
A {people} delegation left {capital} for {state} on {day}, {body} said, for talks about {thing}.
{Capital} {said} that {state} had agreed to {plan}, but gave no details.
{People} {office} {given} {family} {said} the two governments {hedge} {plan} by the end of {month}.
“We have nothing to hide and no reason to {plan},” {given} {family}, the {people} {office}, told reporters in {capital}.
According to {vague}, {thing} was discussed for {number} minutes before the meeting ended without a statement.
{Vague} said {deed} would make it harder for {capital} to {plan}.
The visit comes after {capital} bolstered ties with {capital2} in recent months, the state news agency reported.
{State} has accused {state2} of {deed}, a charge that {capital2} has repeatedly denied.
It could not be independently verified whether {thing} had reached {state2} by {day}.
{Given} {family}, {expert} at the Institute for Coastal Studies, said the move was meant to reassure investors.
“That is not how these things are done,” she said. “Nobody here expects {state} to {plan}.”
The ministry declined to comment on {deed}, citing the court case.
{Number} people were hurt when {thing} was damaged near the border, local police said, and {number} remain in hospital.
In {month}, {state} and {state2} signed a memorandum on trade, tourism and the return of {number} students.
{Body2} did not immediately respond to a request for comment about {thing}.
Prices in {capital} rose by {number} per cent over the year, official figures showed, the slowest pace since {month}.
{Capital} insists that it never asked {state2} to {plan}.
{Vague}, speaking on condition of anonymity because they were not authorised to brief the press, described the talks as cold.
Satellite images reviewed by researchers show that work on {thing} began in {month}.
The weather was mild, and the square in front of the old station had filled with students by noon.
Farmers from the hills had driven down overnight; several slept in their lorries, and one had brought his dog.
{Family} was quoted as saying that {deed} was “a closed chapter”, although a parliamentary inquiry goes on.
Critics say the {people} government wants to {plan}, whatever the court decides.
The {people2} embassy in {capital} rejected what it called unfounded claims about {thing}.
It is believed that {number} containers were moved, a figure that {body} disputes.
The UN Security Council is due to meet on {day} to discuss {deed}, and the EU has called for restraint.
He said that {state} would not {plan} “under any pressure from anyone”, according to a transcript on the ministry’s site.
At the port, cranes stood still for a third week while lawyers argued over who owns {thing}.
`.trim().split('\n');

/**
 * One article of at least `size` characters, in paragraphs.
 * @param {number} seed
 * @param {number} size
 */
export function article(seed, size) {
  const next = numbers(seed);
  /** @template T @param {T[]} list @returns {T} */
  const pick = (list) => list[Math.floor(next() * list.length)];
  /** @param {string} pattern */
  const fill = (pattern) =>
    pattern.replace(/\{(\w)(\w*?)2?\}/g, (_, first, rest) => {
      const word = pick(WORDS[first.toLowerCase() + rest]);
      return first === first.toLowerCase() ? word : word[0].toUpperCase() + word.slice(1);
    });
  let text = fill('{Capital} {said} {state2} will {plan} as talks resume');
  while (text.length < size) {
    const sentences = Array.from({ length: 1 + Math.floor(next() * 3) }, () => fill(pick(PATTERNS)));
    text += `\n\n${sentences.join(' ')}`;
  }
  return text;
}
