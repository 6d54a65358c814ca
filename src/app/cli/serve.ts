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
  const config = readConfig();
  const installation = await openInstallation(config);
  const server = await serve(config, installation);
  io.stdout.write(`${server.announcement}\n`);
  await server.stopped;
  return EXIT.done;
};
