import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Made by us, or no part of what is built.
const IGNORED = /(^|\/)(lib\/generated|lib\/testing)(\/|$)|\.test\.tsx?$/;

function listFiles(root, path) {
  if (IGNORED.test(path)) return [];
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => listFiles(root, `${path}/${name}`));
}

/** One hash over names and contents; dates play no part, since a clone makes all files new. */
export function hashFiles(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((part) => listFiles(root, part)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
