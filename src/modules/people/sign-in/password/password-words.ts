import { unreachable } from '../../../../kernel/result.ts'
import { LONGEST, type PasswordProblem, SHORTEST } from './check-password.ts'

/** What to say of a password that will not do, and how to mend it. */
export function problemInWords(problem: PasswordProblem): string {
  switch (problem) {
    case 'too-short':
      return `Choose at least ${SHORTEST} characters. Three or four words that do not belong together are easy to keep in mind`
    case 'too-long':
      return `Choose at most ${LONGEST} characters`
    case 'common':
      return 'Many people use this password or one much like it, so it is tried first. Choose another, such as four words that do not belong together'
    case 'about-you':
      return 'This is built on a name or an address that others know. Choose words that have nothing to do with you or the partnership'
    case 'one-thing-repeated':
      return 'This repeats a few characters or runs through them in order. Choose words that do not belong together'
    default:
      return unreachable(problem)
  }
}
