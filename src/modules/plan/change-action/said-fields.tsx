import { Details, Select, TextArea, TextInput } from '../../../design/index.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { DISPOSAL_KINDS, DISPOSAL_NAMES, type RatingReading } from '../../reading/index.ts'
import type { ReviewItem } from '../answer-questions/review-item.ts'
import type { SaidInDocument } from '../plan.ts'
import { tellsHowItWent } from '../plan.ts'
import type { RatingScheme } from '../rating-scheme.ts'
import { fieldHint } from './field-questions.tsx'
import { AS_WORDS, colourChoices, colourInWords, endingInWords, NONE, type TypedSaid } from './typed-said.ts'

type SaidFieldsProps = {
  readonly actionId: ActionId
  readonly said: SaidInDocument
  readonly typed: TypedSaid
  readonly scheme: RatingScheme
  readonly questions: readonly ReviewItem[]
}

/** What the document of a draft says of how the action went; open where it says anything, at hand where it was read as saying nothing. */
export function SaidFields({ actionId, said, typed, scheme, questions }: SaidFieldsProps) {
  return (
    <Details summary="What the document says of how it went" open={tellsHowItWent(said)}>
      <TextArea
        name="narrative"
        label="Comment"
        rows={4}
        value={typed.narrative}
        hint={fieldHint(
          questions,
          'narrative',
          'In the document’s words. It is nobody’s update, and stays with the action',
        )}
      />
      <trellis-understood for="narrative" src={`/actions/${actionId}/understood?field=narrative`}>
        <p class="trellis-understood">{endingInWords(said.disposal)}</p>
      </trellis-understood>
      <Select
        name="ending"
        label="How it ended"
        value={typed.ending}
        options={[
          { value: AS_WORDS, text: 'As the comment says' },
          { value: NONE, text: 'It tells no ending' },
          ...DISPOSAL_KINDS.map((kind) => ({ value: kind, text: DISPOSAL_NAMES[kind] })),
        ]}
      />
      <RatingFields
        actionId={actionId}
        side="progress"
        label="Progress rating"
        rating={said.progressRating}
        typed={typed}
        scheme={scheme}
      />
      <RatingFields
        actionId={actionId}
        side="impact"
        label="Impact rating"
        rating={said.impactRating}
        typed={typed}
        scheme={scheme}
      />
    </Details>
  )
}

type RatingFieldsProps = Pick<SaidFieldsProps, 'actionId' | 'typed' | 'scheme'> & {
  readonly side: 'progress' | 'impact'
  readonly label: string
  readonly rating: RatingReading | null
}

/** A rating's own words, and the colour they stand for. */
function RatingFields({ actionId, side, label, rating, typed, scheme }: RatingFieldsProps) {
  return (
    <div class="trellis-row trellis-row--pair">
      <div>
        <TextInput
          name={`${side}Words`}
          label={`${label}, in the document’s words`}
          width="medium"
          value={typed[`${side}Words`]}
        />
        <trellis-understood for={`${side}Words`} src={`/actions/${actionId}/understood?field=rating`}>
          <p class="trellis-understood">{colourInWords(typed[`${side}Words`])}</p>
        </trellis-understood>
      </div>
      <Select
        name={`${side}Colour`}
        label={`Colour of the ${label.toLowerCase()}`}
        value={typed[`${side}Colour`]}
        options={[
          { value: AS_WORDS, text: 'As the words say' },
          { value: NONE, text: 'No colour' },
          ...colourChoices(scheme.ratings, rating),
        ]}
      />
    </div>
  )
}
