// The page around the program; see document.h. The document has, in this order:
//   <div id="desk"><canvas id="canvas"></canvas><div id="mirror">…elements…</div></div>
// An element's id is its key. `html.drawn` says that the canvas shows; the style sheet then lays
// every element with the class `at` over the canvas by its custom properties --x, --y, --w, --h.
mergeInto(LibraryManager.library, {
  $LaurelDocument__deps: ['$LaurelBridge', '$LaurelHistory', '$laurelResource'],
  $LaurelDocument: {
    frameAsked: false,
    composing: null,   // the input in which an IME is composing
    hovered: '',       // the key under the pointer, so that a move within it asks for no frame
    drawn: false,      // whether the program wants the canvas
    printing: false,
    translated: false,
    presence: '',
    chosen: '',        // the address of the file that was chosen last

    element: function(key) {
      return key === '' ? document.getElementById('mirror') : document.getElementById(key);
    },

    keyOf: function(target) {
      const element = target instanceof Element ? target.closest('#mirror [id]') : null;
      return element ? element.id : '';
    },

    event: function(kind, key, value) {
      LaurelBridge.deliver([kind, key, value], _laurel_document_event);
    },

    // ---- the mirror ----

    setLines: function(element, lines) {
      if (lines.length <= 1) {
        const text = lines.length ? lines[0][0] : '';
        // The first HTML has most of them already.
        if (element.firstElementChild || element.textContent !== text) element.textContent = text;
        return;
      }
      // Each line is kept whole; between two of them the browser must break, because the element is
      // no wider than its widest line.
      const parts = [];
      lines.forEach(function(line) {
        const span = document.createElement('span');
        span.textContent = line[0];
        parts.push(span, line[1] ? ' ' : document.createElement('wbr'));
      });
      parts.pop();
      element.replaceChildren.apply(element, parts);
    },

    setAttributes: function(element, attributes) {
      const own = ['id', 'style', 'class', 'src'];  // set here, by other means
      for (const name of element.getAttributeNames()) {
        if (!own.includes(name) && !(name in attributes)) element.removeAttribute(name);
      }
      const at = element.classList.contains('at');
      for (const name in attributes) {
        if (element.getAttribute(name) === attributes[name]) continue;
        element.setAttribute(name, attributes[name]);
        if (name === 'data-source') LaurelDocument.showPicture(element, attributes[name]);
      }
      if (!('class' in attributes)) element.removeAttribute('class');
      element.classList.toggle('at', at);
    },

    // A picture of the API is the transport's business; one that the member has chosen has an address
    // already.
    showPicture: function(image, source) {
      if (source.startsWith('blob:')) {
        image.src = source;
        return;
      }
      laurelResource(source).then(function(address) {
        if (!address || image.getAttribute('data-source') !== source) return;
        image.src = address;
        if (address.startsWith('blob:')) {
          image.addEventListener('load', function() { URL.revokeObjectURL(address); }, {once: true});
        }
      });
    },

    /** Both are in sixteenths of a pixel. */
    setRect: function(element, rect, clip) {
      // What stays as it is needs no call: it counts where every element moves.
      if (!element.rect) element.classList.add('at');
      const before = element.rect || [];
      element.rect = rect;
      ['--x', '--y', '--w', '--h'].forEach(function(name, i) {
        if (rect[i] !== before[i]) element.style.setProperty(name, rect[i] / 16 + 'px');
      });
      if (!clip) return;
      const right = rect[0] + rect[2] - clip[0] - clip[2];
      const bottom = rect[1] + rect[3] - clip[1] - clip[3];
      const insets = [clip[1] - rect[1], right, bottom, clip[0] - rect[0]];
      const pixels = insets.concat(clip[2] / 2).map(function(at) { return at / 16 + 'px'; });
      element.style.setProperty(
          '--clip', 'inset(' + pixels.slice(0, 4).join(' ') + ' round ' + pixels[4] + ')');
    },

    create: function(tag) {
      return tag === 'svg' || tag === 'path' ?
          document.createElementNS('http://www.w3.org/2000/svg', tag) :
          document.createElement(tag);
    },

    applyElement: function(change) {
      let element = document.getElementById(change.k);
      if (change.tag) {
        // What the first HTML brought along is taken over, with all that was typed into it.
        if (element && element.localName !== change.tag) {
          element.remove();
          element = null;
        }
        if (!element) {
          element = LaurelDocument.create(change.tag);
          element.id = change.k;
          LaurelDocument.fresh.set(change.k, element);
        }
      } else if (!element) {
        element = LaurelDocument.fresh.get(change.k);
      }
      if (change.attributes) LaurelDocument.setAttributes(element, change.attributes);
      if (change.lines && (change.lines.length || !change.tag)) {
        LaurelDocument.setLines(element, change.lines);
      }
      if (change.rect) LaurelDocument.setRect(element, change.rect, change.clip);
      if ('value' in change && element.value !== change.value &&
          element !== LaurelDocument.composing) {
        element.value = change.value;
        // A list takes its value once it has its options.
        if (element.localName === 'select') element.wanted = change.value;
      }
      if ('checked' in change) element.checked = change.checked;
    },

    // Elements that stay are not moved: moving would take the focus from them.
    setChildren: function(parent, keys) {
      let next = parent.firstElementChild;
      keys.forEach(function(key) {
        const child = LaurelDocument.fresh.get(key) || document.getElementById(key);
        if (child === next) {
          next = next.nextElementSibling;
        } else {
          parent.insertBefore(child, next);
        }
      });
      while (next) {
        const gone = next;
        next = next.nextElementSibling;
        if (!keys.includes(gone.id)) gone.remove();
      }
      if ('wanted' in parent) {
        parent.value = parent.wanted;
        delete parent.wanted;
      }
    },

    apply: function(patch) {
      const active = document.activeElement;
      const hadFocus = LaurelDocument.keyOf(active);
      LaurelDocument.fresh = new Map();
      patch.removed.forEach(function(key) {
        const element = document.getElementById(key);
        if (element) element.remove();
      });
      patch.elements.forEach(LaurelDocument.applyElement);
      for (const parent in patch.children) {
        const element = LaurelDocument.fresh.get(parent) || LaurelDocument.element(parent);
        LaurelDocument.setChildren(element, patch.children[parent]);
      }
      LaurelDocument.fresh.clear();
      if (hadFocus !== '' && document.activeElement !== active) LaurelDocument.keepFocus(hadFocus);
    },

    // The element that had the focus was made anew, or is gone. The title takes it then: it never falls to
    // the body, where a screen reader would begin again.
    keepFocus: function(key) {
      const element = document.getElementById(key) || document.getElementById('page/title');
      if (element) element.focus({preventScroll: true});
    },

    // ---- what members do ----

    // Scripts of password managers may set values without an event; before a press all are read.
    readFields: function() {
      document.querySelectorAll('#mirror :is(input,select,textarea)[id]')
          .forEach(LaurelDocument.readField);
    },

    readField: function(field) {
      if (field.type === 'checkbox' || field.type === 'radio') {
        LaurelDocument.event('check', field.id, field.checked ? '1' : '0');
      } else if (field.type !== 'file') {
        LaurelDocument.event('edit', field.id, field.value);
      }
    },

    // Tells of a chosen picture once the browser knows how large it is.
    readFile: async function(field) {
      const file = field.files[0];
      if (!file) return;
      URL.revokeObjectURL(LaurelDocument.chosen);
      LaurelDocument.chosen = URL.createObjectURL(file);
      field.value = '';  // the same file can be chosen again
      const image = new Image();
      image.src = LaurelDocument.chosen;
      const readable = await image.decode().then(function() { return true; },
                                                 function() { return false; });
      let content = '';
      if (readable && file.size <= 1 << 21) {
        const reader = new FileReader();
        await new Promise(function(done) {
          reader.onloadend = done;
          reader.readAsDataURL(file);
        });
        if (reader.result) content = reader.result.slice(reader.result.indexOf(',') + 1);
      }
      LaurelBridge.deliver([field.id, file.name, image.src, content], function(buffer, length) {
        _laurel_document_file(buffer, length, file.size, readable ? image.naturalWidth : 0,
                              readable ? image.naturalHeight : 0);
      });
    },

    press: function(key) {
      LaurelDocument.readFields();
      LaurelDocument.event('press', key, '');
    },

    listenToMirror: function(mirror) {
      mirror.addEventListener('click', function(event) {
        const target = event.target.closest('[data-press]');
        if (!target) return;
        event.preventDefault();
        LaurelDocument.press(target.id);
      });
      mirror.addEventListener('submit', function(event) { event.preventDefault(); });
      const edited = function(event) { LaurelDocument.readField(event.target); };
      mirror.addEventListener('input', edited);
      mirror.addEventListener('change', edited);
      mirror.addEventListener('change', function(event) {
        if (event.target.type === 'file') LaurelDocument.readFile(event.target);
      });
      mirror.addEventListener('compositionstart', function(event) {
        LaurelDocument.composing = event.target;
      });
      mirror.addEventListener('compositionend', function() { LaurelDocument.composing = null; });
      // Enter that ends a composition is the IME's; it sends no form.
      mirror.addEventListener('keydown', function(event) {
        if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) {
          event.preventDefault();
        }
      }, true);
      mirror.addEventListener('focusin', function(event) {
        const visible = event.target.matches(':focus-visible');
        LaurelDocument.event('focus', event.target.id, visible ? '1' : '0');
      });
      mirror.addEventListener('focusout', function(event) {
        if (!event.relatedTarget) LaurelDocument.event('focus', '', '0');
      });
    },

    listenToPointer: function(desk) {
      const tell = function(event, present, down) {
        const box = desk.getBoundingClientRect();
        _laurel_document_pointer(event.clientX - box.left, event.clientY - box.top, present ? 1 : 0,
                                 down ? 1 : 0);
      };
      desk.addEventListener('pointerover', function(event) {
        const key = LaurelDocument.keyOf(event.target);
        if (key === LaurelDocument.hovered || event.pointerType === 'touch') return;
        LaurelDocument.hovered = key;
        tell(event, key !== '', event.buttons === 1);
      });
      desk.addEventListener('pointerdown', function(event) {
        tell(event, true, true);
        const held = event.target.closest('[data-drag]');
        if (held) held.setPointerCapture(event.pointerId);
      });
      desk.addEventListener('pointermove', function(event) {
        if (event.buttons === 1 && event.target.hasAttribute('data-drag')) tell(event, true, true);
      });
      // A finger that has left the screen hovers over nothing.
      const up = function(event) { tell(event, event.pointerType !== 'touch', false); };
      desk.addEventListener('pointerup', up);
      desk.addEventListener('pointercancel', up);
      desk.addEventListener('pointerleave', function(event) {
        LaurelDocument.hovered = '';
        tell(event, false, false);
      });
    },

    // ---- the surroundings ----

    tellEnvironment: function() {
      _laurel_document_environment(
          document.documentElement.clientWidth, window.innerHeight, window.devicePixelRatio || 1,
          matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0,
          matchMedia('(prefers-contrast: more)').matches ? 1 : 0,
          document.dir === 'rtl', LaurelDocument.mirrorIsPage());
    },

    mirrorIsPage: function() {
      return LaurelDocument.printing || LaurelDocument.translated ||
          matchMedia('(forced-colors: active)').matches;
    },

    // Browsers and extensions translate the mirror's words. Chrome marks the page by a class, Safari by its
    // language, Edge marks what it has translated; others are known by the words alone: the program never
    // changes a text node, it makes a new one.
    watchTranslators: function(changed) {
      const root = document.documentElement;
      const language = root.lang;
      let wordsChanged = false;
      const observer = new MutationObserver(function(changes) {
        wordsChanged = wordsChanged ||
            changes.some(function(change) { return change.type === 'characterData'; });
        LaurelDocument.translated = wordsChanged || root.lang !== language ||
            root.matches('.translated-ltr, .translated-rtl') ||
            document.querySelector('title[_msttexthash]') !== null;
        changed();
      });
      observer.observe(root, {attributes: true, attributeFilter: ['class', 'lang']});
      observer.observe(document.head,
                       {attributes: true, subtree: true, attributeFilter: ['_msttexthash']});
      observer.observe(document.getElementById('mirror'), {characterData: true, subtree: true});
    },

    // The mirror is the page where colours are forced, and under translation, whose words the canvas does
    // not have.
    updateMode: function() {
      const root = document.documentElement;
      const drawn = LaurelDocument.drawn && !LaurelDocument.mirrorIsPage();
      if (root.classList.contains('drawn') !== drawn) root.classList.toggle('drawn', drawn);
    },

    listenToWindow: function() {
      const changed = function() {
        LaurelDocument.tellEnvironment();
        LaurelDocument.updateMode();
      };
      ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']
          .forEach(function(query) { matchMedia(query).addEventListener('change', changed); });
      const watchPixelRatio = function() {
        const query = matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)');
        query.addEventListener('change', function() {
          changed();
          watchPixelRatio();
        }, {once: true});
      };
      watchPixelRatio();
      window.addEventListener('resize', changed);
      new ResizeObserver(changed).observe(document.documentElement);
      LaurelDocument.watchTranslators(changed);
      const print = function(printing) {
        LaurelDocument.printing = printing;
        LaurelDocument.tellEnvironment();
        _laurel_document_frame(window.scrollY);  // what is printed is taken right after this event
      };
      window.addEventListener('beforeprint', function() { print(true); });
      window.addEventListener('afterprint', function() { print(false); });
      LaurelHistory.start();
      window.addEventListener('hashchange', function() {
        if (LaurelHistory.changed()) LaurelDocument.event('fragment', '', location.hash);
      });
      document.addEventListener('visibilitychange', function() {
        if (!document.hidden) LaurelDocument.event('shown', '', '');
      });
      window.addEventListener('scroll', LaurelDocument.scrolled, {passive: true});
    },

    // The canvas moves with the page. Only where its edge comes near the view it must be drawn anew
    // at another place.
    scrolled: function() {
      const canvas = document.getElementById('canvas');
      const top = canvas.offsetTop;
      const bottom = top + canvas.offsetHeight;
      const room = window.innerHeight / 4;
      const above = window.scrollY - top < room && top > 0;
      const pageEnd = document.getElementById('desk').offsetHeight;
      const below = bottom - window.scrollY - window.innerHeight < room && bottom < pageEnd - 1;
      if (above || below) LaurelDocument.requestFrame();
    },

    requestFrame: function() {
      if (LaurelDocument.frameAsked) return;
      LaurelDocument.frameAsked = true;
      requestAnimationFrame(LaurelDocument.drawAsked);
    },

    drawAsked: function() {
      if (!LaurelDocument.frameAsked) return;
      LaurelDocument.frameAsked = false;
      _laurel_document_frame(window.scrollY);
      LaurelHistory.arriving = null;
    },
  },

  laurel_document_open__deps: ['$LaurelDocument'],
  laurel_document_open: function() {
    const given = Module['laurel'];
    const random = crypto.getRandomValues(new Uint8Array(16));
    const key = Array.from(random, function(b) { return b.toString(16).padStart(2, '0'); }).join('');
    LaurelBridge.deliver([
      document.getElementById('laurel-association').textContent, location.hash, given['host'],
      given['workerUrl'], given['workerFiles'], key, given['memberExpected'] ? '1' : ''
    ], _laurel_document_opened);
  },

  laurel_document_listen__deps: ['$LaurelDocument'],
  laurel_document_listen: function() {
    LaurelDocument.tellEnvironment();
    // What was typed, focused and pressed before the program had arrived.
    LaurelDocument.readFields();
    const active = document.activeElement;
    if (LaurelDocument.keyOf(active) !== '') {
      LaurelDocument.event('focus', active.id, active.matches(':focus-visible') ? '1' : '0');
    }
    Module['laurel']['takeEarlyPresses']().forEach(LaurelDocument.press);
    LaurelDocument.listenToMirror(document.getElementById('mirror'));
    LaurelDocument.listenToPointer(document.getElementById('desk'));
    LaurelDocument.listenToWindow();
    const canvas = document.getElementById('canvas');
    canvas.addEventListener('webglcontextlost', function(event) {
      event.preventDefault();
      _laurel_document_canvas_lost();
    });
    canvas.addEventListener('webglcontextrestored', function() {
      _laurel_document_canvas_restored();
    });
  },

  laurel_document_request_frame__deps: ['$LaurelDocument'],
  laurel_document_request_frame: function() { LaurelDocument.requestFrame(); },

  laurel_document_draw_now__deps: ['$LaurelDocument'],
  laurel_document_draw_now: function() { LaurelDocument.drawAsked(); },

  laurel_document_apply__deps: ['$LaurelDocument'],
  laurel_document_apply: function(patch, length) {
    LaurelDocument.apply(JSON.parse(LaurelBridge.string(patch, length)));
  },

  laurel_document_title__deps: ['$LaurelDocument'],
  laurel_document_title: function(title, length) {
    document.title = LaurelBridge.string(title, length);
  },

  laurel_document_height: function(height) {
    document.getElementById('desk').style.setProperty('--height', height + 'px');
  },

  laurel_document_place_canvas: function(top, width, height, pixelRatio) {
    const canvas = document.getElementById('canvas');
    const pixelWidth = Math.round(width * pixelRatio);
    const pixelHeight = Math.round(height * pixelRatio);
    // Setting a canvas' size clears it, even to the same size.
    if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
    if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
    canvas.style.top = top + 'px';
    canvas.style.width = pixelWidth / pixelRatio + 'px';
    canvas.style.height = pixelHeight / pixelRatio + 'px';
  },

  laurel_document_show_canvas__deps: ['$LaurelDocument'],
  laurel_document_show_canvas: function(shown) {
    LaurelDocument.drawn = shown !== 0;
    LaurelDocument.updateMode();
  },

  laurel_document_focus__deps: ['$LaurelDocument'],
  laurel_document_focus: function(key, length) {
    const wanted = document.getElementById(LaurelBridge.string(key, length));
    const place = LaurelHistory.takePlace();
    if (place === null) {
      if (wanted) wanted.focus();
      return;
    }
    const element = document.getElementById(place.key) || wanted;
    if (element) element.focus({preventScroll: true});
    const before = window.scrollY;
    window.scrollTo(0, place.y);
    if (window.scrollY === before) return;
    // The canvas has to be there before anybody sees it elsewhere.
    LaurelDocument.frameAsked = true;
    LaurelDocument.drawAsked();
  },

  // The handler is there only while it is needed: with one the browser keeps no page for "back".
  laurel_document_ask_before_closing: function(asks) {
    window.onbeforeunload = asks ? function(event) { event.preventDefault(); } : null;
  },

  laurel_document_save_file__deps: ['$LaurelDocument'],
  laurel_document_save_file: function(pointer, length) {
    const [name, type, content] = LaurelBridge.fields(pointer, length);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], {type: LaurelBridge.text(type)}));
    link.download = LaurelBridge.text(name);
    link.click();
    setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);  // some read it later
  },

  laurel_document_load_part: function(part) {
    const states = {arrived: 0, missing: 1, outdated: 2};  // PartState in document.h
    Module['laurel']['loadPart'](part).then(
        function() { _laurel_document_part(part, states.arrived); },
        function(error) {
          console.warn('Laurel: a part of the program:', error.message);
          const gone = error['status'] === 404;  // its name changes with every version
          _laurel_document_part(part, gone ? states.outdated : states.missing);
        });
  },

  laurel_document_max_texture_size: function() {
    return GLctx.getParameter(GLctx.MAX_TEXTURE_SIZE);
  },

  laurel_document_print: function() { window.print(); },

  laurel_document_presence__deps: ['$LaurelDocument'],
  laurel_document_presence: function(signedIn) {
    const value = signedIn ? '1' : '';
    if (LaurelDocument.presence === value) return;
    LaurelDocument.presence = value;
    Module['laurel']['rememberPresence'](signedIn !== 0);
  },
});
