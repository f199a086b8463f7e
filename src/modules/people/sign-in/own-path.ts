export const FIRST_PAGE = '/plans'
/** Any address of ours, to resolve a path against. */
const OURS = 'http://ours.example'

/** A path of this site, so that a link cannot send somebody elsewhere after signing in; the first page instead of any other. */
export function ownPath(next: string): string {
  if (!/^\/[\w\-/?=&%.+]*$/.test(next) || !URL.canParse(next, OURS)) return FIRST_PAGE
  const { origin, pathname, search } = new URL(next, OURS)
  return origin === OURS && !pathname.startsWith('//') && !pathname.startsWith('/sign-')
    ? pathname + search
    : FIRST_PAGE
}
