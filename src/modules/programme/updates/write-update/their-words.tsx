import { Details, Heading, Text } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import type { RatingScheme } from '../../../plan/index.ts'
import { BothTexts } from '../both-texts.tsx'
import type { Theirs } from '../both-versions.ts'
import type { UpdateWords } from '../update-words.ts'

type Props = {
  readonly theirs: Theirs
  readonly mine: UpdateWords
  readonly scheme: RatingScheme
  /** the page of the update, as it stands without what was typed */
  readonly here: string
  /** the form that keeps mine stands below */
  readonly mayKeep: boolean
}

/** What somebody else saved or sent meanwhile, beside what was typed: the writer keeps theirs, takes the other's, or puts both together. */
export function TheirWords({ theirs, mine, scheme, here, mayKeep }: Props) {
  const did = theirs.kind === 'draft' ? 'saved' : 'sent'
  return (
    <section>
      <Heading level={2}>
        {theirs.by} {did} this update while you wrote
      </Heading>
      <Text>
        Nothing is replaced yet, and nothing you typed is lost.{' '}
        {mayKeep
          ? `To keep yours, save or send what stands in the boxes below. To put both together, copy what you want of ${theirs.by}’s into the boxes first.`
          : 'It cannot be sent from here any more: copy your words if you need them.'}
      </Text>
      <BothTexts
        caption="Both texts, with what differs marked"
        scheme={scheme}
        first={{ ...theirs, title: `${theirs.by}’s, ${did} ${longMoment(theirs.at)}` }}
        second={{ ...mine, title: 'Yours, not saved' }}
      />
      {theirs.narrative !== '' && (
        <Details summary={`${theirs.by}’s words alone, to copy from`}>
          <p class="govuk-body trellis-words">{theirs.narrative}</p>
        </Details>
      )}
      <p class="govuk-body">
        <a href={here}>Keep what {theirs.by} wrote, and leave mine</a>
      </p>
    </section>
  )
}
