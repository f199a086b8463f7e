/** Words and marks of grammar, which change nothing about a time. */
const PLAIN = new Set(
  (
    'the a an of in on at for with during within is are be it its this all each both over next s any order as often possible ' +
    'latest earliest . : ( ) [ ] * " \' | ! date dates timescale timescales timeline timeframe when'
  ).split(' '),
)
/** Words of the trade: they say what falls due, not when. */
const MATTER = new Set(
  (
    'report reports reported reporting final draft review reviews reviewed interim progress update updates updated meeting meetings ' +
    'board boards publish published publication launch launched implementation implement implemented deliver delivered delivery ' +
    'paper papers initial version signed sign agreed agree approved approval cabinet executive committee scrutiny plan strategy action ' +
    'audit audits evaluation evaluate evaluated analysis phase stage milestone training workshop workshops survey annual conference event ' +
    'presented present presentation submit submitted submission refresh refreshed set up in place monitored monitor minimally least ' +
    'quarters quarter half term terms school year years month months week day days activity activities provided funded funding ' +
    'new revised revision extended extend moved postponed rescheduled complete elements work bi'
  ).split(' '),
)

export function isPlain(form: string): boolean {
  return PLAIN.has(form)
}

export function isMatter(form: string): boolean {
  return MATTER.has(form)
}
