import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { addUaIdentifier } from './add-ua-identifier.ts'
import { readFontCover } from './font-cover.ts'
import { layOutPaper } from './lay-out-paper.ts'
import type { PaperOrder } from './paper-order.ts'

const TEMPLATES = `${import.meta.dirname}/typst`
const FONTS = [
  '400Regular/SourceSans3_400Regular',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
]

/**
 * Prints a paper with Typst, in this process: blocks it while it works and keeps the memory, so `renderPdf` calls it in
 * a child process of its own.
 *
 * @returns a file that claims PDF/UA-1 and PDF/A-2a; the same order gives the same bytes
 * @throws Error with Typst's words when the template refuses
 */
export function compilePaper(order: PaperOrder): Uint8Array {
  const fonts = FONTS.map(readFont)
  const covers = fonts.map((font) => readFontCover(font))
  const sheet = layOutPaper(order.paper, (codePoint) => covers.every((cover) => cover(codePoint)))

  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts }] })
  compiler.mapShadow(`${TEMPLATES}/sheet.json`, Buffer.from(JSON.stringify(sheet)))
  compiler.mapShadow(`${TEMPLATES}/look.json`, Buffer.from(JSON.stringify({ ratings: order.ratings })))

  const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}/paper.typ` })
  if (!compiled.result) throw new Error(`Typst refused the paper: ${wordsOf(compiled.takeDiagnostics(), compiler)}`)
  const creationTimestamp = order.atSeconds
  // The gate: Typst checks PDF/UA-1 only when asked to write it, and writes one standard per file.
  compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp })
  return addUaIdentifier(compiler.pdf(compiled.result, { pdfStandard: 'a-2a', creationTimestamp }))
}

function readFont(name: string): Buffer {
  const packages = createRequire(import.meta.url)
  return readFileSync(packages.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`))
}

function wordsOf(error: ReturnType<CompileResult['takeDiagnostics']>, compiler: NodeCompiler): string {
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no reason given'
}

type CompileResult = ReturnType<NodeCompiler['compile']>
