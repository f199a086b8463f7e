import { Button, DateField, Form, Notice } from '../../../../design/index.ts'
import { type Day, longDay } from '../../../../kernel/day.ts'
import type { AskedDay } from './known-at.ts'

type AsAtProps = { readonly asked: AskedDay; readonly href: string; readonly today: string }

/** Says aloud that the page is of a past day, how it stands today, and the way back; or what is wrong with the day asked for. */
export function AsAtNotice({ asked: { asAt, problem }, href, today }: AsAtProps) {
  if (problem) return <Notice kind="warning" title={problem} />
  if (!asAt) return null
  return (
    <Notice kind="information" title={`As known on ${longDay(asAt)}`}>
      {today} <a href={href}>See it as it reads today</a>
    </Notice>
  )
}

/** One box for a day: the page as it was known by its end. */
export function AsAtForm({
  asAt,
  href,
  latest,
}: {
  readonly asAt: Day | null
  readonly href: string
  readonly latest: Day
}) {
  return (
    <Form method="get" action={href}>
      <DateField
        name="as-at"
        label="As it was known on"
        hint="By the end of that day"
        value={asAt?.toString() ?? ''}
        latest={latest.toString()}
      />
      <Button kind="secondary">Show that day</Button>
    </Form>
  )
}
