import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The one without windows first: nothing but the page is drawn.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC].find(isProgram);
}

/** Where playwright.config.ts looks. */
function placeNote(root) {
  return join(root, '.cache', 'chromium');
}

function note(root, path) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(placeNote(root), path);
  return path;
}

/** The Chromium for the tests: CHROMIUM_PATH, one found before, or one on this machine; noted for playwright.config.ts. */
export function findBrowser(root) {
  const given = process.env.CHROMIUM_PATH;
  if (given) return note(root, given);
  const known = existsSync(placeNote(root)) ? readFileSync(placeNote(root), 'utf8') : '';
  if (isProgram(known)) return known;
  const installed = findInstalled();
  return installed && note(root, installed);
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 600_000,
  });
  return { isDone: status === 0, complaint: stderr ?? '' };
}

function installPlaywrightBrowser(root, node) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { isDone } = run(node, [cli, 'install', 'chromium']);
  if (!isDone) return undefined;
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = spawnSync(node, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  const path = stdout.trim();
  // It downloads for any system; whether it starts depends on the libraries of this one.
  return run(path, ['--headless', '--no-sandbox', '--version']).isDone ? path : undefined;
}

function installSystemBrowser() {
  if (process.getuid?.() !== 0 || !run('apt-get', ['--version']).isDone) return undefined;
  run('apt-get', ['update']);
  const install = (name) => run('apt-get', ['install', '-y', '--no-install-recommends', name]).isDone;
  return install('chromium-headless-shell') || install('chromium') ? findInstalled() : undefined;
}

/** Gets a Chromium: Playwright's own, else the system's. Ends the process when there is none to be had. */
export function installBrowser(root, node) {
  const path = installPlaywrightBrowser(root, node) ?? installSystemBrowser();
  if (path) return note(root, path);
  console.error('\nThe tests need a Chromium and none could be installed. Install one, or set CHROMIUM_PATH to it.');
  return process.exit(1);
}
