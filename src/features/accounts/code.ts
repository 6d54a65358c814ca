export { hashCode, inGroups, randomCode, readCode } from '#platform/printed-code.ts';
