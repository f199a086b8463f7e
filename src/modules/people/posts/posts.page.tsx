import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Day, isAfter, longDay } from '../../../kernel/day.ts'
import { holds } from '../access.ts'
import { DeputiesSection } from '../deputies/deputies-section.tsx'
import type { Deputy } from '../deputies/deputy.store.ts'
import type { Body, Organisation } from '../directory/directory.ts'
import {
  directoryListPage,
  directoryRecordPage,
  KNOWN_LIST,
  KnownSuggestions,
  timesInWords,
} from '../directory/directory-frame.tsx'
import type { FormerName } from '../directory/former-name.store.ts'
import type { Holding } from '../directory/holding.store.ts'
import type { Label } from '../directory/known-labels.ts'
import type { Member } from '../visitor.ts'
import type { PostRecord } from './post.store.ts'

export function postsPage(visitor: Member, posts: readonly PostRecord[], flash: string | null): string {
  const vacant = posts.filter(({ holders }) => holders.length === 0).length
  return directoryListPage(
    visitor,
    'posts',
    flash,
    <>
      {holds(visitor, 'keep-people') && <Button href="/posts/new">Add a post</Button>}
      <Table
        caption={`${counted(posts.length, 'post')}, ${vacant} vacant`}
        columns={[
          { key: 'name', header: 'Post', isReference: true },
          { key: 'of', header: 'Of' },
          { key: 'holder', header: 'Held by' },
          { key: 'actions', header: 'Actions it leads', align: 'end' },
        ]}
        rows={posts.map(({ id, name, organisation, body, holders, actions }) => ({
          name: <a href={`/posts/${id}`}>{name}</a>,
          of: (organisation ?? body)?.name ?? '',
          holder: holders.length === 0 ? <Tag tone="plum">Vacant</Tag> : holders.join(', '),
          actions,
        }))}
        whenEmpty={
          <EmptyState title="No post is in the directory yet">
            Add one: an action led by a post stays led when its holder changes.
          </EmptyState>
        }
      />
    </>,
  )
}

export type PostView = {
  readonly post: PostRecord
  readonly formerNames: readonly FormerName[]
  readonly holdings: readonly Holding[]
  readonly deputies: readonly Deputy[]
  readonly labels: readonly Label[]
  readonly today: Day
  readonly typed: { readonly holder: string; readonly from: string }
  readonly problems: readonly Problem[]
  readonly once: string
}

export function postPage(visitor: Member, view: PostView, flash: string | null): string {
  const { post, holdings, today, problems, once } = view
  const manages = holds(visitor, 'keep-people') && !post.endedOn
  const standsIn = view.deputies.find(
    ({ starts, endsBefore }) => !isAfter(starts, today) && (!endsBefore || isAfter(endsBefore, today)),
  )
  const of = post.organisation ?? post.body
  const isVacant = post.holders.length === 0
  return directoryRecordPage(
    { visitor, list: 'posts', title: post.name, heading: post.name, flash, hasProblems: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} />
      {post.endedOn && (
        <Notice kind="information" title={`It ended on ${longDay(post.endedOn)}`}>
          Nobody can hold it any more. What plans and histories say keeps its name.
        </Notice>
      )}
      {isVacant && !post.endedOn && (
        <Notice kind="warning" title="This post is vacant">
          {post.actions === 0
            ? 'Nobody holds it.'
            : `Nobody holds it, and it leads ${counted(post.actions, 'action')}: ${standsIn ? `${standsIn.person.name}, who stands in, is asked for their updates` : 'nobody is asked for their updates'} until it is filled.`}
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            key: 'Of',
            value: of ? (
              <a href={`/${post.organisation ? 'organisations' : 'bodies'}/${of.id}`}>{of.name}</a>
            ) : (
              'Nobody in particular'
            ),
          },
          { key: 'Held by', value: isVacant ? 'Nobody: vacant' : post.holders.join(', ') },
          { key: 'Leads', value: counted(post.actions, 'action') },
          ...(view.formerNames.length > 0
            ? [
                {
                  key: 'Before',
                  value: view.formerNames
                    .map(({ name, usedUntil }) => `${name}, until ${longDay(usedUntil)}`)
                    .join('; '),
                },
              ]
            : []),
        ]}
      />
      {manages && (
        <ButtonGroup>
          <Button kind="secondary" href={`/posts/${post.id}/change`}>
            Change or rename
          </Button>
          <Button kind="secondary" href={`/posts/${post.id}/ending`}>
            Record that it ended
          </Button>
        </ButtonGroup>
      )}
      <Heading level={2}>Who holds it, and held it</Heading>
      <Table
        caption="Holders, those of now first"
        captionIsHidden
        columns={[
          { key: 'name', header: 'Name', isReference: true },
          { key: 'when', header: 'When' },
          { key: 'end', header: 'Change' },
        ]}
        rows={holdings.map(({ id, person, starts, endsBefore }) => ({
          name: <a href={`/people/${person.id}`}>{person.name}</a>,
          when: timesInWords(starts, endsBefore) || 'Now',
          end:
            manages && endsBefore === null ? (
              <Form action={`/posts/${post.id}/holdings/${id}/end`} once={once}>
                <Button kind="quiet">End today</Button>
              </Form>
            ) : (
              ''
            ),
        }))}
        whenEmpty="Nobody has held it yet"
      />
      {manages && (
        <Details summary="Say who takes this post" open={isVacant || problems.length > 0}>
          <Form action={`/posts/${post.id}/holders`} once={once}>
            <TextInput
              name="holder"
              label="Who"
              value={view.typed.holder}
              list={KNOWN_LIST}
              error={problemOf(problems, 'holder')}
            />
            <DateField
              name="from"
              label="From"
              value={view.typed.from}
              latest={`${today}`}
              error={problemOf(problems, 'from')}
            />
            {!isVacant && (
              <Checkboxes
                name="beside"
                label="Whoever holds it now"
                items={[{ value: 'yes', text: `${post.holders.join(', ')} goes on holding it too` }]}
              />
            )}
            <Button kind="secondary">Fill this post</Button>
          </Form>
        </Details>
      )}
      <DeputiesSection
        of={{ kind: 'post', id: post.id }}
        deputies={view.deputies}
        today={today}
        mayChange={manages}
        once={once}
        problem={problems.find(({ field }) => field.startsWith('deputy')) ?? null}
      />
      {manages && <KnownSuggestions labels={view.labels} />}
    </>,
  )
}

export type PostFormView = {
  readonly post: PostRecord | null
  readonly typed: { readonly name: string; readonly of: string }
  readonly organisations: readonly Organisation[]
  readonly bodies: readonly Body[]
  readonly problems: readonly Problem[]
  readonly once: string
}

export function postFormPage(
  visitor: Member,
  { post, typed, organisations, bodies, problems, once }: PostFormView,
): string {
  const title = post ? 'Change' : 'Add a post'
  return directoryRecordPage(
    {
      visitor,
      list: 'posts',
      title,
      heading: post ? `Change ${post.name}` : title,
      above: post ? { text: post.name, href: `/posts/${post.id}` } : undefined,
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form action={post ? `/posts/${post.id}/change` : '/posts'} once={once} keepsWords>
        <TextInput name="name" label="Name" value={typed.name} error={problemOf(problems, 'name')} />
        <Select
          name="of"
          label="Whose post it is"
          none="Nobody’s in particular"
          value={typed.of}
          options={[...organisations, ...bodies].map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Button>{post ? 'Save this post' : 'Add this post'}</Button>
      </Form>
    </>,
  )
}
