import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Inset,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  RatingChip,
  Select,
  TextArea,
  TextInput,
} from '../../../../design/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { MEANINGS, RECOVERIES } from '../scheme-words.ts'
import { COLOUR_NAMES, SHAPES, type TypedColour, type TypedScheme } from './check-scheme.ts'

export type MakeSchemeView = {
  readonly typed: TypedScheme
  /** the scheme it is the next version of */
  readonly follows: { readonly id: string; readonly name: string; readonly version: number } | null
  readonly planId: string
  readonly once: string
  readonly problems: readonly Problem[]
}

export function makeSchemePage(visitor: Member, { typed, follows, planId, once, problems }: MakeSchemeView): string {
  const title = follows ? `The next version of ${follows.name}` : 'Make a rating scheme'
  return memberPage(
    {
      visitor,
      title,
      section: 'plans',
      hasProblems: problems.length > 0,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: 'Rating scheme', href: `/plans/${planId}/rating-scheme` },
        { text: title },
      ],
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>{title}</PageHeading>
      <Lede>
        {follows
          ? `It becomes version ${follows.version + 1}. Plans and updates rated by version ${follows.version} keep it until you choose this one for them.`
          : 'Say what each colour is called, what it means, and when it is right.'}
      </Lede>
      <Form action="/rating-schemes" once={once}>
        <Hidden name="follows" value={follows?.id ?? ''} />
        <Hidden name="plan" value={planId} />
        <Preview typed={typed} />
        <TextInput name="name" label="Name of the scheme" value={typed.name} error={problemOf(problems, 'name')} />
        {typed.colours.map((colour) => (
          <ColourFields colour={colour} problems={problems} />
        ))}
        <ButtonGroup>
          <Button name="step" value="make">
            Make this scheme
          </Button>
          <Button kind="secondary" name="step" value="preview">
            Show how it looks
          </Button>
        </ButtonGroup>
      </Form>
    </>,
  )
}

function Preview({ typed }: { readonly typed: TypedScheme }) {
  const used = typed.colours.filter(({ isUsed, name }) => isUsed && name !== '')
  return (
    <Inset quiet>
      <span class="trellis-ratings" id="preview">
        {used.map(({ key, name, letter, shape }) => {
          const known = SHAPES.find(({ value }) => value === shape)
          return (
            <>
              <RatingChip
                rating={{ key, name, letter: letter.slice(0, 2), ...(known && { shape: known.value }) }}
              />{' '}
            </>
          )
        })}
        {used.length === 0 && 'No colour is used yet.'}
      </span>
    </Inset>
  )
}

type ColourProps = { readonly colour: TypedColour; readonly problems: readonly Problem[] }

function ColourFields({ colour, problems }: ColourProps) {
  const { key } = colour
  const word = COLOUR_NAMES[key]
  const field = (name: string) => ({ name: `${key}-${name}`, error: problemOf(problems, `${key}-${name}`) })
  return (
    <section>
      <Heading level={2}>{word}</Heading>
      <Checkboxes
        {...field('used')}
        label={<span class="govuk-visually-hidden">Whether {word} is used</span>}
        values={colour.isUsed ? ['yes'] : []}
        items={[{ value: 'yes', text: `The scheme has ${word.toLowerCase()}` }]}
      />
      <TextInput {...field('name')} label={`What ${word} is called`} width="medium" value={colour.name} />
      <TextInput {...field('letter')} label={`Letter of ${word}`} width="short" value={colour.letter} />
      <Select {...field('shape')} label={`Shape of ${word}`} options={SHAPES} value={colour.shape} />
      <Select
        {...field('meaning')}
        label={`What ${word} means`}
        none="Choose"
        options={MEANINGS}
        value={colour.meaning}
      />
      <Checkboxes
        {...field('evidence')}
        label={`Evidence for ${word}`}
        values={colour.needsEvidence ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Its chair is told where none is attached' }]}
      />
      <Select
        {...field('recovery')}
        label={`A way back from ${word}`}
        options={RECOVERIES}
        value={colour.recoveryFor}
      />
      <TextArea
        {...field('process')}
        label={`${word} is right for progress when`}
        rows={2}
        value={colour.processRule}
      />
      <TextArea {...field('impact')} label={`${word} is right for impact when`} rows={2} value={colour.impactRule} />
      <TextArea
        {...field('performance')}
        label={`${word} is right for a figure when`}
        rows={2}
        value={colour.performanceRule}
      />
    </section>
  )
}
