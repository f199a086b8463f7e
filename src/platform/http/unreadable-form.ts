/** A form that ends in the middle, or is not built as forms are: whoever sent it is told so, and it is no fault of ours. */
export class UnreadableForm extends Error {
  readonly statusCode = 400
}

/** What to throw for what a reader of forms threw: its own refusal where it has one, and otherwise that the form is unreadable. */
export function asUnreadable(problem: unknown): unknown {
  const hasStatus = problem instanceof Error && 'statusCode' in problem
  return hasStatus ? problem : new UnreadableForm('The form could not be read', { cause: problem })
}
