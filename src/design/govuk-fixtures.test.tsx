import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Details, ErrorSummary, FileInput, Inset, Radios, Select, SummaryList, TextArea, TextInput } from './index.ts'

const require = createRequire(import.meta.url)

/** Where users know GOV.UK's pattern, ours has the same bones: elements, classes, and what ties them together. */
describe('our components have the bones of GOV.UK’s', () => {
  const CASES: readonly [component: string, fixture: string, ours: VNode][] = [
    ['input', 'default', <TextInput name="test-name" label="National Insurance number" />],
    ['input', 'with error and hint', <TextInput name="with-error-hint" label="x" hint="x" error="x" />],
    ['textarea', 'with hint', <TextArea name="more-detail" label="x" hint="x" />],
    ['textarea', 'with error message', <TextArea name="no-ni-reason" label="x" error="x" />],
    ['file-upload', 'with error message and hint', <FileInput name="file-upload-3" label="x" hint="x" error="x" />],
    ['details', 'default', <Details summary="x">x</Details>],
    ['inset-text', 'default', <Inset>x</Inset>],
    [
      'error-summary',
      'default',
      <ErrorSummary
        problems={[
          { field: 'example-error-1', message: 'x' },
          { field: 'example-error-2', message: 'x' },
        ]}
      />,
    ],
    [
      'select',
      'without values',
      <Select name="colors" label="x" options={['Red', 'Green', 'Blue'].map((text) => ({ value: text, text }))} />,
    ],
    [
      'radios',
      'inline',
      <Radios
        name="example"
        label="x"
        hint="x"
        inline
        value="no"
        items={[
          { value: 'yes', text: 'x' },
          { value: 'no', text: 'x' },
        ]}
      />,
    ],
    [
      'summary-list',
      'default',
      <SummaryList rows={['Name', 'Date of birth', 'Contact information'].map((key) => ({ key, value: 'x' }))} />,
    ],
  ]
  for (const [component, fixture, ours] of CASES) {
    test(`${component}, ${fixture}`, () => {
      assert.deepEqual(bones(renderToString(ours)), bones(fixtureOf(component, fixture)))
    })
  }
})

type Fixtures = { readonly fixtures: readonly { readonly name: string; readonly html: string }[] }

function fixtureOf(component: string, name: string): string {
  const { fixtures }: Fixtures = require(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const found = fixtures.find((fixture) => fixture.name === name)
  assert.ok(found, `GOV.UK has ${fixtures.map((fixture) => fixture.name).join(', ')}`)
  return found.html
}

/** Each element with GOV.UK's classes (without sizes) and what names it or ties it to another. */
function bones(html: string): readonly string[] {
  const tags = html.match(/<[a-z][^>]*>/g) ?? []
  return tags.filter((tag) => !/^<(trellis-|p class="govuk-body"|br|h1)/.test(tag)).map(boneOf)
}

function boneOf(tag: string): string {
  const name = /^<([a-z0-9-]+)/.exec(tag)?.[1] ?? ''
  const classes = (/ class="([^"]*)"/.exec(tag)?.[1] ?? '')
    .split(' ')
    .filter((one) => one.startsWith('govuk-') && !/--(s|m|l|xl)$/.test(one))
  const ties = ['id', 'for', 'name', 'type', 'aria-describedby', 'role', 'href'].flatMap((key) => {
    const value = new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1]
    return value === undefined ? [] : [`${key}=${value}`]
  })
  return [name, ...classes, ...ties].join(' ')
}
