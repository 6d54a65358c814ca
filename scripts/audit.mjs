// Dependency audit: fails on a known vulnerability rated high or critical. A registry that offers no audit
// answers is said aloud and does not fail the run; everything else does.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = JSON.parse(stdout || '{}');
if (report.error || report.message) {
  console.log(
    `audit: not offered by this registry (${report.error?.summary || report.message || 'no answer'})`,
  );
} else {
  const found = report.metadata.vulnerabilities;
  console.log(`audit: ${JSON.stringify(found)}`);
  if (found.high + found.critical > 0) process.exit(1);
}
