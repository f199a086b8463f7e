import { Button, Details, EmptyState, Form, Lede, PageHeading } from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import { type Member, memberPage } from '../../people/index.ts'
import { colourInWords, isShade, Swatch } from '../recipes/colour-words.tsx'
import type { KeptRecipe } from '../recipes/recipe.store.ts'
import { MEANINGS } from '../tell-colours/colour-form.ts'
import { ROLES } from '../tell-columns/recipe-form.ts'

/** The recipes a partnership keeps for its documents, each with what it says. */
export function listRecipesPage(visitor: Member, recipes: readonly KeptRecipe[], flash: string | null): string {
  return memberPage(
    {
      visitor,
      title: 'Recipes',
      section: 'read',
      back: { text: 'Read a plan', href: '/documents/new' },
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading>Recipes</PageHeading>
      <Lede>
        A recipe says what the columns of your documents hold and what their colours mean. A document with the same
        columns is read with it.
      </Lede>
      {recipes.length === 0 ? (
        <EmptyState title="You keep no recipe yet">
          When a document is read wrongly, say what its columns hold on the page “Columns” of its review, and keep that.
        </EmptyState>
      ) : (
        <ul class="trellis-recipes">
          {recipes.map((recipe) => (
            <OneRecipe recipe={recipe} />
          ))}
        </ul>
      )}
    </>,
  )
}

function OneRecipe({ recipe }: { readonly recipe: KeptRecipe }) {
  const { id, name, content, madeFrom, by, at } = recipe
  return (
    <li class="trellis-recipes__item">
      <h2 class="govuk-heading-s">{name}</h2>
      <p class="trellis-detail">
        Made from {madeFrom}, kept by {by} on {longMoment(at)}
      </p>
      <Details summary="What it says">
        <ul class="govuk-list">
          {content.columns.map((column) => (
            <li>
              “{column.name}”: {wordsOf(column.role)}
            </li>
          ))}
          {content.notActions.map((names) => (
            <li>A table of “{names.join(', ')}” holds no actions</li>
          ))}
          {content.colours.map(({ colour, key }) => (
            <li class="trellis-recipes__colour">
              {isShade(colour) && <Swatch shade={colour} />}
              <span>
                {colourInWords(colour)} {isShade(colour) && `(#${colour}) `}
                {key === null ? 'says nothing' : `means ${MEANINGS.find(({ value }) => value === key)?.words ?? key}`}
              </span>
            </li>
          ))}
          {content.levels.filter(Boolean).length > 0 && <li>Levels: {content.levels.filter(Boolean).join(', ')}</li>}
          {content.bands === 'words' && <li>A row of one cell across is no heading</li>}
        </ul>
      </Details>
      <Form action={`/recipes/${id}/removal`}>
        <Button kind="secondary">
          Remove<span class="govuk-visually-hidden"> {name}</span>
        </Button>
      </Form>
    </li>
  )
}

function wordsOf(role: string): string {
  return (ROLES.find((each) => each.role === role)?.words ?? role).toLowerCase()
}
