// Runs WireMock only as long as the test run holds this process's standard input open: a test host that is killed
// closes it too, so no server outlives its tests.
import { spawn } from 'node:child_process';

const [java, ...args] = process.argv.slice(2);
const server = spawn(java, args, { stdio: ['ignore', 1, 1], windowsHide: true });
const stop = () => server.kill('SIGKILL');

server.on('error', error => {
  console.log(error.message);
  process.exit(1);
});
server.on('exit', code => process.exit(code ?? 0));
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
