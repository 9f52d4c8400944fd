// What a page's frames cost: the time that their callbacks take.

/** Runs before the page: notes what each frame's callback takes, in milliseconds. */
export function timeFrames() {
  const ask = self.requestAnimationFrame.bind(self);
  self.frameTimes = [];
  self.requestAnimationFrame = (callback) => ask((time) => {
    const start = performance.now();
    callback(time);
    self.frameTimes.push(performance.now() - start);
  });
}

export const forgetFrames = (page) => page.evaluate(() => { self.frameTimes.length = 0; });

export const frameTimes = (page) => page.evaluate(() => self.frameTimes);

export const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

const plainMs = 1.25;  // where the limits were set

/**
 * How slow the machine is just now: what plain JavaScript takes in this page that moves 300 elements,
 * as a multiple of what it took where the limits were set, and never less than 1. A machine that others
 * use as well takes twice as long for minutes.
 */
export async function slowness(page) {
  const times = await page.evaluate(async ([frames, elements]) => {
    const root = document.createElement('div');
    root.style.cssText = 'position: fixed; visibility: hidden; contain: strict; width: 0; height: 0';
    const all = Array.from({length: elements}, () => root.appendChild(document.createElement('i')));
    document.body.append(root);
    const taken = [];
    for (let i = 0; i < frames; i += 1) {
      await new Promise((done) => setTimeout(done, 20));
      await new Promise((done) => requestAnimationFrame(done));
      const start = performance.now();
      all.forEach((element, at) => {
        ['--x', '--y', '--w', '--h'].forEach((name, side) => {
          element.style.setProperty(name, `${(at + side + i) / 16}px`);
        });
      });
      taken.push(performance.now() - start);
    }
    root.remove();
    return taken;
  }, [120, 300]);
  return Math.max(1, median(times) / plainMs);
}
