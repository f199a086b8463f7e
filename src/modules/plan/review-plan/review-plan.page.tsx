import {
  Button,
  DateField,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { Member } from '../../people/index.ts'
import { NamesSection } from '../add-names/names-section.tsx'
import { progressOf } from '../answer-questions/review-progress.ts'
import { UsedRecipe } from '../recipes/used-recipe.tsx'
import { ActionsSection } from './actions-section.tsx'
import { reviewFrame } from './review-frame.tsx'
import type { ReviewView } from './review-view.ts'
import { SaidNotice } from './said-facts.tsx'

export type DetailsForm = { readonly title: string; readonly starts: string; readonly ends: string }

/** The draft beside its source: read it through, mend it, adopt it. */
export function reviewPage(
  visitor: Member,
  view: ReviewView,
  details: DetailsForm,
  problems: readonly Problem[],
  flash: string | null,
): string {
  const { plan, items, summary: lede } = view
  return reviewFrame(
    { visitor, plan, current: 'actions', progress: progressOf(items), lede, flash, problems },
    <>
      {view.usedRecipe && <UsedRecipe recipe={view.usedRecipe} planId={plan.id} once={view.once} />}
      <SaidNotice view={view} />
      {hasActions(view) ? <WhatNext view={view} /> : <NoActions view={view} />}
      <PlanDetails view={view} details={details} problems={problems} />
      <ActionsSection view={view} />
      <NamesSection planId={plan.id} names={view.names} ties={view.ties} made={view.madeTies} />
      <Adopt view={view} />
    </>,
  )
}

type Seen = { readonly view: ReviewView }

function hasActions({ groups }: ReviewView): boolean {
  return groups.some(({ actions }) => actions.length > 0)
}

/** The way through a review, for whoever is here for the first time. */
function WhatNext({ view }: Seen) {
  const { all, lookedAt } = progressOf(view.items)
  const open = all - lookedAt
  return (
    <Text>
      {view.plan.period === null && (
        <>
          Say first <a href="#details">from when to when the plan runs</a>, because a month without a year needs that.{' '}
        </>
      )}
      Read each action beside the document and correct what is wrong
      {open > 0 && (
        <>
          , go through the <a href={`/plans/${view.plan.id}/review/questions`}>{counted(open, 'open question')}</a>
        </>
      )}
      , then <a href="#adopt">adopt the plan</a>. Nothing is asked of anybody until you do.
    </Text>
  )
}

/** A document without actions is no dead end: it was the wrong one, or its actions have to be pointed out. */
function NoActions({ view }: Seen) {
  const url = `/plans/${view.plan.id}/review`
  return (
    <Notice kind="warning" title="No action was found in this document">
      <p class="govuk-body">
        If it has a table of actions, <a href={`${url}/columns`}>say what its columns hold</a>. If its actions are in
        sentences, <a href={`${url}/questions`}>make them from the passages that were left over</a>. If it is the wrong
        document, <a href="/documents/new">hand over another</a>.
      </p>
    </Notice>
  )
}

function PlanDetails(props: Seen & { readonly details: DetailsForm; readonly problems: readonly Problem[] }) {
  const { view, details, problems } = props
  return (
    <section class="trellis-details">
      <Heading level={2} id="details">
        Title and period
      </Heading>
      <Form action={`/plans/${view.plan.id}/details`}>
        <div class="trellis-row trellis-row--form">
          <TextInput name="title" label="Title" value={details.title} error={problemOf(problems, 'title')} />
          <DateField name="starts" label="First day" value={details.starts} error={problemOf(problems, 'starts')} />
          <DateField name="ends" label="Last day" value={details.ends} error={problemOf(problems, 'ends')} />
          <Button kind="secondary">Save title and period</Button>
        </div>
        <p class="govuk-hint">A month without a year is read as one of this period</p>
      </Form>
    </section>
  )
}

function Adopt({ view }: Seen) {
  const { plan } = view
  return (
    <section>
      <Heading level={2} id="adopt">
        Adopt the plan
      </Heading>
      <Text>
        It is rated by the scheme of <a href={`/plans/${view.plan.id}/rating-scheme`}>its colours and their rules</a>.
        Agree it before you adopt.
      </Text>
      {plan.period ? (
        <Text>
          Every timescale becomes dated duties to report. From then on each change of an action is kept as a version,
          with who made it and when.
        </Text>
      ) : (
        <Notice kind="warning" title="Set the period first: without it, months have no year" />
      )}
      {hasActions(view) ? (
        <Form action={`/plans/${plan.id}/adoption`}>
          <Button>Adopt this plan</Button>
        </Form>
      ) : (
        <Text>A plan needs an action before it can be adopted.</Text>
      )}
      <Heading level={2}>Or something else</Heading>
      <ul class="govuk-list">
        <li>
          <a href={`/plans/${plan.id}/export`}>Take the draft out as Excel, Word or another format</a>
        </li>
        <li>
          <a href={`/plans/${plan.id}/comparisons`}>Compare with a report</a>, or with the next plan
        </li>
        <li>
          <a href={`/plans/${plan.id}/discard`}>Discard this draft</a>
        </li>
      </ul>
    </section>
  )
}
