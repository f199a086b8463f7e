import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordsWithMarks } from './drawn-marks.ts'
import type { PageInk, Rule, Shade, Word } from './page-ink.ts'

const word = (text: string, left: number, base = 100): Word => ({
  text,
  left,
  right: left + 6 * text.length,
  top: base - 10,
  bottom: base + 2,
  base,
  size: 10,
  isBold: false,
  colour: '000000',
  isArtifact: false,
  isTurned: false,
})
const across = (at: number, from: number, to: number): Rule => ({ axis: 'across', at, from, to })
const dot = (left: number, fill = '000000'): Shade => ({
  left,
  right: left + 3,
  top: 95,
  bottom: 98,
  fill,
  isRound: true,
})
const read = (ink: Partial<PageInk>) =>
  wordsWithMarks({
    page: 1,
    width: 595,
    height: 842,
    words: [word('June', 50), word('July', 90)],
    rules: [],
    shades: [],
    unknownLetters: 0,
    holdsPicture: false,
    ...ink,
  }).map(({ text }) => text)

describe('what is drawn at words is read with them', () => {
  test('a line through a word strikes it, and its neighbour stands', () =>
    assert.deepEqual(read({ rules: [across(97, 50, 74)] }), ['~~June~~', 'July']))
  test('a line under words strikes nothing', () =>
    assert.deepEqual(read({ rules: [across(101.5, 50, 114)] }), ['June', 'July']))
  test('a line that rules a page strikes nothing', () =>
    assert.deepEqual(read({ rules: [across(97, 40, 560)] }), ['June', 'July']))
  test('a dot before the first word of a line is the mark of an item', () =>
    assert.deepEqual(read({ shades: [dot(38)] }), ['June', 'July', '•']))
  test('a coloured dot is a rating and no mark, and one between words is none', () => {
    assert.deepEqual(read({ shades: [dot(38, '00B050')] }), ['June', 'July'])
    assert.deepEqual(read({ shades: [dot(80)] }), ['June', 'July'])
  })
})
