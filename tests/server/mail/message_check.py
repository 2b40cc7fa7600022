"""message_check.py FOLDER: reads each FOLDER/<case>/message.eml with Python's own parser and compares
what it understands with the other files of the case, each named after what it holds. Prints the
differences."""
import email
import email.policy
import pathlib
import sys
from email.header import decode_header, make_header
from email.utils import parseaddr


def written_name(message, field):
    """The module's own display_name keeps the space between two encoded words (CPython issue 92081)."""
    value = dict(message.raw_items())[field].replace('\r', '').replace('\n', '')
    return str(make_header(decode_header(parseaddr(value)[0])))


def understood(message):
    parts = [part for part in message.walk() if not part.is_multipart()]
    yield 'subject', message['Subject']
    yield 'from', written_name(message, 'From')
    yield 'from_address', message['From'].addresses[0].addr_spec
    yield 'to', written_name(message, 'To')
    yield 'to_address', message['To'].addresses[0].addr_spec
    yield 'date', message['Date'].datetime.isoformat()
    yield 'fields', ' '.join(message.keys())
    yield 'types', ' '.join(part.get_content_type() for part in parts)
    yield 'text', parts[0].get_content()
    yield 'html', parts[1].get_content() if len(parts) > 1 else ''
    yield 'unsubscribe', message.get('List-Unsubscribe', '')


def complaints(case):
    content = (case / 'message.eml').read_bytes()
    message = email.message_from_bytes(content, policy=email.policy.default)
    for name, value in understood(message):
        expected = (case / name).read_bytes().decode() if (case / name).exists() else str(value)
        if str(value) != expected:
            yield f'{name}: {value!r} instead of {expected!r}'
    for part in message.walk():
        yield from (f'defect: {defect!r}' for defect in part.defects)
    for name, value in message.items():
        yield from (f'defect in {name}: {defect!r}' for defect in value.defects)
    if not content.isascii():
        yield 'not ASCII'
    if content.count(b'\n') != content.count(b'\r\n') or content.count(b'\r') != content.count(b'\r\n'):
        yield 'line ends other than CRLF'
    yield from (f'long line: {line!r}' for line in content.split(b'\r\n') if len(line) > 76 and b'@' not in line
                and b'https:' not in line)


found = [f'{case.name}: {what}' for case in sorted(pathlib.Path(sys.argv[1]).iterdir()) for what in complaints(case)]
print('\n'.join(found))
sys.exit(1 if found else 0)
