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
