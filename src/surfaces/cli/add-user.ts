import { GIVEN_ROLES, type GivenRole, type MemberRefusal, setUpMember } from '../../modules/people/index.ts'
import { makePassword } from '../../platform/password.ts'
import { type Command, isOutcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'user add --partnership NAME --name NAME --email ADDRESS [--role ROLE] [--area AREA]'

/** `user add`: a sign-in with a password made here and shown once; the first one makes the partnership. */
export const addUser: Command = async (words) => {
  const parsed = parse(words, { partnership: 'text', name: 'text', email: 'text', role: 'text', area: 'text' }, HOW)
  if (isOutcome(parsed)) return parsed
  const { partnership, name, email, role = 'none', area } = parsed.text
  if (!partnership || !name || !email)
    return refused(`Say the partnership, the name and the e-mail address. ${usage(HOW)}`)
  if (!/^\S+@\S+\.\S+$/.test(email)) return refused(`"${email}" is not an e-mail address.`)
  const given = roleNamed(role)
  if (!given && role !== 'none') {
    return refused(
      `"${role}" is no role. Choose ${GIVEN_ROLES.join(', ')}, or leave --role away for a lead or a chair.`,
    )
  }
  return withHouse(async ({ world, accounts, partnerships }) => {
    const password = makePassword()
    const made = await setUpMember(world, accounts, {
      known: partnerships.find((one) => one.name === partnership) ?? null,
      partnership,
      area: area ?? partnership,
      name,
      email,
      password,
      role: given,
    })
    if (!made.ok) return refused(`${sentenceFor(made.refusal, name, email)} Nothing was changed.`)
    return { code: 0, out: `${name} signs in as ${email} with the password ${password}\n` }
  })
}

/** A board member was called a viewer once; scripts still say so. */
function roleNamed(words: string): GivenRole | null {
  return GIVEN_ROLES.find((role) => role === (words === 'viewer' ? 'member' : words)) ?? null
}

function sentenceFor(refusal: MemberRefusal, name: string, email: string): string {
  switch (refusal.kind) {
    case 'has-a-sign-in':
      return `${email} has a sign-in already.`
    case 'several-of-that-name':
      return `${refusal.count} people of the directory are called ${name}, and it cannot be told which of them ${email} is.`
  }
}
