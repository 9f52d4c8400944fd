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

  laurel_worker_blocked: function() {
    self.postMessage({kind: 'blocked'});
  },

  laurel_worker_ready__deps: ['$LaurelBridge'],
  laurel_worker_ready: function(reason, size) {
    self.postMessage({kind: 'ready', memoryOnly: LaurelBridge.string(reason, size)});
  },

  // A promise of the JPEG's bytes; rejected with "damaged" or "unsupported". OffscreenCanvas came
  // to the last browsers in 2023.
  $LaurelPortrait: function(file, type, width, height, x, y, size, side) {
    if (typeof OffscreenCanvas === 'undefined') return Promise.reject('unsupported');
    return createImageBitmap(new Blob([file], {type: type}), {imageOrientation: 'from-image'})
      .catch(function() { throw 'damaged'; })
      .then(function(bitmap) {
        if (bitmap.width !== width || bitmap.height !== height) throw 'damaged';
        const canvas = new OffscreenCanvas(side, side);
        const context = canvas.getContext('2d', {alpha: false});
        context.fillStyle = '#fff';
        context.fillRect(0, 0, side, side);
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, x, y, size, size, 0, 0, side, side);
        bitmap.close();
        return canvas.convertToBlob({type: 'image/jpeg', quality: 0.85});
      })
      .then(function(blob) { return blob.arrayBuffer(); })
      .then(function(buffer) { return new Uint8Array(buffer); });
  },

  laurel_worker_portrait__deps: ['$LaurelBridge', '$LaurelPortrait'],
  laurel_worker_portrait: function(pointer, length) {
    const fields = LaurelBridge.fields(pointer, length);
    const numbers = fields.slice(2).map(function(bytes) {
      return Number(LaurelBridge.text(bytes));
    });
    const deliver = function(outcome) {
      LaurelBridge.deliver(outcome, function(at, size) { _laurel_worker_portrait_made(at, size); });
    };
    LaurelPortrait.apply(null, [fields[0], LaurelBridge.text(fields[1])].concat(numbers)).then(
      function(jpeg) { deliver(['made', jpeg]); },
      function(reason) { deliver([reason === 'damaged' ? 'damaged' : 'unsupported']); });
  },

  laurel_worker_restart: function() {
    self.postMessage({kind: 'restart'});
  },

  laurel_worker_reply__deps: ['$LaurelBridge'],
  laurel_worker_reply: function(status, pointer, length) {
    const fields = LaurelBridge.fields(pointer, length);
    self.postMessage({kind: 'reply', key: LaurelBridge.text(fields[0]), reply: {
      status: status, contentType: LaurelBridge.text(fields[1]), body: fields[2],
      retryAfterS: LaurelBridge.text(fields[3]) || null,
    }});
  },
});
