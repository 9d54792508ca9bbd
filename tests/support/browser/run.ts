import { spawn } from 'node:child_process';

/** Runs a program to its end. Prints what it said only where it fails; resolves to whether it succeeded. */
export function runQuietly(program: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => {
      console.log(error.message);
      resolve(false);
    });
    child.on('close', (code) => {
      if (code !== 0) console.log(said.trim().split('\n').slice(-5).join('\n'));
      resolve(code === 0);
    });
  });
}
