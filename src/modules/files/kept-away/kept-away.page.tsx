import { Detail, EmptyState, Lede, PageHeading, Table, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longMoment } from '../../../kernel/day.ts'
import type { FileId } from '../../../kernel/id.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { ScanState } from '../scan-state.ts'
import { scanInWords } from '../scan-words.tsx'

export type KeptAwayView = {
  readonly hasScanner: boolean
  /** false: there are more than are listed */
  readonly isWhole: boolean
  readonly files: readonly {
    readonly fileId: FileId
    readonly name: string
    readonly addedAt: Temporal.Instant
    readonly addedBy: string | null
    readonly scan: ScanState
  }[]
}

/** Files that nobody may open: those with something in them first. */
export function keptAwayPage(visitor: Member, { files, hasScanner, isWhole }: KeptAwayView): string {
  const found = files.filter(({ scan }) => scan.kind === 'found').length
  return memberPage(
    {
      visitor,
      title: 'Files kept away',
      section: 'updates',
      breadcrumbs: [{ text: 'My updates', href: '/updates' }, { text: 'Files kept away' }],
    },
    <>
      <PageHeading>Files kept away</PageHeading>
      <Lede>{answer(found, files.length - found, hasScanner)}</Lede>
      {found > 0 && (
        <Text>
          Tell whoever added such a file, and your ICT: the computer it came from may have the same in it. The file is
          kept as proof, and nobody can open it here.
        </Text>
      )}
      <Table
        caption="Files that nobody may open"
        captionIsHidden
        columns={[
          { key: 'name', header: 'File' },
          { key: 'added', header: 'Added' },
          { key: 'why', header: 'Why', width: 'wide' },
        ]}
        rows={files.map((file) => ({
          name: file.name,
          added: (
            <>
              {file.addedBy ?? 'Somebody'} <Detail>{longMoment(file.addedAt)}</Detail>
            </>
          ),
          why: scanInWords(file.scan),
        }))}
        whenEmpty={
          <EmptyState title="No file is kept away" action={<a href="/plans">See the plans</a>}>
            {hasScanner
              ? 'Each file is scanned for viruses when it is added. One that is not clean is named here.'
              : 'Files are not scanned for viruses, because no scanner is set up. Whoever looks after Trellis can set one up.'}
          </EmptyState>
        }
      />
      {!isWhole && <Text>There are more. Those with something in them, and the latest, are listed.</Text>}
    </>,
  )
}

function answer(found: number, waiting: number, hasScanner: boolean): string {
  if (found > 0) return `The virus scanner found something in ${counted(found, 'file')}.`
  if (waiting > 0) return `${counted(waiting, 'file')} cannot be opened yet: the virus scanner has not answered.`
  return hasScanner ? 'Every file was found clean.' : 'Files are not scanned for viruses here.'
}
