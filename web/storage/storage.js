// IndexedDB for storage.cpp. Promises of storage.h are kept here: an answer comes after the call
// has returned, exactly once, and says "done" only when the transaction is complete.
//
// A connection: {state, schema, ready, closed, outdated}. `ready` is a promise of its IDBDatabase;
// all operations wait on that one promise, so they start in the order of the calls. Whoever finds
// the connection lost replaces `ready` once, for all that follow.
mergeInto(LibraryManager.library, {
  $LaurelStorage__deps: ['$LaurelBridge'],
  $LaurelStorage: {
    connections: {},  // by the address of the C++ state; no entry, no events

    BLOCKED: 0,  // as in StorageEvent
    OUTDATED: 1,
    REOPENED: 2,
    WIPED: 3,

    // Written in a strict transaction after each upgrade, because an upgrade's own transaction
    // cannot ask for durability: what is flushed with it takes the upgrade along.
    META: 'laurel_schema',

    THROWAWAY: 'laurel_throwaway',  // a database that lives only within beginLog

    // ---- answers ----

    answer: function(call, ok, fields) {
      LaurelBridge.deliver(fields, function(pointer, length) {
        _laurel_storage_answer(call, ok, pointer, length);
      });
    },

    settle: function(call, promise) {
      promise.then(
        function(fields) { LaurelStorage.answer(call, 1, fields); },
        function(error) { LaurelStorage.answer(call, 0, [LaurelStorage.reason(error)]); });
    },

    tell: function(connection, event) {
      if (LaurelStorage.connections[connection.state] === connection) {
        _laurel_storage_event(connection.state, event);
      }
    },

    // ---- errors, as the words of storage_context ----

    failure: function(reason) {
      const error = new Error(reason);
      error.reason = reason;
      return error;
    },

    reason: function(error) {
      if (!error) return 'connection lost';  // a transaction aborted by nobody: its connection died
      if (error.reason) return error.reason;
      switch (error.name) {
        case 'QuotaExceededError': return 'quota';
        case 'SecurityError': return 'denied';
        case 'VersionError': return 'outdated';
        case 'UnknownError':  // "Internal error opening backing store", "Connection … lost"
          // Chromium has no name of its own for storage that the user's settings deny.
          return /denied/.test(error.message) ? 'denied' : 'connection lost';
        case 'AbortError':
        case 'InvalidStateError': return 'connection lost';
        default: return error.name || 'unknown';
      }
    },

    // ---- connections ----

    open: function(schema, onBlocked, migrate) {
      return new Promise(function(resolve, reject) {
        let request = null;
        let upgradedFrom = null;
        try {
          // Absent or null where a browser denies storage; touching it may throw as well.
          if (!self.indexedDB) throw LaurelStorage.failure('denied');
          request = self.indexedDB.open(schema.name, schema.version);
        } catch (error) {
          reject(LaurelStorage.failure(
            LaurelStorage.reason(error) === 'connection lost' ? 'denied'
                                                              : LaurelStorage.reason(error)));
          return;
        }
        request.onblocked = onBlocked;
        request.onupgradeneeded = function(event) {
          upgradedFrom = event.oldVersion;
          migrate(request.result, request.transaction, event.oldVersion);
        };
        request.onerror = function(event) {
          event.preventDefault();  // handled here; Firefox would report it as uncaught
          reject(request.error);
        };
        request.onsuccess = function() {
          resolve({database: request.result, upgradedFrom: upgradedFrom});
        };
      });
    },

    // Makes Chromium's LevelDB begin a new log, which it does where a database is deleted. Otherwise
    // it would go on in the log that it found. Where a killed browser left half a record at the end
    // of that one, all that is written behind it, and with it every database of the site, is thrown
    // away at the next start (https://github.com/google/leveldb/issues/1287).
    beginLog: function() {
      return LaurelStorage.open({name: LaurelStorage.THROWAWAY, version: 1}, null, function() {})
        .then(function(opened) {
          opened.database.close();
          return new Promise(function(resolve, reject) {
            const request = self.indexedDB.deleteDatabase(LaurelStorage.THROWAWAY);
            request.onsuccess = resolve;
            // Another tab is at it, or this one's connection is still being closed. The log is a new one
            // only once the database is gone; a tab that stands still must not hold up this one for long.
            request.onblocked = function() { setTimeout(resolve, 1000); };
            request.onerror = function(event) {
              event.preventDefault();
              reject(request.error);
            };
          });
        });
    },

    // Runs the steps that the database lacks, each after the one before has rewritten its entries.
    migrate: function(connection, database, transaction, from) {
      if (!database.objectStoreNames.contains(LaurelStorage.META)) {
        database.createObjectStore(LaurelStorage.META);
      }
      const steps = connection.schema.migrations;
      const run = function(index) {
        if (index === steps.length) return;
        const step = steps[index];
        if (step.version <= from) return run(index + 1);
        step.create.forEach(function(store) { database.createObjectStore(store); });
        const finish = function() {
          step.remove.forEach(function(store) { database.deleteObjectStore(store); });
          run(index + 1);
        };
        if (!step.rewrite) return finish();
        LaurelStorage.rewrite(connection, transaction.objectStore(step.rewrite), index, finish);
      };
      run(0);
    },

    rewrite: function(connection, store, migration, finish) {
      store.openCursor().onsuccess = function(event) {
        const cursor = event.target.result;
        if (!cursor) return finish();
        let rewritten = 0;
        LaurelBridge.deliver([cursor.key, cursor.value], function(pointer, length) {
          rewritten = _laurel_storage_rewrite(connection.state, migration, pointer, length);
        });
        if (rewritten) {
          const size = new DataView(HEAPU8.buffer).getUint32(rewritten, true);
          cursor.update(LaurelBridge.bytes(rewritten + 4, size));
        } else {
          cursor.delete();
        }
        cursor.continue();
      };
    },

    // A promise of the database, upgraded and with the upgrade on the disk.
    connect: function(connection) {
      // Storage that denies or lacks room for the throwaway tells of it again when it is opened.
      return LaurelStorage.beginLog().catch(function() {}).then(function() {
        return LaurelStorage.open(
          connection.schema,
          function() { LaurelStorage.tell(connection, LaurelStorage.BLOCKED); },
          function(database, transaction, from) {
            LaurelStorage.migrate(connection, database, transaction, from);
          });
      }).then(function(opened) {
        const database = opened.database;
        connection.wiped = opened.upgradedFrom === 0;
        database.onversionchange = function() {
          database.close();
          connection.outdated = true;
          LaurelStorage.tell(connection, LaurelStorage.OUTDATED);
        };
        database.onclose = function() { LaurelStorage.reconnect(connection, connection.ready); };
        if (opened.upgradedFrom === null) return database;
        return LaurelStorage.perform(
          database.transaction([LaurelStorage.META], 'readwrite', {durability: 'strict'}),
          function(transaction) {
            transaction.objectStore(LaurelStorage.META).put(connection.schema.version, 'version');
          }
        ).then(function() { return database; }, function(error) {
          database.close();
          throw error;
        });
      });
    },

    // Connects, and once more where the browser's storage stumbled.
    connectTwice: function(connection) {
      return LaurelStorage.connect(connection).catch(function(error) {
        if (LaurelStorage.reason(error) !== 'connection lost') throw error;
        return new Promise(function(resolve) { setTimeout(resolve, 200); }).then(function() {
          return LaurelStorage.connect(connection);
        });
      });
    },

    // Replaces the lost connection `ready`, unless somebody has done so already.
    reconnect: function(connection, ready) {
      if (connection.closed || connection.outdated || connection.ready !== ready) return;
      ready.then(function(database) { database.close(); }, function() {});
      connection.ready = LaurelStorage.connect(connection);
      connection.ready.then(function() {
        LaurelStorage.tell(connection,
                           connection.wiped ? LaurelStorage.WIPED : LaurelStorage.REOPENED);
      }, function() {});  // whoever asks next tries once more and hears of the failure
    },

    // ---- transactions ----

    // A promise of what `work(transaction)` returns: a function that gives the result when the
    // transaction is complete, or nothing.
    perform: function(transaction, work) {
      return new Promise(function(resolve, reject) {
        let result = null;
        transaction.oncomplete = function() { resolve(result ? result() : []); };
        transaction.onabort = function() { reject(transaction.error); };
        try {
          result = work(transaction);
        } catch (error) {
          // Such as a value that is too large: what came before it in the batch must not stay.
          transaction.abort();
          reject(error);
        }
      });
    },

    // Runs a transaction on the connection. Where it cannot begin, or only reads, it runs a second
    // time on a new connection; a write that died on its way is reported instead, because it must
    // not overtake what was written after it.
    run: function(connection, stores, mode, durability, work) {
      const again = function(error, ready, last) {
        if (connection.outdated) throw LaurelStorage.failure('outdated');
        if (LaurelStorage.reason(error) !== 'connection lost') throw error;
        LaurelStorage.reconnect(connection, ready);
        if (last) throw error;
        return attempt(true);
      };
      const attempt = function(last) {
        const ready = connection.ready;
        return ready.then(function(database) {
          // Behind whoever has found this connection lost, so that the order stays.
          if (connection.ready !== ready) return attempt(last);
          let transaction = null;
          try {
            transaction = database.transaction(stores, mode, {durability: durability});
          } catch (error) {
            return again(error, ready, last);
          }
          return LaurelStorage.perform(transaction, work).catch(function(error) {
            return again(error, ready, last || mode === 'readwrite');
          });
        }, function(error) { return again(error, ready, last); });
      };
      return attempt(false);
    },

    applyChanges: function(transaction, changes) {
      changes.forEach(function(change) {
        const store = transaction.objectStore(change.store);
        switch (change.kind) {
          case 'put': store.put(change.value, change.key); break;
          case 'erase': store.delete(change.key); break;
          case 'clear': store.clear(); break;
        }
      });
    },

    changesOf: function(fields) {
      const changes = [];
      for (let i = 0; i < fields.length; i += 4) {
        changes.push({
          kind: LaurelBridge.text(fields[i]),
          store: LaurelBridge.text(fields[i + 1]),
          key: LaurelBridge.text(fields[i + 2]),
          value: fields[i + 3],
        });
      }
      return changes;
    },
  },

  laurel_storage_open__deps: ['$LaurelStorage'],
  laurel_storage_open: function(state, call, schema, schemaSize) {
    const connection = {
      state: state,
      schema: JSON.parse(LaurelBridge.string(schema, schemaSize)),
      ready: null,
      closed: false,
      outdated: false,
      wiped: false,
    };
    LaurelStorage.connections[state] = connection;
    connection.ready = LaurelStorage.connectTwice(connection);
    LaurelStorage.settle(call, connection.ready.then(function() { return []; }, function(error) {
      delete LaurelStorage.connections[state];
      throw error;
    }));
  },

  laurel_storage_close__deps: ['$LaurelStorage'],
  laurel_storage_close: function(state) {
    const connection = LaurelStorage.connections[state];
    delete LaurelStorage.connections[state];
    connection.closed = true;
    connection.ready.then(function(database) { database.close(); }, function() {});
  },

  laurel_storage_write__deps: ['$LaurelStorage'],
  laurel_storage_write: function(state, call, pointer, length, strict) {
    const changes = LaurelStorage.changesOf(LaurelBridge.fields(pointer, length));
    const stores = Array.from(new Set(changes.map(function(change) { return change.store; })));
    LaurelStorage.settle(call, stores.length === 0 ? Promise.resolve([]) : LaurelStorage.run(
      LaurelStorage.connections[state], stores, 'readwrite', strict ? 'strict' : 'relaxed',
      function(transaction) { LaurelStorage.applyChanges(transaction, changes); }));
  },

  laurel_storage_get__deps: ['$LaurelStorage'],
  laurel_storage_get: function(state, call, storePointer, storeSize, keyPointer, keySize) {
    const store = LaurelBridge.string(storePointer, storeSize);
    const key = LaurelBridge.string(keyPointer, keySize);
    LaurelStorage.settle(call, LaurelStorage.run(
      LaurelStorage.connections[state], [store], 'readonly', 'default', function(transaction) {
        const request = transaction.objectStore(store).get(key);
        return function() { return request.result === undefined ? [] : [request.result]; };
      }));
  },

  laurel_storage_read_all__deps: ['$LaurelStorage'],
  laurel_storage_read_all: function(state, call, storePointer, storeSize) {
    const store = LaurelBridge.string(storePointer, storeSize);
    LaurelStorage.settle(call, LaurelStorage.run(
      LaurelStorage.connections[state], [store], 'readonly', 'default', function(transaction) {
        const keys = transaction.objectStore(store).getAllKeys();
        const values = transaction.objectStore(store).getAll();
        return function() {
          const fields = [];
          keys.result.forEach(function(key, i) { fields.push(key, values.result[i]); });
          return fields;
        };
      }));
  },

  laurel_storage_persist__deps: ['$LaurelStorage'],
  laurel_storage_persist: function(call) {
    const storage = navigator.storage;
    const asked = storage && storage.persist ? storage.persist() : Promise.resolve(false);
    LaurelStorage.settle(call, asked.then(function(granted) {
      if (!granted) throw LaurelStorage.failure('denied');
      return [];
    }));
  },
});
