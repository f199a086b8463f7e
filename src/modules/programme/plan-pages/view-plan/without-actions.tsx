import { Heading } from '../../../../design/index.ts'
import { type PartShown, PartWords, partTitle } from '../../../plan/index.ts'

/** Promises and other parts that hold no action: they are the plan's too, and not lost for having none. */
export function WithoutActions({ parts }: { readonly parts: readonly PartShown[] }) {
  if (parts.length === 0) return null
  return (
    <section>
      <Heading level={2}>Also in the plan, with no actions</Heading>
      {parts.map((part) => (
        <>
          <Heading level={3}>{partTitle(part)}</Heading>
          <PartWords part={part} />
        </>
      ))}
    </section>
  )
}
