import { liftDemand, type Said, vouch } from '../../modules/people/index.ts'
import { named } from './choose-plan.ts'
import { type Command, isOutcome, type Outcome, parse, refused, usage } from './command.ts'
import { type House, withHouse } from './with-house.ts'

const LIFT = 'sign-in lift-demand --partnership NAME'

/** `sign-in vouch`: the operator made sure that a domain of mail is the partnership's. */
export const vouchForDomain: Command = (words) => say(words, 'vouched')

/** `sign-in withdraw`: it is not any more. */
export const withdrawDomain: Command = (words) => say(words, 'withdrawn')

/** `sign-in lift-demand`: a password or a link is enough again, when what is demanded locks everybody out. */
export const liftWhatIsDemanded: Command = async (words) => {
  const parsed = parse(words, { partnership: 'text' }, LIFT)
  if (isOutcome(parsed)) return parsed
  return withHouse(async (house): Promise<Outcome> => {
    const chosen = theOne(house, parsed.text.partnership ?? '', LIFT)
    if ('code' in chosen) return chosen
    const lifted = await liftDemand(house.world, chosen.id)
    return lifted.ok
      ? { code: 0, out: `${chosen.name} demands no ${lifted.value.replace('-', ' ')} of whoever signs in any more\n` }
      : refused(`${chosen.name} demands nothing more than a password or a link. Nothing was changed.`)
  })
}

async function say(words: readonly string[], said: Said): Promise<Outcome> {
  const how = `sign-in ${said === 'vouched' ? 'vouch' : 'withdraw'} --partnership NAME --domain DOMAIN`
  const parsed = parse(words, { partnership: 'text', domain: 'text' }, how)
  if (isOutcome(parsed)) return parsed
  const domain = (parsed.text.domain ?? '').toLowerCase().replace(/^@/, '')
  return withHouse(async (house): Promise<Outcome> => {
    const chosen = theOne(house, parsed.text.partnership ?? '', how)
    if ('code' in chosen) return chosen
    const done = await vouch(house.world, { partnershipId: chosen.id, domain, said })
    if (done.ok) {
      const out = said === 'vouched' ? `${domain} is ${chosen.name}’s` : `${domain} is not ${chosen.name}’s any more`
      return { code: 0, out: `${out}\n` }
    }
    switch (done.refusal.kind) {
      case 'no-domain':
        return refused(`"${domain}" is no domain of mail. Write it as police.example. ${usage(how)}`)
      case 'is-anothers':
        return refused(`${domain} is another partnership’s here. Withdraw it there first: trellis sign-in withdraw.`)
      case 'is-so':
        return refused(`${domain} is ${said === 'vouched' ? '' : 'not '}${chosen.name}’s already. Nothing was changed.`)
    }
  })
}

function theOne({ partnerships }: House, words: string, how: string): House['partnerships'][number] | Outcome {
  if (words === '') return refused(`Say which partnership. ${usage(how)}`)
  const exact = partnerships.find(({ name }) => name === words)
  const [chosen, ...others] = exact ? [exact] : named(partnerships, words)
  if (!chosen) return refused(`No partnership is called "${words}". ${usage(how)}`)
  return others.length === 0 ? chosen : refused(`Several partnerships match "${words}". Write its whole name.`)
}
