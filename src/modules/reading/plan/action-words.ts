/** Verbs that open what a plan says will be done, in their plain form. */
const VERBS = `
  achieve act adapt ask auto-enrol adopt advance advocate agree align allocate analyse appoint apply arrange articulate assess assist assure attend audit
  address be begin benchmark bid bring build campaign capture carry celebrate challenge champion change check clarify close co-produce coproduce co-ordinate
  coordinate co-design codesign collaborate collate collect commence commission communicate complete conduct confirm connect consider consolidate consult
  continue contribute convene create decrease define deliver demonstrate deploy design determine develop devise diversify disseminate distribute
  draft drive educate embed empower enable encourage enforce engage enhance ensure escalate establish evaluate evidence examine expand explore extend
  facilitate find finalise focus follow formalise foster fund further gain gather generate give grow guide help hold host identify implement improve incorporate
  increase influence inform initiate install instigate integrate introduce invest investigate invite involve issue join keep launch lead learn
  liaise link lobby listen maintain make manage map market maximise meet mentor minimise mobilise model modernise monitor move narrow negotiate nominate
  offer open operate optimise organise oversee participate partner pilot plan prepare present prevent prioritise procure produce progress promote
  propose protect provide publicise publish purchase pursue put raise re-design re-launch re-write reach realise recommend reconfigure record
  recruit redesign redevelop reduce refine refresh refurbish regenerate reinforce relaunch remove renew repeat replace report represent request
  research reshape resolve respond restructure retain retrofit review revise roll run safeguard scale scope screen secure seek set share
  showcase signpost simplify source specify sponsor standardise start strengthen streamline submit supply support survey sustain tackle target teach test
  track train transfer transform transition trial undertake update upgrade upskill use utilise validate visit widen work write`
  .trim()
  .split(/\s+/)

const PLAIN = new Set(VERBS)
const DOING = new Set(VERBS.flatMap(doingForms))
/** Words that may stand before the verb: "To develop", "We will jointly develop", "Further develop". */
const BEFORE =
  /^(?:(?:to|and|we|will|shall|must|should|jointly|fully|further|actively|also|regularly|proactively|effectively|successfully|collectively|the partnership|partners|all partners)\s+){0,5}/i

/** Whether a text opens as an action does: with a verb of doing ("Develop", "Developing"), or with "we will". */
export function opensAsAction(text: string): boolean {
  const opening = text.slice(0, 120).replace(/^[^\p{L}]+/u, '')
  if (
    /^(?:we|partners|the (?:board|council|partnership|trust|service|team))\s+(?:will|shall|are going to)\b/i.test(
      opening,
    )
  )
    return true
  const word = /^[\p{L}]+(?:-[\p{L}]+)?/u.exec(opening.replace(BEFORE, ''))?.[0].toLowerCase() ?? ''
  return PLAIN.has(word) || DOING.has(word) || (PLAIN.has(word.split('-')[0] ?? '') && word.includes('-'))
}

function doingForms(verb: string): string[] {
  const stem = verb.endsWith('e') && !verb.endsWith('ee') && verb !== 'be' ? verb.slice(0, -1) : verb
  return [`${stem}ing`, `${stem}${stem.slice(-1)}ing`]
}
