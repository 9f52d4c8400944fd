// The offline demo's worker starts here, as a module worker. The page's first message names the
// files, relative to this one; the program takes the messages after that (web/worker/worker.js).
//
//   {kind: 'start', session, files: {module, wasm, associations: [{data, content}…], sample, site}}
//
// `content` is null for an association without texts; `site` is the address above the associations'
// folders.
self.onmessage = async ({data: {files, session}}) => {
  self.onmessage = null;
  const address = (name) => new URL(name, self.location).href;
  const text = async (name) => {
    const response = await fetch(address(name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  };
  const both = ({data, content}) => Promise.all([text(data), content ? text(content) : '']);
  try {
    const [{default: create}, sample, ...associations] = await Promise.all(
      [import(address(files.module)), text(files.sample), ...files.associations.map(both)]);
    await create({
      locateFile: () => address(files.wasm),
      laurel: {session, sample, associations, site: address(files.site)},
    });
  } catch (error) {
    console.error('Laurel demo:', error);
    self.postMessage({kind: 'failed'});
  }
};
