import { Details, Heading, Inset, SourceLines } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { ReviewView } from './review-view.ts'

/** What of the document stands in no action, so that nobody has to compare the two. */
export function NotUnderstoodSection({ view }: { readonly view: ReviewView }) {
  return (
    <section>
      <Heading level={2} id="not-understood">
        Not understood as part of the plan
      </Heading>
      <p class="govuk-body">
        Every word of the document is either above or here. Introductions and addresses belong here; an action does not.
      </p>
      {view.claims.length > 0 && (
        <Inset>
          The document itself says:
          <ul class="govuk-list govuk-list--bullet">
            {view.claims.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Inset>
      )}
      {view.notUnderstood.length > 0 && (
        <Details summary={`Show ${counted(view.notUnderstood.length, 'passage')}`}>
          <SourceLines
            label={view.fileName ?? 'The document'}
            lines={view.notUnderstood.map(({ text, where }) => ({ number: where.line ?? where.row ?? 0, text }))}
          />
        </Details>
      )}
    </section>
  )
}
