// Asks qrcode-generator, for qr.cpp.
mergeInto(LibraryManager.library, {
  $LaurelQr__deps: ['$LaurelBridge'],
  $LaurelQr: {
    margin: 4,  // ISO/IEC 18004, 5.3.8

    // Dark modules that follow one another in a row are one rectangle.
    path: function(code) {
      const count = code['getModuleCount']();
      let path = '';
      for (let row = 0; row < count; row += 1) {
        for (let column = 0; column < count; column += 1) {
          const start = column;
          while (column < count && code['isDark'](row, column)) column += 1;
          if (column === start) continue;
          path += 'M' + (start + LaurelQr.margin) + ' ' + (row + LaurelQr.margin) + 'h' +
              (column - start) + 'v1h-' + (column - start) + 'z';
        }
      }
      return path;
    },
  },

  laurel_qr_encode__deps: ['$LaurelQr'],
  laurel_qr_encode: function(encoder, pointer, size) {
    const text = LaurelBridge.string(pointer, size);
    Module['laurel']['loadQrCode']().then(function(library) {
      const code = library['default'](0, 'M');  // 0: as small as the text lets it be
      code['addData'](text);
      code['make']();
      const side = code['getModuleCount']() + 2 * LaurelQr.margin;
      LaurelBridge.deliver([text, LaurelQr.path(code), String(side)], function(reply, length) {
        _laurel_qr_made(encoder, reply, length);
      });
    }).catch(function(error) { console.warn('Laurel: no QR code:', error.message); });
  },
});
