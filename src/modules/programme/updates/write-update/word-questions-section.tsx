import { Detail, Heading, Notice } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import type { NarrativeQuestion } from '../narrative-questions.ts'
import { hasQuestions, type WordQuestions } from './word-questions.ts'

type Props = { readonly questions: WordQuestions; readonly reader: 'writer' | 'judge' }

/** Questions about the words of an update, beside them: first what could name a child, then the rest. */
export function WordQuestionsSection({ questions, reader }: Props) {
  const { disclosing, others } = questions
  if (!hasQuestions(questions)) return null
  const said = reader === 'writer' ? 'You wrote' : 'It says'
  return (
    <div id="questions">
      {disclosing.length > 0 && (
        <Notice kind="warning" title={`${counted(disclosing.length, 'sentence')} could let a child be recognised`}>
          <QuestionList questions={disclosing} said={said} />
        </Notice>
      )}
      {others.length > 0 && (
        <>
          <Heading level={3}>What a careful colleague would ask</Heading>
          <QuestionList questions={others} said={said} />
        </>
      )}
      <p class="govuk-body">
        {reader === 'writer'
          ? 'These are questions: you know what is right. None of them stops you sending.'
          : 'These are questions, and the lead may have good answers.'}
      </p>
    </div>
  )
}

function QuestionList(props: { readonly questions: readonly NarrativeQuestion[]; readonly said: string }) {
  return (
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {props.questions.map(({ words, message }) => (
        <li>
          {message}
          <Detail>
            {props.said}: “{words}”
          </Detail>
        </li>
      ))}
    </ul>
  )
}
