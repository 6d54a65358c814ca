import { setupLink } from '#features/accounts/index.ts';
import { readConfig } from '../config.ts';
import { openInstallation } from '../installation.ts';
import { serve } from '../serve.ts';
import { type Command, EXIT } from './io.ts';

export const run: Command = async (args, io) => {
  if (args.length > 0) {
    io.stderr.write(
      'tera serve takes no arguments; settings come from the environment (docs/operations.md)\n',
    );
    return EXIT.usage;
  }
  const installation = await openInstallation(readConfig());
  const server = await serve(readConfig(), installation);
  const setup = await setupLink(server.services.accounts, server.address);
  io.stdout.write(`Tera: ${server.address}\n`);
  if (setup) io.stdout.write(`Siapkan instalasi ini di · set this installation up at:\n  ${setup}\n`);
  await server.stopped;
  return EXIT.done;
};
