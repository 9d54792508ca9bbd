import { fileURLToPath } from 'node:url';
import linter from 'addons-linter';
import { expect, it } from 'vitest';

const built = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

interface Message {
  code: string;
  message: string;
  file?: string;
}

it("passes the checks of Mozilla's store without a warning", async () => {
  const config = { _: [built], logLevel: 'fatal', stack: false, pretty: false, output: 'none', boring: true };
  const checked = linter.createInstance({ config, runAsBinary: false });
  const { errors, warnings, notices } = (await checked.run()) as Record<string, Message[]>;
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
