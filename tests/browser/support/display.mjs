// A display without a screen, for browsers that draw with WebGL only where there is a display.
//
//   const display = await startDisplay();
//   spawn('browser', [], {env: {...process.env, ...display.environment}});
//   await display.close();
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';

export async function startDisplay() {
  const server = spawn(
    'Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {stdio: ['ignore', 'pipe', 'ignore']});
  const failed = once(server, 'error').then(([error]) => { throw error; });
  failed.catch(() => {});
  const lines = createInterface({input: server.stdout});
  const [number] = await Promise.race([once(lines, 'line'), failed]);
  return {
    environment: {DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', LIBGL_ALWAYS_SOFTWARE: '1'},
    close: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}
