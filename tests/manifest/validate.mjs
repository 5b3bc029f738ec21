// Checks a filled manifest.json against the schema that Microsoft ships in its own package. Needs no network.
// fs-extra stands in package.json because @microsoft/app-manifest 1.1.2 loads it without naming it.
//
//   npm ci && node validate.mjs path/to/manifest.json
//
// Prints one finding a line, nothing when all is well. Returns 0 when it could check, 1 when not.
import { readFile } from 'node:fs/promises';

// A schema version that the package lacks would be fetched: then the answer depends on the network, so refuse.
globalThis.fetch = url => { throw new Error(`the package has no schema ${url}`); };

try {
  const { AppManifestUtils } = (await import('@microsoft/app-manifest')).default;
  const manifest = JSON.parse(await readFile(process.argv[2], 'utf8'));
  const findings = await AppManifestUtils.validateAgainstSchema(manifest);
  for (const finding of findings) console.log(finding);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
