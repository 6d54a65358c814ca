export { type AccountOptions, type Accounts, createAccounts } from './accounts.ts';
export { cleanUpSignIn } from './clean-up.ts';
export { hashCode } from './code.ts';
export { addAccount, type NewAccount } from './commands/add-account.ts';
export {
  AGENCY_CODE,
  addAgency,
  type MadeAgency,
  type NewAgency,
  proposedCode,
  ZONES,
} from './commands/add-agency.ts';
export { hasAgency } from './commands/first-run.ts';
export { inviteOfficer } from './commands/invite-officer.ts';
export * as accountEvents from './events.ts';
export { networkOf } from './failures.ts';
export { createInvitations, type Invitation } from './invitations/create.ts';
export { mailInvitationTask } from './invitations/mail.ts';
export { tokenText } from './invitations/tokens.ts';
export { invitationOfficeRoutes } from './officer-routes.tsx';
export { hashPassword } from './password.ts';
export { addressOf, siteOrigin } from './request.ts';
export { accountRoutes } from './routes.tsx';
export type { SignedIn } from './session.ts';
export { setupLink } from './setup-key.ts';
