/** Joins the class names that apply: `classNames('a', isOpen && 'a--open')`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
