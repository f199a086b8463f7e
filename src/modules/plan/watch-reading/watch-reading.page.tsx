import { Button, ButtonGroup, Lede, Notice, PageHeading, Progress } from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { ReadingState } from '../reading.store.ts'

/** How far the reading is. The page follows by itself; without JavaScript there is a button that looks again. */
export function watchReadingPage(visitor: Member, reading: ReadingState): string {
  const { outcome, fileName } = reading
  if (outcome.kind === 'refused') {
    return memberPage(
      { visitor, title: 'The document could not be read', section: 'read', hasProblems: true },
      <>
        <PageHeading caption={fileName}>The document could not be read</PageHeading>
        <Notice kind="warning" title={outcome.sentence}>
          <p class="govuk-body">Nothing was changed. The document is kept as you sent it.</p>
        </Notice>
        <Button href="/documents/new">Try another document</Button>
      </>,
    )
  }
  return memberPage(
    { visitor, title: 'Reading the plan', section: 'read' },
    <>
      <PageHeading caption={fileName}>Reading the plan</PageHeading>
      <Lede>Most plans take a few seconds, a long one up to twenty.</Lede>
      <trellis-reading-progress class="trellis-reading" src={`/readings/${reading.id}/progress`}>
        <Progress label={reading.stage} fraction={reading.fraction} />
      </trellis-reading-progress>
      <p class="govuk-body">You may leave this page: the draft will be among your plans.</p>
      <ButtonGroup>
        <Button kind="secondary" href={`/readings/${reading.id}`}>
          Look again
        </Button>
      </ButtonGroup>
    </>,
  )
}
