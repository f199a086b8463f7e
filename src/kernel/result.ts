/** The answer of a rule that may say no: a value, or a refusal whose `kind` names the reason. */
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>
export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal }

export function ok(): Ok<undefined>
export function ok<const Value>(value: Value): Ok<Value>
export function ok(value?: unknown): Ok<unknown> {
  return { ok: true, value }
}

export function refuse<const Refusal extends { readonly kind: string }>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal }
}

/** Ends a `switch` over a closed list: the compiler objects when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`)
}
