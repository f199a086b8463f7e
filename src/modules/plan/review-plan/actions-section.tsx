import { Details, Heading, Pagination } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { PartWords } from '../part-words.tsx'
import { LastChange, SetAsideRows } from './draft-changes.tsx'
import { PageSteps } from './page-steps.tsx'
import { ReadAction } from './read-action.tsx'
import { type ReviewAim, titleOf } from './review-aims.ts'
import { reviewHref } from './review-href.ts'
import type { ReviewGroup, ReviewView } from './review-view.ts'
import { SourcePane } from './source-pane.tsx'

type Seen = { readonly view: ReviewView }

/** Every action under its aim, beside the lines it came from. */
export function ActionsSection({ view }: Seen) {
  return (
    <section>
      <Heading level={2} id="actions">
        What was read, beside the document
      </Heading>
      <LastChange view={view} />
      <ReviewIndex view={view} />
      {view.document && (
        <p class="trellis-work__keys">
          Keys: <kbd>j</kbd> next action, <kbd>k</kbd> back, <kbd>c</kbd> correct it
        </p>
      )}
      {view.document && <PageSteps view={view} document={view.document} />}
      {view.document ? (
        <trellis-desk class="trellis-desk">
          <SourcePane document={view.document} fileName={view.fileName ?? 'The document'} />
          <div class="trellis-desk__results">
            <Results view={view} />
          </div>
        </trellis-desk>
      ) : (
        <Results view={view} />
      )}
      <SetAsideRows view={view} />
      <Pagination
        page={view.shown.page}
        pages={view.shown.pages}
        hrefFor={(page) => reviewHref(view, page, 'actions')}
        label="Pages of actions"
      />
    </section>
  )
}

function Results({ view }: Seen) {
  if (view.shown.aims.length === 0) return <p class="govuk-body">Nothing on this page became an action.</p>
  return (
    <>
      {view.shown.aims.map((aim) => (
        <Aim aim={aim} view={view} />
      ))}
    </>
  )
}

/** The aims of the draft, each with its page; many are folded, so that they are no wall before the actions. */
function ReviewIndex({ view }: Seen) {
  if (view.aims.length < 2) return null
  const list = <AimLinks view={view} />
  return (
    <nav class="trellis-index" aria-label="Aims of this plan">
      {view.aims.length > MOST_AIMS_OPEN ? (
        <Details summary={`Go to one of the ${view.aims.length} headings`}>{list}</Details>
      ) : (
        list
      )}
    </nav>
  )
}

const MOST_AIMS_OPEN = 12

function AimLinks({ view }: Seen) {
  return (
    <ul class="trellis-index__list">
      {view.aims.map((aim) => (
        <li>
          <a href={reviewHref(view, view.shown.pageByAim.get(aim.id) ?? 1, aim.id)}>{aim.title}</a>{' '}
          <span class="trellis-index__count">
            {counted(aim.actionCount, 'action')}, {counted(aim.questionCount, 'open question')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Aim({ aim, view }: Seen & { readonly aim: ReviewAim }) {
  return (
    <section class="trellis-aim">
      <Heading level={3} size="m" id={aim.id}>
        {aim.title}
      </Heading>
      {aim.groups.map((group) => (
        <Group group={group} view={view} isAim={group.trail.length === 0} />
      ))}
    </section>
  )
}

function Group({ group, view, isAim }: Seen & { readonly group: ReviewGroup; readonly isAim: boolean }) {
  const { part, trail, actions } = group
  return (
    <>
      {!isAim && <Heading level={4}>{[...trail.slice(1), titleOf(part)].join(' › ')}</Heading>}
      {part && <PartWords part={part} />}
      {actions.length === 0 && !group.hasParts && <p class="govuk-body">No action was read under this heading.</p>}
      {actions.length > 0 && (
        <ol class="trellis-reads">
          {actions.map((action) => (
            <ReadAction action={action} view={view} />
          ))}
        </ol>
      )}
    </>
  )
}
