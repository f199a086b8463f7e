import type { Field, FieldKind, Target } from './fields-of-routes.ts'
import { HOSTILE_INPUTS, type HostileInput } from './hostile-inputs.ts'

/** One request's hostile words by the name of the field; every other field holds what belongs there, or nothing. */
export type Filling = { readonly hostile: ReadonlyMap<Field, HostileInput>; readonly keepsOthers: boolean }

export const CLASSES: readonly string[] = [...new Set(HOSTILE_INPUTS.map(({ kind }) => kind))]
/** How many classes of inputs every field meets, at least. */
export const A_DOZEN = 12
/** An address names a record and is looked up in one way everywhere, so each of its places meets fewer. */
const IN_ADDRESSES = 3
/** To make a paper or an export, or to read a document again, takes a second, so their fields meet fewer classes. */
const COSTLY = /board-report\.pdf|reporting\.pdf|export\/:format|audit\/export|review\/(columns|colours)$/
const IN_COSTLY = 3
/** Above this, the words fill an address by themselves, and all that can be learnt is that it is too long. */
const LONGEST_IN_QUERY = 300

/**
 * Which input meets which field: a sample, the same in every run.
 *
 * The law: every field of a form or a query meets inputs of a dozen classes, in company of other hostile fields, and those that a page
 * shows two more, alone. Every kind of field meets every input, which the tests count.
 * To try all of them in all fields would take an hour and run the same code again and again.
 */
export class Sample {
  readonly #turns = new Map<string, number>()
  readonly #met = new Map<FieldKind, Set<HostileInput>>()
  #start = 0

  /** Twelve times all fields at once, each with another class; then each field alone, with what belongs there in the others. */
  fillings({ fields, route }: Pick<Target, 'fields' | 'route'>): readonly Filling[] {
    this.#start += 5
    const inputFor = (field: Field, at: number) =>
      this.#next(field.kind, CLASSES[(this.#start + at) % CLASSES.length] ?? '')
    const together = (round: number): Filling => ({
      hostile: new Map(fields.map((field, at) => [field, inputFor(field, at + round)])),
      keepsOthers: false,
    })
    const alone = (round: number) =>
      fields
        .filter(({ kind }) => kind !== 'query' && kind !== 'code')
        .map((field, at): Filling => ({ hostile: new Map([[field, inputFor(field, at + round)]]), keepsOthers: true }))
    if (COSTLY.test(route)) return upTo(IN_COSTLY).map(together)
    if (fields.every(({ kind }) => kind === 'path')) return upTo(IN_ADDRESSES).flatMap(alone)
    return [...upTo(A_DOZEN).map(together), ...alone(0), ...alone(7)]
  }

  /** What a kind of field has not met yet, put into those of its fields in turn. */
  rest(kind: FieldKind, targets: readonly Target[]): readonly { readonly target: Target; readonly filling: Filling }[] {
    const places = targets.flatMap((target) =>
      target.fields.filter((field) => field.kind === kind).map((field) => ({ target, field })),
    )
    return HOSTILE_INPUTS.filter((input) => !this.#met.get(kind)?.has(input)).flatMap((input, at) => {
      const place = places[at % places.length]
      if (!place) return []
      this.#meet(kind, input)
      return [{ target: place.target, filling: { hostile: new Map([[place.field, input]]), keepsOthers: true } }]
    })
  }

  /** The inputs that a kind of field has not met. */
  missing(kind: FieldKind): readonly HostileInput[] {
    return HOSTILE_INPUTS.filter((input) => !this.#met.get(kind)?.has(input))
  }

  /** The next of a class for a kind of field, so that the kind's fields go through the class together. */
  #next(kind: FieldKind, ofClass: string): HostileInput {
    const inputs = HOSTILE_INPUTS.filter(
      (input) => input.kind === ofClass && (kind !== 'query' || input.text.length <= LONGEST_IN_QUERY),
    )
    const turn = this.#turns.get(`${kind} ${ofClass}`) ?? 0
    this.#turns.set(`${kind} ${ofClass}`, turn + 1)
    const input = inputs[turn % inputs.length]
    if (!input) throw new Error(`There is no input of the class ${ofClass}`)
    this.#meet(kind, input)
    return input
  }

  #meet(kind: FieldKind, input: HostileInput): void {
    this.#met.set(kind, (this.#met.get(kind) ?? new Set()).add(input))
  }
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at)
}
