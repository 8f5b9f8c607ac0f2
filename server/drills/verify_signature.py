"""Verifies a webhook with the standard library of Python alone, as an implementation that knows nothing of the one that signs.

Reads one JSON object from standard input: {"method", "url", "headers", "body", "keys"}, where keys is the list of
/.well-known/jwks.json. Prints "verified", or ends with 1 and the reason. Ed25519 is written out from RFC 8032, section 6, since the
standard library has none: use a kept library for real, this one takes no care of timing.
"""

import base64
import hashlib
import json
import re
import sys

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    result = (0, 1, 1, 0)
    while number > 0:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def equal(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def point_of(data):
    if len(data) != 32:
        return None
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def is_signed(public, message, signature):
    a = point_of(public)
    if a is None or len(signature) != 64:
        return False
    r = point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    return equal(times(s, BASE), add(r, times(h, a)))


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fault_of(request):
    headers = {name.lower(): value for name, value in request["headers"].items()}
    digest = base64.b64encode(hashlib.sha256(request["body"].encode()).digest()).decode()
    if headers.get("content-digest") != f"sha-256=:{digest}:":
        return "the body is another one"
    found = re.fullmatch(r"(\w+)=(\(([^)]*)\).*)", headers.get("signature-input", ""))
    if not found:
        return "there is no signature"
    label, parameters, names = found.group(1), found.group(2), re.findall(r'"([^"]+)"', found.group(3))
    if not {"@method", "@target-uri", "content-type", "content-digest"} <= set(names):
        return "not all of it is signed"
    values = {"@method": request["method"], "@target-uri": request["url"], **headers}
    lines = [f'"{name}": {values[name]}' for name in names] + [f'"@signature-params": {parameters}']
    key_id = re.search(r'keyid="([^"]+)"', parameters)
    key = next((key for key in request["keys"] if key_id and key["kid"] == key_id.group(1)), None)
    if key is None:
        return "the key is not published"
    signature = re.fullmatch(rf"{label}=:([^:]+):", headers.get("signature", ""))
    if not signature:
        return "there is no signature"
    is_good = is_signed(from_base64url(key["x"]), "\n".join(lines).encode(), base64.b64decode(signature.group(1)))
    return None if is_good else "another key has signed it, or another message"


fault = fault_of(json.load(sys.stdin))
if fault is not None:
    print(fault)
    sys.exit(1)
print("verified")
