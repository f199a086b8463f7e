import { ErrorSummary, Lede, Notice, PageHeading, SummaryList } from '../../../../design/index.ts'
import { longDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { closedInWords } from '../../year-end/closed-in-words.ts'
import { JudgeForm } from '../judge-update/judge-form.tsx'
import { SentSteps } from './sent-steps.tsx'
import { Sent } from './sent-update.tsx'
import { Before, isWriting, NotSent, type UpdateForm, Write } from './update-form.tsx'
import type { UpdateView } from './update-view.ts'
import { WordQuestionsSection } from './word-questions-section.tsx'
import { lastVersion } from './words-to-begin.ts'

/** One update: its lead writes it, its chair judges it, everybody else reads it. */
export function updatePage(visitor: Member, view: UpdateView, form: UpdateForm): string {
  const { action, plan, point, closing } = view
  const here = `/updates/${point.id}`
  const writes = isWriting(view, form)
  const last = lastVersion(view)
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `${writes ? 'Write the update' : 'Update'}: ${name}`,
      section: 'updates',
      hasProblems: form.problems.length > 0,
      flash: form.flash ? { kind: 'done', title: form.flash } : null,
      breadcrumbs: [
        { text: 'My updates', href: '/updates' },
        { text: name, href: `/actions/${action.id}` },
        { text: 'Update' },
      ],
    },
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading caption={`${plan.title} › ${name}`}>{action.text}</PageHeading>
      <Lede>
        {view.state === 'asked' || view.state === 'draft' || view.state === 'sent-back'
          ? `An update is due on ${longDay(point.dueOn)}.`
          : `The update due on ${longDay(point.dueOn)}.`}
      </Lede>
      <SummaryList
        rows={[
          { key: 'Measure', value: action.measure ?? 'None given' },
          { key: 'Lead group', value: view.leadGroup ?? action.leadWords ?? 'None given' },
        ]}
      />
      {closing && (
        <Notice kind="information" title="The year of this plan is closed">
          {closedInWords(closing)}.
        </Notice>
      )}
      {view.submissions.map((sent) => (
        <>
          <Sent view={view} sent={sent} />
          {sent === last && view.mayJudge && <WordQuestionsSection questions={form.questions} reader="judge" />}
        </>
      ))}
      {view.mayJudge && <JudgeForm pointId={point.id} sent={last} problems={form.problems} />}
      {writes && <Before view={view} />}
      {writes && <Write view={view} form={form} action={here} />}
      <div id="steps">{(!writes || view.mayDrop) && <SentSteps view={view} once={form.once} action={here} />}</div>
      {!writes && form.isRefused && <NotSent form={form} />}
    </>,
  )
}
