// The worker's ear and mouth, for main.cpp. worker-boot.js leaves the page's first message, with
// the fetched texts, as Module.laurel; from then on the page's messages come here. See transport.js
// for the page's side.
mergeInto(LibraryManager.library, {
  laurel_worker_listen__deps: ['$LaurelBridge'],
  laurel_worker_listen: function() {
    const start = Module['laurel'];
    LaurelBridge.deliver(
      [self.location.origin, start.site, self.navigator.userAgent, start.session, start.sample]
        .concat(start.associations.flat()),
      function(pointer, length) { _laurel_worker_start(pointer, length); });
    self.onmessage = function(event) {
      const request = event.data.request;
      LaurelBridge.deliver(
        [event.data.key, request.method, request.path, request.body, request.idempotencyKey],
        function(pointer, length) { _laurel_worker_request(pointer, length); });
    };
  },

  laurel_worker_ready__deps: ['$LaurelBridge'],
  laurel_worker_ready: function(reason, size) {
    self.postMessage({kind: 'ready', memoryOnly: LaurelBridge.string(reason, size)});
  },

  laurel_worker_restart: function() {
    self.postMessage({kind: 'restart'});
  },

  laurel_worker_reply__deps: ['$LaurelBridge'],
  laurel_worker_reply: function(status, pointer, length) {
    const fields = LaurelBridge.fields(pointer, length).map(LaurelBridge.text);
    self.postMessage({kind: 'reply', key: fields[0], reply: {
      status: status, contentType: fields[1], body: fields[2], retryAfterS: fields[3] || null,
    }});
  },
});
