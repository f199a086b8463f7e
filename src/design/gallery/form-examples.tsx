import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  problemOf,
  Radios,
  RatingChoice,
  Select,
  TextArea,
  TextInput,
} from '../index.ts'
import { LONG, RATINGS, RULES } from './examples.ts'

const PROBLEMS = [
  { field: 'narrative', message: 'Say what was done, in a sentence or more' },
  { field: 'progress', message: 'Choose a colour for progress' },
  { field: 'due', message: 'The new date must be after 30 September 2014' },
]

export function FormExamples() {
  return (
    <>
      <Heading level={2}>Send an update</Heading>
      <ErrorSummary problems={PROBLEMS} />
      <Form action="/updates" enctype="multipart/form-data" once="018f-key" keepsWords>
        <TextInput name="title" label="Title" hint={LONG} value={'"quoted" <b>'} />
        <TextInput name="email" label="Email address" type="email" autocomplete="email" width="long" />
        <TextArea
          name="narrative"
          label="What was done"
          hint="Numbers of children from 1 to 5 are hidden"
          count={2000}
          error={problemOf(PROBLEMS, 'narrative')}
        />
        <RatingChoice
          name="progress"
          legend="How is progress?"
          ratings={RATINGS}
          rules={RULES}
          error={problemOf(PROBLEMS, 'progress')}
        />
        <RatingChoice
          name="impact"
          legend="What difference did it make?"
          ratings={RATINGS}
          rules={RULES}
          value="amber"
        />
        <DateField name="due" label="New date" value="2014-09-01" error={problemOf(PROBLEMS, 'due')} />
        <Select
          name="lead-group"
          label="Lead group"
          none="Choose a lead group"
          options={[{ value: 'a', text: 'Education Alliance' }]}
        />
        <Radios
          name="disposal"
          label="How did it end?"
          value="carried"
          items={[
            { value: 'completed', text: 'It was completed' },
            {
              value: 'carried',
              text: 'It goes into next year’s plan',
              hint: 'It keeps its history',
              conditional: <TextInput name="why" label="Why" />,
            },
          ]}
        />
        <Checkboxes
          name="evidence"
          label="What shows it?"
          values={['data']}
          items={[
            { value: 'data', text: 'Data' },
            { value: 'voice', text: 'What children said' },
          ]}
        />
        <FileInput name="file" label="Evidence" hint="Word, spreadsheet or text, up to 20 MB" accept=".docx,.csv" />
        <ButtonGroup>
          <Button>Send this update</Button>
          <Button kind="secondary" name="step" value="save">
            Save and finish later
          </Button>
          <Button kind="warning" name="step" value="stop">
            Stop this action
          </Button>
          <Button kind="quiet" href="/plans/1">
            Go back to the plan
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
