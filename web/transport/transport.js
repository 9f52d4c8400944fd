// The page's way to its backend, for transport.cpp and session_channel.h.
//
// A transport: {address, pending, deliver, close, …}. `pending` holds, by id, what waits for a
// reply: {request, onReply, timer, abort, sentTo}. Whatever comes for an id that is not pending is dropped.
mergeInto(LibraryManager.library, {
  $LaurelTransport__deps: ['$LaurelBridge'],
  $LaurelTransport: {
    transports: {},
    channels: {},
    next: 1,

    // ---- requests and replies ----

    // `reply`: {status, contentType, body, retryAfterS} when answered; `body` is a Uint8Array.
    finish: function(transport, id, outcome, reply) {
      const entry = transport.pending[id];
      if (!entry) return;
      delete transport.pending[id];
      clearTimeout(entry.timer);
      if (outcome !== 'answered' && entry.abort) entry.abort();
      if (entry.onReply) return entry.onReply(reply);
      const fields = reply
        ? [outcome, String(reply.status), reply.contentType, reply.body, reply.retryAfterS || '']
        : [outcome, '0', '', '', ''];
      LaurelBridge.deliver(fields, function(pointer, length) {
        _laurel_transport_reply(transport.address, id, pointer, length);
      });
    },

    // `onReply` gets the reply, or null, in place of the program.
    send: function(transport, id, request, onReply) {
      const entry = {request: request, onReply: onReply, timer: 0, abort: null, sentTo: null};
      // What is large gets a second more for each 32 KiB, as the server gives it.
      entry.timer = setTimeout(function() {
        LaurelTransport.finish(transport, id, 'timeout', null);
      }, transport.timeoutMs + 1000 * Math.floor(request.body.length / 32768));
      transport.pending[id] = entry;
      transport.deliver(id, entry);
    },

    failAll: function(transport) {
      Object.keys(transport.pending).forEach(function(id) {
        LaurelTransport.finish(transport, Number(id), 'network_failure', null);
      });
    },

    // A promise of an address that shows what the worker answers to GET; of null where that is no
    // picture. Requests that are not the program's have numbers below zero.
    pictureAddress: function(transport, path) {
      return new Promise(function(resolve) {
        const request = {method: 'GET', path: path, body: '', idempotencyKey: ''};
        LaurelTransport.send(transport, -LaurelTransport.next++, request, function(reply) {
          const isPicture = reply && reply.status === 200 && /^image\//.test(reply.contentType);
          if (!isPicture) return resolve(null);
          resolve(URL.createObjectURL(new Blob([reply.body], {type: reply.contentType})));
        });
      });
    },

    // ---- fetch ----

    fetchHost: function(transport) {
      transport.deliver = function(id, entry) {
        const request = entry.request;
        const controller = new AbortController();
        entry.abort = function() { controller.abort(); };
        const headers = {};
        if (request.body) headers['Content-Type'] = 'application/json';
        if (request.idempotencyKey) headers['Idempotency-Key'] = request.idempotencyKey;
        fetch(request.path, {
          method: request.method, headers: headers, body: request.body || undefined,
          credentials: 'same-origin', mode: 'same-origin', redirect: 'error', cache: 'no-store',
          signal: controller.signal,
        }).then(function(response) {
          return LaurelTransport.readBody(response, transport.maxReplyBytes).then(function(body) {
            if (body === null) return LaurelTransport.finish(transport, id, 'too_large', null);
            LaurelTransport.finish(transport, id, 'answered', {
              status: response.status,
              contentType: response.headers.get('Content-Type') || '',
              body: body,
              retryAfterS: response.headers.get('Retry-After'),
            });
          });
        }).catch(function() {
          LaurelTransport.finish(transport, id, 'network_failure', null);
        });
      };
      transport.addressOf = function(path) { return Promise.resolve(path); };
      transport.close = function() {};
    },

    // A promise of the bytes, or of null when they are more than `limit`.
    readBody: function(response, limit) {
      if (!response.body) return Promise.resolve(new Uint8Array(0));
      const reader = response.body.getReader();
      const chunks = [];
      let size = 0;
      const step = function(part) {
        if (part.done) return LaurelTransport.joined(chunks, size);
        size += part.value.length;
        if (size > limit) {
          reader.cancel();
          return null;
        }
        chunks.push(part.value);
        return reader.read().then(step);
      };
      return reader.read().then(step);
    },

    joined: function(chunks, size) {
      const bytes = new Uint8Array(size);
      let at = 0;
      chunks.forEach(function(chunk) {
        bytes.set(chunk, at);
        at += chunk.length;
      });
      return bytes;
    },

    // ---- the demo's worker ----
    //
    // Between tabs, over the BroadcastChannel "laurel-demo":
    //   {kind: 'who'}                               who owns the worker?
    //   {kind: 'ready', owner, session, memoryOnly} this tab does; send me what you wait for
    //   {kind: 'blocked'}                           its worker waits for an older tab to be closed
    //   {kind: 'failed'}                            the owner's worker does not start
    //   {kind: 'request', from, id, request}        to the owner
    //   {kind: 'reply', to, id, reply}              back
    // Between the owner and its worker: web/worker/worker.js.

    workerHost: function(transport, scriptUrl, files) {
      const host = {
        transport: transport,
        scriptUrl: scriptUrl,
        files: files,
        tab: LaurelTransport.randomName(),
        channel: null,
        owner: null,    // the worker that was said to be ready, by its tab's name and a number
        worker: null,   // only in the owner
        ready: false,
        blocked: false,
        memoryOnly: '',
        starts: 0,
        generation: 0,
        givenUp: false,
        inFlight: {},   // only in the owner: what its worker has been given, by tab and id
        release: null,
        closed: false,
      };
      transport.deliver = function(id, entry) { LaurelTransport.deliver(host, id, entry); };
      transport.addressOf = function(path) {
        return LaurelTransport.pictureAddress(transport, path);
      };
      transport.close = function() { LaurelTransport.closeHost(host); };
      LaurelTransport.joinTabs(host);
    },

    randomName: function() {
      return Array.from(crypto.getRandomValues(new Uint8Array(16)), function(byte) {
        return byte.toString(16).padStart(2, '0');
      }).join('');
    },

    // One owner among tabs, where the browser can see to that; else each tab for itself.
    joinTabs: function(host) {
      if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
        return LaurelTransport.startWorker(host);
      }
      host.channel = new BroadcastChannel('laurel-demo');
      host.channel.onmessage = function(event) { LaurelTransport.heard(host, event.data); };
      host.channel.postMessage({kind: 'who'});
      navigator.locks.request('laurel-demo', function() {
        return new Promise(function(release) {
          host.release = release;
          if (host.closed) return release();
          LaurelTransport.startWorker(host);
        });
      }).catch(function() {  // denied, as in a cross-site frame
        host.channel.close();
        host.channel = null;
        if (!host.closed) LaurelTransport.startWorker(host);
      });
    },

    closeHost: function(host) {
      host.closed = true;
      if (host.worker) host.worker.terminate();
      if (host.channel) host.channel.close();
      if (host.release) host.release();
    },

    deliver: function(host, id, entry) {
      if (host.givenUp) LaurelTransport.tryOnceMore(host);
      if (host.worker) {
        if (host.ready) LaurelTransport.work(host, host.tab, id, entry.request);
      } else if (host.channel) {
        entry.sentTo = host.owner;
        host.channel.postMessage(
          {kind: 'request', from: host.tab, id: id, request: entry.request});
      }
    },

    work: function(host, tab, id, request) {
      const key = tab + ' ' + id;
      if (host.inFlight[key]) return;
      host.inFlight[key] = {tab: tab, id: id};
      host.worker.postMessage({kind: 'request', key: key, request: request});
    },

    // ---- as the owner ----

    startWorker: function(host) {
      host.starts += 1;
      host.generation += 1;
      host.ready = false;
      host.blocked = false;
      host.inFlight = {};
      const worker = host.worker = new Worker(host.scriptUrl, {type: 'module'});
      worker.onmessage = function(event) { LaurelTransport.fromWorker(host, event.data); };
      worker.onerror = function(event) {
        event.preventDefault();
        if (host.worker === worker) LaurelTransport.workerDied(host);
      };
      worker.postMessage({
        kind: 'start', files: JSON.parse(host.files), session: LaurelTransport.browserSession(null),
      });
    },

    // Starts it again, three times at most; the requests that wait are sent again then.
    workerDied: function(host) {
      host.worker.terminate();
      host.worker = null;
      host.ready = false;
      if (host.closed) return;
      if (host.starts < 3) return void LaurelTransport.startWorker(host);
      host.givenUp = true;
      LaurelTransport.failAll(host.transport);
      if (host.channel) host.channel.postMessage({kind: 'failed'});
    },

    // For a request that comes when the worker has been given up: the network may be back.
    tryOnceMore: function(host) {
      host.givenUp = false;
      host.starts = 2;
      LaurelTransport.startWorker(host);
    },

    fromWorker: function(host, message) {
      if (message.kind === 'blocked') {
        host.blocked = true;
        LaurelTransport.tellRecords(host.transport, LaurelTransport.BLOCKED);
        if (host.channel) host.channel.postMessage({kind: 'blocked'});
      } else if (message.kind === 'ready') {
        host.ready = true;
        host.blocked = false;
        host.owner = host.tab + ' ' + host.generation;
        host.memoryOnly = message.memoryOnly;
        LaurelTransport.sayReady(host);
        LaurelTransport.ownerIsReady(host, host.owner, message.memoryOnly);
      } else if (message.kind === 'reply') {
        const asker = host.inFlight[message.key];
        if (!asker) return;
        delete host.inFlight[message.key];
        if (asker.tab === host.tab) {
          LaurelTransport.finish(host.transport, asker.id, 'answered', message.reply);
        } else {
          host.channel.postMessage(
            {kind: 'reply', to: asker.tab, id: asker.id, reply: message.reply});
        }
      } else if (message.kind === 'restart') {
        // Its records may no longer be those on the disk. That it ran shows that it can.
        host.starts = 0;
        LaurelTransport.workerDied(host);
      } else if (message.kind === 'failed') {
        LaurelTransport.workerDied(host);
      }
    },

    sayReady: function(host) {
      if (!host.channel) return;
      host.channel.postMessage({
        kind: 'ready', owner: host.owner, session: LaurelTransport.browserSession(null),
        memoryOnly: host.memoryOnly,
      });
    },

    // ---- as any tab ----

    heard: function(host, message) {
      switch (message.kind) {
        case 'who':
          if (host.ready) LaurelTransport.sayReady(host);
          if (host.blocked) host.channel.postMessage({kind: 'blocked'});
          break;
        case 'blocked':
          LaurelTransport.tellRecords(host.transport, LaurelTransport.BLOCKED);
          break;
        case 'ready':
          LaurelTransport.browserSession(message.session);
          LaurelTransport.ownerIsReady(host, message.owner, message.memoryOnly);
          break;
        case 'failed':
          LaurelTransport.failAll(host.transport);
          break;
        case 'request':
          if (host.givenUp) LaurelTransport.tryOnceMore(host);
          if (host.ready) LaurelTransport.work(host, message.from, message.id, message.request);
          break;
        case 'reply':
          if (message.to === host.tab) {
            LaurelTransport.finish(host.transport, message.id, 'answered', message.reply);
          }
          break;
      }
    },

    // Sends what this owner has not been sent; an idempotency key keeps it from being done twice.
    ownerIsReady: function(host, owner, memoryOnly) {
      host.owner = owner;
      LaurelTransport.tellRecords(host.transport, memoryOnly);
      Object.keys(host.transport.pending).forEach(function(id) {
        const entry = host.transport.pending[id];
        if (entry.sentTo !== owner) LaurelTransport.deliver(host, Number(id), entry);
      });
    },

    BLOCKED: 'blocked',  // as in transport.cpp

    // What has become of the worker's records: '' where they are kept, BLOCKED, or why they are not kept.
    tellRecords: function(transport, state) {
      if (transport.records === state) return;
      transport.records = state;
      LaurelBridge.deliver([state], function(pointer, length) {
        _laurel_transport_records(transport.address, pointer, length);
      });
    },

    // The name of what a browser calls its session, which ends with its last tab: cookies without
    // Max-Age live as long. sessionStorage keeps it over reloads, the owner tells it to new tabs,
    // and a tab that finds no other begins a new one.
    browserSession: function(heard) {
      const key = 'laurel-demo-session';
      try {
        const name = heard || sessionStorage.getItem(key) || LaurelTransport.randomName();
        sessionStorage.setItem(key, name);
        return name;
      } catch (error) {  // storage is denied, and so are the cookies that would need it
        return LaurelTransport.randomName();
      }
    },
  },

  // For whoever shows pictures of the API in the page:
  //
  //   laurelResource('/api/v1/ipma/photos/4Nc…').then(function(address) {
  //     if (address) image.src = address;
  //   });
  //
  // A promise of the address, or of null where there is no such picture. A server's is the path;
  // the demo's is a blob: address, which belongs to the caller: URL.revokeObjectURL(address) once
  // the image has loaded (other addresses take no harm from it).
  $laurelResource__deps: ['$LaurelTransport'],
  $laurelResource: function(path) {
    const transport = Object.values(LaurelTransport.transports)[0];
    return transport ? transport.addressOf(path) : Promise.resolve(null);
  },

  laurel_transport_open__deps: ['$LaurelTransport'],
  laurel_transport_open: function(address, pointer, length, timeoutS, maxReplyBytes) {
    const transport = {
      address: address, pending: {}, deliver: null, addressOf: null, close: null, timeoutMs: timeoutS * 1000,
      maxReplyBytes: maxReplyBytes, records: '',  // what was told last: see tellRecords
    };
    const handle = LaurelTransport.next++;
    LaurelTransport.transports[handle] = transport;
    const worker = LaurelBridge.fields(pointer, length).map(LaurelBridge.text);
    if (worker.length > 0) {
      LaurelTransport.workerHost(transport, worker[0], worker[1]);
    } else {
      LaurelTransport.fetchHost(transport);
    }
    return handle;
  },

  laurel_transport_send__deps: ['$LaurelTransport'],
  laurel_transport_send: function(handle, id, pointer, length) {
    const fields = LaurelBridge.fields(pointer, length).map(LaurelBridge.text);
    LaurelTransport.send(LaurelTransport.transports[handle], id, {
      method: fields[0], path: fields[1], body: fields[2], idempotencyKey: fields[3],
    }, null);
  },

  laurel_transport_cancel__deps: ['$LaurelTransport'],
  laurel_transport_cancel: function(handle, id) {
    const pending = LaurelTransport.transports[handle].pending;
    const entry = pending[id];
    if (!entry) return;
    delete pending[id];
    clearTimeout(entry.timer);
    if (entry.abort) entry.abort();
  },

  laurel_transport_close__deps: ['$LaurelTransport'],
  laurel_transport_close: function(handle) {
    const transport = LaurelTransport.transports[handle];
    delete LaurelTransport.transports[handle];
    Object.keys(transport.pending).forEach(function(id) {
      const entry = transport.pending[id];
      clearTimeout(entry.timer);
      delete transport.pending[id];
      if (entry.abort) entry.abort();
    });
    transport.close();
  },

  laurel_session_channel_open__deps: ['$LaurelTransport'],
  laurel_session_channel_open: function(address, pointer, length) {
    if (typeof BroadcastChannel === 'undefined') return 0;
    const channel = new BroadcastChannel('laurel-session-' + LaurelBridge.string(pointer, length));
    channel.onmessage = function() { _laurel_session_channel_changed(address); };
    const handle = LaurelTransport.next++;
    LaurelTransport.channels[handle] = channel;
    return handle;
  },

  laurel_session_channel_announce__deps: ['$LaurelTransport'],
  laurel_session_channel_announce: function(handle) {
    if (handle) LaurelTransport.channels[handle].postMessage('changed');
  },

  laurel_session_channel_close__deps: ['$LaurelTransport'],
  laurel_session_channel_close: function(handle) {
    if (!handle) return;
    LaurelTransport.channels[handle].close();
    delete LaurelTransport.channels[handle];
  },
});
