// Starts the test program that lies beside the page. `ready` resolves when it takes commands.
let resolveReady;
self.ready = new Promise((resolve) => { resolveReady = resolve; });
self.harnessReady = () => resolveReady();
const {default: create} = await import(`./${document.title}.js`);
await create();
