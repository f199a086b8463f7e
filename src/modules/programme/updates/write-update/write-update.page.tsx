import { ErrorSummary, Lede, PageHeading, SummaryList } from '../../../../design/index.ts'
import { longDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { JudgeForm } from '../judge-update/judge-form.tsx'
import { Sent } from './sent-update.tsx'
import { Before, NotSent, type UpdateForm, Write } from './update-form.tsx'
import type { UpdateView } from './update-view.ts'
import { WordQuestionsSection } from './word-questions-section.tsx'

/** One update: its lead writes it, its chair judges it, everybody else reads it. */
export function updatePage(visitor: Member, view: UpdateView, form: UpdateForm): string {
  const { action, plan, point, mayWrite } = view
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `${mayWrite ? 'Write the update' : 'Update'}: ${name}`,
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
      {view.submissions.map((sent, at) => (
        <>
          <Sent view={view} sent={sent} />
          {at === 0 && view.mayJudge && <WordQuestionsSection questions={form.questions} reader="judge" />}
        </>
      ))}
      {view.mayJudge && <JudgeForm pointId={point.id} sent={view.submissions[0]} problems={form.problems} />}
      {mayWrite && <Before view={view} />}
      {mayWrite && <Write view={view} form={form} action={`/updates/${point.id}`} />}
      {!mayWrite && form.problems.length > 0 && !view.mayJudge && <NotSent form={form} />}
    </>,
  )
}
