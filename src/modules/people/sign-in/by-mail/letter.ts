import { type Letter, LINK_MINUTES } from '../letter-kinds.ts'

type Words = { readonly subject: string; readonly text: string }

/** What a letter says; the link stands on a line of its own. */
export function letterWords(letter: Letter, origin: string, partnership: string): Words {
  const query = new URLSearchParams({ key: letter.key, ...(letter.next && { next: letter.next }) })
  switch (letter.kind) {
    case 'sign-in-link':
      return {
        subject: 'Your link to sign in to Trellis',
        text: paragraphs(
          `You asked for a link to sign in to the plan of ${partnership}. Open it and press the button:`,
          `${origin}/sign-in/link/open?${query}`,
          `It works once, for ${LINK_MINUTES} minutes. If you did not ask for it, do nothing: it opens nothing by itself.`,
        ),
      }
    case 'password-link':
      return {
        subject: 'Choose a new password for Trellis',
        text: paragraphs(
          `You asked to choose a new password for the plan of ${partnership}. Open this link:`,
          `${origin}/password/new?${query}`,
          `It works once, for ${LINK_MINUTES} minutes. If you did not ask for it, do nothing: your password stays as it is.`,
        ),
      }
  }
}

function paragraphs(...all: readonly string[]): string {
  return all.join('\n\n')
}
