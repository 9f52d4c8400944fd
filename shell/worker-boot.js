// The offline demo's worker starts here, as a module worker. The page's first message names the
// files, relative to this one; the program takes the messages after that (web/worker/worker.js).
//
//   {kind: 'start', session, files: {module, wasm, associations: […], sample}}
self.onmessage = async ({data: {files, session}}) => {
  self.onmessage = null;
  const address = (name) => new URL(name, self.location).href;
  const text = async (name) => {
    const response = await fetch(address(name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  };
  try {
    const [{default: create}, sample, ...associations] = await Promise.all(
      [import(address(files.module)), text(files.sample), ...files.associations.map(text)]);
    await create({
      locateFile: () => address(files.wasm),
      laurel: {session, sample, associations},
    });
  } catch (error) {
    console.error('Laurel demo:', error);
    self.postMessage({kind: 'failed'});
  }
};
