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

  // The program comes in several modules that share one memory (cmake/split_wasm.py): the first screens,
  // what several others need, and one for each group of others, loaded when one of them is wanted.
  async function compile(address) {
    const response = await fetch(address, {credentials: 'same-origin'});
    if (!response.ok) {
      throw Object.assign(new Error(`${address}: ${response.status}`), {status: response.status});
    }
    return response.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
  }

  // What the parts export, by their numbers in src/app/part.h: 0 is the first module, 1 the common part.
  const parts = [];
  let firstIsHere;
  parts[0] = new Promise((resolve) => { firstIsHere = resolve; });

  function loadPart(number) {
    if (!parts[number]) {
      parts[number] = instantiate(number);
      parts[number].catch(() => { parts[number] = undefined; });  // the next time may do better
    }
    return parts[number];
  }

  async function instantiate(number) {
    const [module, first, common] = await Promise.all([
      compile(absolute(files.parts[number - 1])), parts[0], number > 1 && loadPart(1)]);
    return (await WebAssembly.instantiate(module, {first, common})).exports;
  }

  // A screen that the address names needs its part soon after the first module, and so does a member.
  function loadAhead() {
    const number = files.screens[location.hash.split(/[/?]/)[1]] ||
        (window.laurelEarly.wasPresent() && files.screens.dashboard);
    // Any word may stand in an address, also one that every object knows. When the program wants the part
    // itself, it tells what went wrong.
    if (number > 0) loadPart(number).catch(() => {});
  }

  async function start() {
    const compiling = compile(absolute(files.page_wasm));  // while the JavaScript arrives
    compiling.catch(() => {});  // told below
    loadAhead();
    const [program, host] = await Promise.all([import(absolute(files.page_js)), findHost()]);
    await new Promise((resolve, reject) => program.default({
      instantiateWasm: (imports, ready) => {
        compiling.then(async (module) => {
          const instance = await WebAssembly.instantiate(module, imports);
          firstIsHere(instance.exports);
          ready(instance, module);
        }).catch(reject);
        return {};  // says that it will be ready later
      },
      laurel: {
        loadPart,
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
