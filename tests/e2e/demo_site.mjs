// Builds the demo centre into a temporary folder and serves it on a free port of this machine.
// OKIENKO names the program; the build's clock stands still, so that pages do not change with days.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const program = resolve(process.env.OKIENKO ?? join(root, 'build/release/okienko'));
const clock = Date.UTC(2026, 10, 22, 12) / 1000;
const secondsToStart = 20;

function addressPrinted(server) {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const address = /http:\/\/[\w.[\]:-]+:\d+/.exec(said);
      if (address) found(address[0].replace('localhost', '127.0.0.1'));
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`okienko serve ended with ${code}: ${said}`)));
    setTimeout(
      () => failed(new Error(`okienko serve printed no address: ${said}`)),
      secondsToStart * 1000,
    ).unref();
  });
}

// → { address: "http://127.0.0.1:12345", folder: ".../site/current", stop() }
export async function openDemoSite() {
  const folder = await mkdtemp(join(tmpdir(), 'okienko-e2e-'));
  const options = { cwd: folder, env: { ...process.env, SOURCE_DATE_EPOCH: String(clock) } };
  const instance = ['--instance', folder];
  try {
    await promisify(execFile)(program, ['init', folder, '--demo'], options);
    await promisify(execFile)(program, ['build', ...instance], options);
    const server = spawn(program, ['serve', '--port', '0', ...instance], options);
    const stop = async () => {
      const ended = new Promise((resolved) => server.once('exit', resolved));
      if (server.kill()) await ended;
      await rm(folder, { recursive: true, force: true });
    };
    try {
      return { address: await addressPrinted(server), folder: join(folder, 'site/current'), stop };
    } catch (error) {
      server.kill();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
