import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openHouse } from '../journeys/open-house.ts'
import { aMember, aVisitor, type Visitor } from '../journeys/visitor.ts'
import { closeAll } from './closed-at-the-end.ts'
import { palettePng } from './palette-png.ts'
import { PICTURES, type Picture } from './pictures.ts'

// Run by hand from the repository's folder: `node --import tsx test/support/picture-pages.ts [FOLDER [NAME...]]` takes the
// pictures of docs/pictures, or those named, at the width of a desk and of a phone, and writes the page that shows them.
const [folder = 'docs/pictures', ...only] = process.argv.slice(2)
const pictures = only.length > 0 ? PICTURES.filter(({ name }) => only.includes(name)) : PICTURES
const TALLEST = 2000

await mkdir(folder, { recursive: true })
const house = await openHouse()
for (const width of [1280, 390]) {
  const visitors = new Map<Picture['as'], Visitor>()
  for (const { name, as, go } of pictures) {
    const { page } = visitors.get(as) ?? (await arrive(as, width))
    await page.goto(`${house.address}/`)
    await go(page)
    await page.waitForLoadState('networkidle')
    await writeFile(join(folder, `${name}-${width}.png`), palettePng(await topOf(page, width)))
  }
  for (const { close } of visitors.values()) await close()

  async function arrive(as: Picture['as'], width: number): Promise<Visitor> {
    const choices = { width, height: width < 600 ? 844 : 900 }
    const visitor = as ? await aMember(house, as, choices) : await aVisitor(house, choices)
    visitors.set(as, visitor)
    return visitor
  }
}
await closeAll()
await writeFile(join(folder, 'README.md'), pageOfPictures())

async function topOf(page: Page, width: number): Promise<Buffer> {
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } })
}

function pageOfPictures(): string {
  const sections = PICTURES.map(
    ({ name, shows }) =>
      `## ${shows}\n\n![${shows}, at a desk](${name}-1280.png)\n\n![${shows}, on a phone](${name}-390.png)\n`,
  )
  return `# Pictures\n\nThe demo, taken by \`test/support/picture-pages.ts\`. Long pages show their top.\n\n${sections.join('\n')}`
}
