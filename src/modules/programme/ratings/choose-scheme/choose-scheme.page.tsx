import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  Radios,
  RatingChip,
  Table,
  Text,
} from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { isAdopted, type Plan, type RatingScheme } from '../../../plan/index.ts'
import { ratingOf } from '../rating-words.ts'
import { meaningInWords, recoveryInWords } from '../scheme-words.ts'

export type SchemeOffer = RatingScheme & {
  /** what the form sends for it */
  readonly choice: string
  readonly isOwn: boolean
  readonly version: number
}

export type ChooseSchemeView = {
  readonly plan: Plan
  readonly now: RatingScheme
  readonly offers: readonly SchemeOffer[]
  readonly chosen: string
}

type Sent = { readonly once: string; readonly problems: readonly Problem[]; readonly flash: string | null }

export function chooseSchemePage(visitor: Member, view: ChooseSchemeView, { once, problems, flash }: Sent): string {
  const { plan, now, offers, chosen } = view
  return memberPage(
    {
      visitor,
      title: `Rating scheme: ${plan.title}`,
      section: 'plans',
      hasProblems: problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Rating scheme' },
      ],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={plan.title}>Rating scheme</PageHeading>
      <Lede>The plan is rated by “{now.name}”.</Lede>
      <Rules scheme={now} />
      <Heading level={2}>{isAdopted(plan) ? 'Change it' : 'Choose another'}</Heading>
      <Text>
        {isAdopted(plan)
          ? 'The plan is adopted. Updates already sent keep the scheme they were rated under. Where ratings are counted, each is taken for the colour that means the same; one for which the new scheme has no colour is counted as not rated.'
          : 'Agree it before the plan is adopted, so that everybody rates by it from the first update.'}
      </Text>
      <Form action={`/plans/${plan.id}/rating-scheme`} once={once}>
        <Radios
          name="scheme"
          label="Rate this plan by"
          value={chosen}
          error={problemOf(problems, 'scheme')}
          items={offers.map((offer) => ({
            value: offer.choice,
            text: offer.isOwn ? `${offer.name} (your own, version ${offer.version})` : offer.name,
            hint: <Chips scheme={offer} />,
          }))}
        />
        <Button>Use this scheme</Button>
      </Form>
      <Heading level={2}>Make your own</Heading>
      <Text>Begin from one of these, and change its colours, letters, names, shapes, meanings and rules.</Text>
      <ul class="govuk-list govuk-list--bullet">
        {offers.map((offer) => (
          <li>
            <a href={`/rating-schemes/new?from=${offer.choice}&plan=${plan.id}`}>
              {offer.isOwn ? `The next version of ${offer.name}` : `Like ${offer.name}`}
            </a>
          </li>
        ))}
      </ul>
    </>,
  )
}

export function Chips({ scheme }: { readonly scheme: Pick<RatingScheme, 'id' | 'name' | 'ratings'> }) {
  return (
    <span class="trellis-ratings">
      {scheme.ratings.map(({ key }) => (
        <>
          <RatingChip rating={ratingOf(scheme, key)} size="small" />{' '}
        </>
      ))}
    </span>
  )
}

function Rules({ scheme }: { readonly scheme: RatingScheme }) {
  return (
    <>
      <Table
        caption="What its colours mean"
        columns={[
          { key: 'rating', header: 'Rating', isReference: true },
          { key: 'meaning', header: 'It means' },
          { key: 'evidence', header: 'Evidence' },
          { key: 'back', header: 'A way back' },
        ]}
        rows={scheme.ratings.map((rating) => ({
          rating: <RatingChip rating={ratingOf(scheme, rating.key)} size="small" />,
          meaning: meaningInWords(rating.meaning),
          evidence: rating.needsEvidence ? 'Needed' : 'Not needed',
          back: recoveryInWords(rating.recoveryFor),
        }))}
      />
      <Details summary="Its rules for progress, impact and performance">
        <Table
          caption="Rules of each rating"
          captionIsHidden
          columns={[
            { key: 'name', header: 'Rating', isReference: true },
            { key: 'process', header: 'Progress' },
            { key: 'impact', header: 'Impact' },
            { key: 'performance', header: 'Performance' },
          ]}
          rows={scheme.ratings.map((rating) => ({
            name: rating.name,
            process: rating.processRule,
            impact: rating.impactRule,
            performance: rating.performanceRule,
          }))}
        />
      </Details>
    </>
  )
}
