// The JavaScript side of bridge.h: reads and writes lists of length-prefixed fields.
mergeInto(LibraryManager.library, {
  $LaurelBridge: {
    text: function(bytes) {
      return new TextDecoder().decode(bytes);
    },

    // Copies, because the memory belongs to C++ and may move.
    bytes: function(pointer, length) {
      return HEAPU8.slice(pointer, pointer + length);
    },

    string: function(pointer, length) {
      return LaurelBridge.text(LaurelBridge.bytes(pointer, length));
    },

    fields: function(pointer, length) {
      const bytes = LaurelBridge.bytes(pointer, length);
      const view = new DataView(bytes.buffer);
      const fields = [];
      for (let at = 0; at < length;) {
        const size = view.getUint32(at, true);
        fields.push(bytes.slice(at + 4, at + 4 + size));
        at += 4 + size;
      }
      return fields;
    },

    // Puts strings and byte arrays into one buffer and hands it to `receive(pointer, length)`, a
    // function of C++ that takes the buffer over.
    deliver: function(fields, receive) {
      const parts = fields.map(function(field) {
        return typeof field === 'string' ? new TextEncoder().encode(field) : field;
      });
      const length = parts.reduce(function(sum, part) { return sum + 4 + part.length; }, 0);
      const pointer = _laurel_bridge_buffer(length);
      const view = new DataView(HEAPU8.buffer);
      let at = pointer;
      parts.forEach(function(part) {
        view.setUint32(at, part.length, true);
        HEAPU8.set(part, at + 4);
        at += 4 + part.length;
      });
      receive(pointer, length);
    },
  },
});
