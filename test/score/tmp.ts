import { readDocument } from '../../src/modules/reading/read-document.ts'
import { HARBOUR, FELL } from './made/invented-plans.ts'
import { STYLES, piecesOf, expectedOf } from './made/pieces-of.ts'
import { asFixedWidth } from './made/write-text.ts'
