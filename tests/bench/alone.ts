/** In a process that `runAlone` started: takes its input, and gives back what `work` makes of it. */
export async function alone<Input, Output>(work: (input: Input) => Output | Promise<Output>): Promise<void> {
  const input = await new Promise<Input>((resolve) =>
    process.once('message', (message) => resolve(message as Input)),
  );
  const output = await work(input);
  await new Promise((resolve) => process.send?.(output, resolve));
  process.disconnect();
}
