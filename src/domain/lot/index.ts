export {
  commitmentOf,
  type Digests,
  type Drawn,
  draw,
  drawnOf,
  type Eligible,
  listText,
  readList,
  seedOf,
} from './draw.ts';
export { type DrawRecord, drawRecordSchema, problemsOfDraw } from './record.ts';
