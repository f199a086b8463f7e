/** Tells the browser's own key chain whose password is asked for; the visitor sees nothing of it. */
export function UsernameBox({ email }: { readonly email: string }) {
  return <input type="text" autocomplete="username" value={email} readOnly hidden />
}
