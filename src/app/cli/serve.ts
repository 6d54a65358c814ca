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
  io.stdout.write(`Tera: ${server.address}\n`);
  await server.stopped;
  return EXIT.done;
};
