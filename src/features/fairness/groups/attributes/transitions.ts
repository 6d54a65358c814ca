/** Who may do what to an attribute that is held, and to a file of values. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

export type AttributeRole = 'officer' | 'system';
export type AttributeState = 'held' | 'ended';
export type AttributeAct = 'end' | 'lapse';

export const ATTRIBUTE: TransitionTable<AttributeState, AttributeAct, AttributeRole> = [
  { from: ['held'], act: 'end', by: ['officer'], to: 'ended', reason: 'required' },
  { from: ['held'], act: 'lapse', by: ['system'], to: 'ended', reason: 'none' },
];

export type FileState = 'checked' | 'recorded' | 'dropped';
export type FileAct = 'record' | 'drop';

/** A file is gone on with by whoever uploaded it and by nobody else. */
export const ATTRIBUTE_FILE: TransitionTable<FileState, FileAct, 'uploader' | 'system'> = [
  { from: ['checked'], act: 'record', by: ['uploader'], to: 'recorded', reason: 'none' },
  { from: ['checked'], act: 'drop', by: ['uploader', 'system'], to: 'dropped', reason: 'none' },
];
