// Builds the demo centre into a temporary folder and serves it on a free port of this machine.
// OKIENKO names the program; the build's clock stands still, so that pages do not change with days.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const program = resolve(process.env.OKIENKO ?? join(root, 'build/dev/okienko'));
const clock = Date.UTC(2026, 10, 22, 12) / 1000;
const secondsToStart = 20;
const secondsToStop = 30;

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

const options = (folder) => ({
  cwd: folder,
  env: { ...process.env, SOURCE_DATE_EPOCH: String(clock) },
});

export function okienko(folder, ...words) {
  return promisify(execFile)(program, ['--instance', folder, ...words], options(folder));
}

// Runs `okienko serve` until stop() → { address: "http://127.0.0.1:12345", stop() }
export async function serve(folder, ...words) {
  const server = spawn(program, ['--instance', folder, 'serve', ...words], options(folder));
  const stop = async () => {
    const ended = new Promise((resolved) => server.once('exit', (_, signal) => resolved(signal)));
    if (!server.kill()) return;
    const late = setTimeout(() => server.kill('SIGKILL'), secondsToStop * 1000);
    const signal = await ended;
    clearTimeout(late);
    if (signal === 'SIGKILL') throw new Error(`okienko serve did not end within ${secondsToStop} s`);
  };
  try {
    return { address: await addressPrinted(server), stop };
  } catch (error) {
    server.kill();
    throw error;
  }
}

// A demo centre of one's own → { folder, remove() }
export async function makeDemoCentre() {
  const folder = await mkdtemp(join(tmpdir(), 'okienko-e2e-'));
  await promisify(execFile)(program, ['init', folder, '--demo'], options(folder));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

// → { address: "http://127.0.0.1:12345", folder: ".../site/current", stop() }
export async function openDemoSite() {
  const centre = await makeDemoCentre();
  try {
    await okienko(centre.folder, 'build');
    const server = await serve(centre.folder, '--port', '0');
    const stop = async () => {
      await server.stop();
      await centre.remove();
    };
    return { address: server.address, folder: join(centre.folder, 'site/current'), stop };
  } catch (error) {
    await centre.remove();
    throw error;
  }
}
