// Loads the program and hands it what it needs of this page. The addresses stand in the page itself,
// relative to it, so that the same files work under any path.
(function() {
  'use strict';
  const block = (id) => JSON.parse(document.getElementById(id).textContent);
  const absolute = (address) => new URL(address, document.baseURI).href;
  const files = block('laurel-files');

  // A server answers that it is one; the files of the offline demo say that its worker is the backend.
  async function findHost() {
    try {
      const response = await fetch(absolute('../laurel-host.json'));
      if (response.ok) return (await response.json()).host;
    } catch (unreachable) {
      // The program says so itself when the member asks for something.
    }
    return 'server';
  }

  function complain(message) {
    const place = document.getElementById('host-message');
    place.textContent = message;
    place.hidden = false;
  }

  // The program comes in two modules that share one memory (cmake/split_wasm.py): the first screens,
  // and the interior, which is loaded when one of its screens is wanted.
  async function compile(address) {
    const response = await fetch(address, {credentials: 'same-origin'});
    if (!response.ok) {
      throw Object.assign(new Error(`${address}: ${response.status}`), {status: response.status});
    }
    return response.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
  }

  // Stands for every function of the interior until it is here; nothing calls one before. Newer Binaryens
  // append the second module's name to the namespace.
  const interior = new Proxy({}, {get: (target, name) => () => {
    throw new Error(`The interior's function ${name} was called before it was loaded.`);
  }});

  let first;  // what the first module exports
  let loading;  // of the interior
  function loadInterior() {
    if (!loading) {
      loading = compile(absolute(files.interior_wasm))
          .then((module) => WebAssembly.instantiate(module, {first}));
      loading.catch(() => { loading = undefined; });
    }
    return loading;
  }

  async function start() {
    const compiling = compile(absolute(files.page_wasm));  // while the JavaScript arrives
    compiling.catch(() => {});  // told below
    const [program, host] = await Promise.all([import(absolute(files.page_js)), findHost()]);
    await new Promise((resolve, reject) => program.default({
      instantiateWasm: (imports, ready) => {
        const all = {...imports, interior, 'interior.deferred': interior};
        compiling.then(async (module) => {
          const instance = await WebAssembly.instantiate(module, all);
          first = instance.exports;
          ready(instance, module);
        }).catch(reject);
        return {};  // says that it will be ready later
      },
      laurel: {
        loadInterior,
        host,
        workerUrl: absolute(files.worker_boot_js),
        workerFiles: JSON.stringify({
          module: absolute(files.worker_js),
          wasm: absolute(files.worker_wasm),
          associations: files.associations.map(({data, content}) =>
            ({data: absolute(data), content: content && absolute(content)})),
          sample: absolute(files.sample),
          // Where the associations' folders lie: what links in the demo's mails begin with.
          site: absolute('../'),
        }),
        takeEarlyPresses: window.laurelEarly.takePresses,
        adviceFiles: [files.advice_core_js, files.advice_common_js].map(absolute),
        loadQrCode: () => import(absolute(files.qr_js)),
        memberExpected: window.laurelEarly.wasPresent(),
        rememberPresence: window.laurelEarly.rememberPresence,
      },
    }).then(resolve, reject));
  }

  start().catch((error) => {
    console.error(error);
    document.documentElement.classList.remove('waiting');
    complain('This page could not be loaded completely. Please check your connection and load it ' +
        'again. If that does not help, your browser may be too old for it.');
  });
})();
