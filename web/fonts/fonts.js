// Glyphs of the user's own fonts for canvas_font.cpp, by one canvas that is never shown. ImGui
// keeps every glyph, so nothing is kept here but how a missing one looks, and the letters that the
// frame's end draws.
mergeInto(LibraryManager.library, {
  $LaurelFonts__deps: ['$LaurelBridge'],
  $LaurelFonts: {
    fonts: [],
    context: null,
    css: '',
    missing: {},  // bitmaps of U+0378 by font, size and oversampling
    letters: [],  // yet to be drawn: {text, css, box, oversampling}, and their place on the sheet

    MISSING: 0,  // as in GlyphKind
    BLANK: 1,
    GREY: 2,
    COLOURED: 3,

    // A code point that Unicode leaves unassigned, so that every font draws its "no such glyph".
    UNASSIGNED: '\u0378',

    ctx: function() {
      if (!LaurelFonts.context) {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 64;
        LaurelFonts.context = canvas.getContext('2d', {willReadFrequently: true});
        LaurelFonts.configure();
      }
      return LaurelFonts.context;
    },

    // Resizing a canvas resets its context, so this follows each growth.
    configure: function() {
      const context = LaurelFonts.context;
      context.fontKerning = 'none';
      context.textRendering = 'geometricPrecision';  // linear advances
      context.direction = 'ltr';
      LaurelFonts.css = '';
    },

    use: function(font, size) {
      const context = LaurelFonts.ctx();
      const chosen = LaurelFonts.fonts[font];
      const css = chosen.weight + ' ' + size + 'px ' + chosen.family;
      if (css !== LaurelFonts.css) {
        context.font = css;
        LaurelFonts.css = css;
      }
      return context;
    },

    reserve: function(width, height) {
      const canvas = LaurelFonts.context.canvas;
      if (width <= canvas.width && height <= canvas.height) return;
      const css = LaurelFonts.css;
      const ink = LaurelFonts.context.fillStyle;
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      LaurelFonts.configure();
      LaurelFonts.context.font = LaurelFonts.css = css;
      LaurelFonts.context.fillStyle = ink;
    },

    // Joiners, direction marks, variation selectors: they act on neighbours and are not drawn.
    invisible: function(codePoint) {
      return (codePoint >= 0x200b && codePoint <= 0x200f) ||
        (codePoint >= 0x202a && codePoint <= 0x202e) ||
        (codePoint >= 0x2060 && codePoint <= 0x2069) ||
        (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint === 0xfeff ||
        (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
    },

    // The box that holds the ink, in whole px and with a px around it for antialiasing.
    box: function(metrics, oversampling) {
      const ink = metrics.actualBoundingBoxLeft + metrics.actualBoundingBoxRight > 0 &&
        metrics.actualBoundingBoxAscent + metrics.actualBoundingBoxDescent > 0;
      if (!ink) return {left: 0, top: 0, width: 0, height: 0};
      const left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
      const right = Math.ceil(metrics.actualBoundingBoxRight) + 1;
      const top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
      const bottom = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
      return {left: left, top: top, width: (right - left) * oversampling, height: bottom - top};
    },

    clear: function(width, height) {
      LaurelFonts.reserve(width, height);
      LaurelFonts.context.setTransform(1, 0, 0, 1, 0, 0);
      LaurelFonts.context.clearRect(0, 0, width, height);
    },

    // With its box at (x, y) of the canvas.
    draw: function(text, box, oversampling, x, y) {
      LaurelFonts.context.setTransform(oversampling, 0, 0, 1, x, y);
      LaurelFonts.context.fillText(text, -box.left, -box.top);
    },

    // Draws in black: where a pixel has another colour, the glyph brings its own.
    rasterise: function(text, box, oversampling) {
      LaurelFonts.clear(box.width, box.height);
      LaurelFonts.draw(text, box, oversampling, 0, 0);
      return LaurelFonts.context.getImageData(0, 0, box.width, box.height).data;
    },

    // Places the letters in rows on a sheet, and returns how large it is.
    arrange: function(letters) {
      const most = 512;
      let x = 0;
      let y = 0;
      let width = 0;
      let rowHeight = 0;
      letters.forEach(function(letter) {
        if (x + letter.box.width > most) {
          y += rowHeight;
          x = rowHeight = 0;
        }
        letter.x = x;
        letter.y = y;
        x += letter.box.width;
        width = Math.max(width, x);
        rowHeight = Math.max(rowHeight, letter.box.height);
      });
      return {width: width, height: y + rowHeight};
    },

    drawSheet: function(letters) {
      const sheet = LaurelFonts.arrange(letters);
      LaurelFonts.clear(sheet.width, sheet.height);
      const context = LaurelFonts.context;
      context.fillStyle = '#000';
      letters.forEach(function(letter) {
        if (letter.css !== LaurelFonts.css) context.font = LaurelFonts.css = letter.css;
        LaurelFonts.draw(letter.text, letter.box, letter.oversampling, letter.x, letter.y);
      });
      return context.getImageData(0, 0, sheet.width, sheet.height);
    },

    // {advance, box, pixels}; no pixels where there is no ink.
    bitmap: function(text, oversampling) {
      const metrics = LaurelFonts.context.measureText(text);
      const box = LaurelFonts.box(metrics, oversampling);
      const pixels = box.width > 0 ? LaurelFonts.rasterise(text, box, oversampling) : null;
      return {advance: metrics.width, box: box, pixels: pixels};
    },

    isMissing: function(bitmap, oversampling) {
      const key = LaurelFonts.css + ' ' + oversampling;
      if (!LaurelFonts.missing[key]) {
        LaurelFonts.missing[key] = LaurelFonts.bitmap(LaurelFonts.UNASSIGNED, oversampling);
      }
      const other = LaurelFonts.missing[key];
      if (!bitmap.pixels || !other.pixels || bitmap.advance !== other.advance ||
          bitmap.pixels.length !== other.pixels.length) return false;
      return bitmap.pixels.every(function(value, i) { return value === other.pixels[i]; });
    },

    isColoured: function(pixels) {
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i] !== 0 || pixels[i + 1] !== 0 || pixels[i + 2] !== 0) return true;
      }
      return false;
    },

    // As struct Glyph has it.
    write: function(glyph, advance, box, pixels) {
      HEAPF32[glyph >> 2] = advance;
      HEAPF32[(glyph >> 2) + 1] = box.left;
      HEAPF32[(glyph >> 2) + 2] = box.top;
      HEAP32[(glyph >> 2) + 3] = box.width;
      HEAP32[(glyph >> 2) + 4] = box.height;
      HEAPU32[(glyph >> 2) + 5] = pixels;
    },

    // Copies the pixels into a buffer that C++ frees: all four channels or alpha alone.
    give: function(pixels, coloured) {
      const pointer = _laurel_bridge_buffer(coloured ? pixels.length : pixels.length / 4);
      if (coloured) {
        HEAPU8.set(pixels, pointer);
      } else {
        for (let i = 0; i < pixels.length / 4; ++i) HEAPU8[pointer + i] = pixels[4 * i + 3];
      }
      return pointer;
    },
  },

  laurel_font_add__deps: ['$LaurelFonts'],
  laurel_font_add: function(family, size, weight) {
    return LaurelFonts.fonts.push({family: LaurelBridge.string(family, size), weight: weight}) - 1;
  },

  laurel_font_line__deps: ['$LaurelFonts'],
  laurel_font_line: function(font, size, line) {
    const metrics = LaurelFonts.use(font, size).measureText('x');
    HEAPF32[line >> 2] = metrics.fontBoundingBoxAscent;
    HEAPF32[(line >> 2) + 1] = metrics.fontBoundingBoxDescent;
  },

  laurel_font_contains__deps: ['$LaurelFonts'],
  laurel_font_contains: function(font, codePoint) {
    LaurelFonts.use(font, 16);
    return LaurelFonts.isMissing(LaurelFonts.bitmap(String.fromCodePoint(codePoint), 1), 1) ? 0 : 1;
  },

  // Measures it; laurel_font_draw_letters draws it.
  laurel_font_letter__deps: ['$LaurelFonts'],
  laurel_font_letter: function(font, size, oversampling, codePoint, glyph) {
    const text = String.fromCharCode(codePoint);
    const metrics = LaurelFonts.use(font, size).measureText(text);
    const box = LaurelFonts.box(metrics, oversampling);
    LaurelFonts.write(glyph, metrics.width, box, 0);
    if (box.width === 0) return LaurelFonts.BLANK;
    LaurelFonts.letters.push(
        {text: text, css: LaurelFonts.css, box: box, oversampling: oversampling});
    return LaurelFonts.GREY;
  },

  // Draws all letters that were measured since the last call on one sheet. Returns its pixels as a buffer
  // that C++ frees, and writes how wide it is and where each letter has its corner.
  laurel_font_draw_letters__deps: ['$LaurelFonts'],
  laurel_font_draw_letters: function(corners, width) {
    const letters = LaurelFonts.letters.splice(0);
    const sheet = LaurelFonts.drawSheet(letters);
    const pixels = LaurelFonts.give(sheet.data, true);
    letters.forEach(function(letter, i) {
      HEAP32[(corners >> 2) + 2 * i] = letter.x;
      HEAP32[(corners >> 2) + 2 * i + 1] = letter.y;
    });
    HEAP32[width >> 2] = sheet.width;
    return pixels;
  },

  laurel_font_glyph__deps: ['$LaurelFonts'],
  laurel_font_glyph: function(font, size, oversampling, textAt, textSize, ink, part, glyph) {
    const text = LaurelBridge.string(textAt, textSize);
    const codePoint = text.codePointAt(0);
    const isOne = String.fromCodePoint(codePoint) === text;
    if (isOne && LaurelFonts.invisible(codePoint)) return LaurelFonts.BLANK;
    LaurelFonts.use(font, size);
    LaurelFonts.context.fillStyle = '#' + Math.max(ink, 0).toString(16).padStart(6, '0');
    const bitmap = LaurelFonts.bitmap(text, oversampling);
    // In a run the browser draws what it has.
    if (isOne && LaurelFonts.isMissing(bitmap, oversampling)) return LaurelFonts.MISSING;
    const coloured = bitmap.pixels !== null && LaurelFonts.isColoured(bitmap.pixels);
    const pixels = part && bitmap.pixels ? LaurelFonts.give(bitmap.pixels, coloured) : 0;
    LaurelFonts.write(glyph, bitmap.advance, bitmap.box, pixels);
    if (!bitmap.pixels) return LaurelFonts.BLANK;
    return coloured ? LaurelFonts.COLOURED : LaurelFonts.GREY;
  },
});
