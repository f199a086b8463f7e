import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { passwordProblem } from './check-password.ts'
import { commonPasswords } from './common-passwords.ts'

const LENA = ['Lena Lead', 'lena.lead@millbrook.gov.example', 'Children’s partnership of Millbrook']
const check = (password: string) => passwordProblem(password, LENA, commonPasswords(null))

describe('a password that somebody chooses', () => {
  for (const good of [
    'correct horse battery staple',
    'purple tractor ladder',
    'tea at half past ten',
    'q7!Rm2zk#Lw9',
    'наш дом у реки',
  ])
    test(`"${good}" will do`, async () => assert.equal(await check(good), null))

  for (const [problem, passwords] of [
    ['too-short', ['', 'short', 'nine char']],
    ['too-long', ['long enough? '.repeat(20)]],
    ['one-thing-repeated', ['aaaaaaaaaa', 'abababababab', '9876543210', 'abcdefghijkl']],
    [
      'common',
      ['password123', '1234567890', 'Password1234', 'P@ssw0rd2014', '!!liverpool!!99', 'qwertyuiop', 'QWERTYUIOP1'],
    ],
    [
      'about-you',
      ['millbrook2014', 'Lena.Lead@millbrook.gov.example', 'M1llbr00k!!14', 'partnership1', 'lena.lead.lead'],
    ],
  ] as const)
    for (const password of passwords)
      test(`"${password.slice(0, 40)}" is ${problem}`, async () => assert.equal(await check(password), problem))

  test('that is long and made by chance is never refused', async () => {
    const signs = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789#%&*')
    const passwords = fc.array(signs, { minLength: 24, maxLength: 60 }).map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(
        passwords.filter((password) => new Set(password).size >= 12),
        async (password) => (await check(password)) === null,
      ),
    )
  })

  test('is judged whatever signs it is of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 250 }),
        async (words) => (await check(words)) !== undefined,
      ),
    )
  })
})
