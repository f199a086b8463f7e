import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  PageHeading,
  Table,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { type Periods, RETENTION, RETENTION_KINDS, type RetentionKind } from '../retention/retention.ts'
import { HOLDINGS, type Holding } from './holdings.ts'

export type PrivacyView = {
  readonly periods: Periods
  readonly problem: { readonly kind: RetentionKind; readonly typed: string; readonly message: string } | null
  readonly newKey: () => string
}

/** What personal data is held, why, on what basis, where and for how long; and the periods, to be set. */
export function privacyPage(visitor: Member, view: PrivacyView, flash: string | null): string {
  const { problem } = view
  return memberPage(
    {
      visitor,
      title: 'Personal data',
      wide: true,
      flash: flash ? { kind: 'done', title: flash } : null,
      hasProblems: problem !== null,
    },
    <>
      <ErrorSummary problems={problem ? [{ field: `days-${problem.kind}`, message: problem.message }] : []} />
      <PageHeading>Personal data in Trellis</PageHeading>
      <Lede>
        What Trellis holds of people, why, and for how long. It is your record of processing, made from the same list
        that a test holds against every table.
      </Lede>
      <Table
        caption="What is held"
        columns={[
          { key: 'name', header: 'What', isReference: true },
          { key: 'why', header: 'Why' },
          { key: 'kept', header: 'How long' },
          { key: 'where', header: 'Where' },
        ]}
        rows={HOLDINGS.map((holding) => ({
          name: (
            <>
              {holding.name}
              <span class="trellis-detail">{holding.about}</span>
            </>
          ),
          why: (
            <>
              {holding.why}
              <span class="trellis-detail">{holding.basis}</span>
            </>
          ),
          kept: keptInWords(holding.kept, view.periods),
          where: holding.tables.join(', '),
        }))}
      />
      <Text>
        Plans, updates, notes and files are what people wrote, and may name anybody. They are kept as long as the plan.
        To see all that is held of one person, or erase them, open their page in the <a href="/people">directory</a>.
      </Text>
      <Heading level={2}>How long things are kept</Heading>
      <Text>
        A job looks each night, and the audit trail says what it forgot. A shorter period takes effect tonight.
      </Text>
      {RETENTION_KINDS.map((kind) => (
        <PeriodForm kind={kind} view={view} />
      ))}
    </>,
  )
}

function PeriodForm({ kind, view }: { readonly kind: RetentionKind; readonly view: PrivacyView }) {
  const { name, counts, becomes, days } = RETENTION[kind]
  const problem = view.problem?.kind === kind ? view.problem : null
  return (
    <section>
      <Heading level={3}>{name}</Heading>
      <Form action="/privacy/periods" once={view.newKey()}>
        <Hidden name="kind" value={kind} />
        <TextInput
          name={`days-${kind}`}
          label={`Days ${counts}`}
          hint={`Then ${becomes}. Unless you say otherwise: ${days.toLocaleString('en-GB')}`}
          value={problem?.typed ?? `${view.periods[kind]}`}
          error={problem?.message}
          inputmode="numeric"
          width="short"
        />
        <Button kind="secondary">
          Save<span class="govuk-visually-hidden"> the days for: {name}</span>
        </Button>
      </Form>
    </section>
  )
}

function keptInWords(kept: Holding['kept'], periods: Periods): string {
  if (typeof kept === 'object') return kept.inWords
  return `${periods[kept].toLocaleString('en-GB')} days ${RETENTION[kept].counts}`
}
