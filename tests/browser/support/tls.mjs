// The same server, reached over HTTPS: for browsers that keep a `Secure` cookie of HTTPS alone, on
// this machine too.
//
//   const front = await startTls(() => port);   // the certificate is signed by nobody
//   await page.goto(`${front.origin}/ipma/`);
//   await front.close();
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {request} from 'node:http';
import {createServer} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

/** A key and a certificate for localhost, for a day. */
async function newCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'laurel-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    await promisify(execFile)('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
      '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
      '-keyout', key, '-out', cert]);
    return {key: await readFile(key), cert: await readFile(cert)};
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Passes everything on to the port that `target()` tells. */
export async function startTls(target) {
  const server = createServer(await newCertificate(), (incoming, outgoing) => {
    const passed = request({
      host: 'localhost', port: target(), path: incoming.url, method: incoming.method,
      headers: incoming.headers,
    }, (reply) => {
      outgoing.writeHead(reply.statusCode, reply.rawHeaders);
      reply.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  return {
    origin: `https://localhost:${server.address().port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}
