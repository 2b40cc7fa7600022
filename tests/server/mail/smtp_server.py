"""smtp_server.py FOLDER MODE: a mail server on a free port of 127.0.0.1, until its standard input ends.
MODE is plain, starttls or tls; the latter two make FOLDER/certificate.pem and ask for the user okienko
and the password "zażółć". Prints the port. Each mail becomes FOLDER/<n>.eml and FOLDER/<n>.envelope; the
number of connections so far is in FOLDER/connections."""
import asyncio
import logging
import pathlib
import ssl
import subprocess
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

warnings.simplefilter('ignore')
logging.disable()  # A client that hangs up is what the tests are about.

folder = pathlib.Path(sys.argv[1])
mode = sys.argv[2]


class Keeper:
    mails = 0

    async def handle_DATA(self, server, session, envelope):
        self.mails += 1
        (folder / f'{self.mails}.eml').write_bytes(envelope.original_content)
        lines = [session.host_name, envelope.mail_from, *envelope.rcpt_tos]
        (folder / f'{self.mails}.envelope').write_text('\n'.join(lines))
        return '250 2.0.0 OK'


def authenticate(server, session, envelope, mechanism, data):
    right = LoginPassword('okienko'.encode(), 'zażółć'.encode())
    return AuthResult(success=data == right, handled=False)


def encryption():
    key, certificate = folder / 'key.pem', folder / 'certificate.pem'
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                    '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2',
                    '-keyout', key, '-out', certificate], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def main():
    loop = asyncio.get_running_loop()
    context = None if mode == 'plain' else encryption()
    keeper = Keeper()
    connections = 0

    def conversation():
        nonlocal connections
        connections += 1
        (folder / 'connections').write_text(str(connections))
        options = {} if mode == 'plain' else {'authenticator': authenticate, 'auth_required': True}
        if mode == 'starttls':
            options |= {'tls_context': context, 'require_starttls': True}
        if mode == 'tls':
            options |= {'auth_require_tls': False}  # It does not notice that all is encrypted.
        return SMTP(keeper, loop=loop, enable_SMTPUTF8=False, **options)

    server = await loop.create_server(conversation, '127.0.0.1', 0, ssl=context if mode == 'tls' else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
