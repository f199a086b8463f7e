import { ok } from '../../kernel/result.ts'
import { serveParent } from '../../platform/child-process/serve-parent.ts'
import type { Block } from './blocks.ts'
import { buildReading } from './plan/build-reading.ts'
import type { Source } from './plan-reading.ts'
import { readDocument, readWhole } from './read-document.ts'
import type { Recipe } from './recipe.ts'

/** The process that documents are read in: it may hang or swell without harm to the server. */
serveParent(async (message, tell) => {
  if (isBlocks(message)) return ok(buildReading(message.source, message.blocks, message.recipe))
  if (!isDocument(message)) throw new TypeError('A document has a name and content')
  const report = (stage: string, fraction: number) => tell({ stage, fraction })
  return message.recipes ? readWhole(message, message.recipes, report) : readDocument(message, report)
})

type BlocksAgain = { readonly source: Source; readonly blocks: readonly Block[]; readonly recipe: Recipe }

function isBlocks(message: unknown): message is BlocksAgain {
  return (
    typeof message === 'object' && message !== null && 'blocks' in message && 'source' in message && 'recipe' in message
  )
}

type Asked = { readonly name: string; readonly content: Uint8Array; readonly recipes: readonly Recipe[] | null }

function isDocument(message: unknown): message is Asked {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('content' in message)) return false
  const hasRecipes = 'recipes' in message && (message.recipes === null || Array.isArray(message.recipes))
  return typeof message.name === 'string' && message.content instanceof Uint8Array && hasRecipes
}
