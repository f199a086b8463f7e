import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Lede,
  type Problem,
  problemOf,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { Day } from '../../../kernel/day.ts'
import { directoryRecordPage, KNOWN_LIST, KnownSuggestions } from '../directory/directory-frame.tsx'
import type { Label } from '../directory/known-labels.ts'
import type { Member } from '../visitor.ts'
import type { PostRecord } from './post.store.ts'

export type EndPostView = {
  readonly post: PostRecord
  readonly labels: readonly Label[]
  readonly today: Day
  readonly typed: { readonly endedOn: string; readonly to: string }
  readonly problems: readonly Problem[]
  readonly once: string
}

export function endPostPage(visitor: Member, { post, labels, today, typed, problems, once }: EndPostView): string {
  const { holders, actions } = post
  return directoryRecordPage(
    {
      visitor,
      list: 'posts',
      title: 'Ending',
      heading: `${post.name} ends`,
      above: { text: post.name, href: `/posts/${post.id}` },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Lede>
        {[
          actions === 0 ? 'It leads no action' : `It leads ${counted(actions, 'action')}`,
          holders.length === 0 ? 'nobody holds it' : `${holders.join(', ')} stops holding it`,
        ].join(', and ')}
        .
      </Lede>
      <Form action={`/posts/${post.id}/ending`} once={once} keepsWords>
        <DateField
          name="endedOn"
          label="The day it ended"
          hint="The first day without it"
          value={typed.endedOn}
          latest={`${today}`}
          error={problemOf(problems, 'endedOn')}
        />
        <TextInput
          name="to"
          label={actions > 0 ? 'Who leads its actions from now on' : 'The post that takes over'}
          hint={
            actions > 0
              ? 'Another post, or a person. Plans that use this name then find the other post'
              : 'Leave it empty where none does. Plans that use this name then find the other post'
          }
          value={typed.to}
          list={KNOWN_LIST}
          width="long"
          error={problemOf(problems, 'to')}
        />
        <Button kind="warning">Record that it ended</Button>
      </Form>
      <KnownSuggestions labels={labels} />
    </>,
  )
}
