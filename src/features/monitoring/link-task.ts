/** Name of the job that looks at a link; see jobs.ts. */
export const CHECK_LINK_TASK = 'monitoring-check-link';
