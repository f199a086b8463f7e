import { Lede, PageHeading, Text } from '../../../../design/index.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import { type ScanState, scanInWords } from '../../../files/index.ts'
import { holds, type Member, memberPage } from '../../../people/index.ts'

/** Why a file is not handed out: something was found in it, or the scanner has not said yet. */
export function notOpenedPage(
  visitor: Member,
  view: { readonly actionId: ActionId; readonly state: ScanState },
): string {
  const { actionId, state } = view
  const title = state.kind === 'found' ? 'This file is kept away' : 'This file cannot be opened yet'
  return memberPage(
    { visitor, title },
    <>
      <PageHeading>{title}</PageHeading>
      <Lede>{scanInWords(state)}.</Lede>
      {state.kind === 'found' ? (
        <Text>Ask whoever added it for a clean copy. The partnership manager sees what was found.</Text>
      ) : (
        <Text>Load this page again in a few minutes.</Text>
      )}
      {holds(visitor, 'see-files-kept-away') && (
        <Text>
          <a href="/files">See every file that is kept away</a>
        </Text>
      )}
      <Text>
        <a href={`/actions/${actionId}`}>Go to the action</a>
      </Text>
    </>,
  )
}
