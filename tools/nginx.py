"""The configuration for nginx that the project ships, in a real nginx on loopback: for the tests and for Lighthouse."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from macros.publication.compression import compress_site
from macros.publication.policy import write_nginx
from tools.setup import find_nginx
from tools.site import ROOT

MAIN = """load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
user root;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder};
    proxy_temp_path {folder};
    fastcgi_temp_path {folder};
    uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    include {folder}/site.conf;
}}
"""


@contextlib.contextmanager
def serving_nginx(
    site: Path, folder: Path, certificate: Path | None = None, *, compressed: bool = True
) -> Iterator[str]:
    """The address of an nginx that serves the built site from `folder`; with a certificate, over HTTPS and HTTP/2.

    `compressed`: packed copies are made beside the files where there are none yet.
    """
    program = find_nginx()
    assert program, "nginx with the brotli module is missing: make test installs it"
    if compressed and not list(site.rglob("*.wasm.br")):
        compress_site(site, ROOT / ".cache" / "compressed")
    write_nginx(ROOT, site)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listen = f"listen 127.0.0.1:{port}"
    if certificate:
        listen += f" ssl http2; ssl_certificate {certificate}; ssl_certificate_key {certificate}"
    text = (ROOT / ".build" / "nginx" / "site.conf").read_text("utf-8")
    text = text.replace("listen 8080", listen).replace("/srv/site", str(site.resolve()))
    (folder / "site.conf").write_text(text)
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
    server = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        wait_for(port)
        yield f"http{'s' if certificate else ''}://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Wait until the server listens, five seconds at most."""
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)


def make_certificate(folder: Path) -> tuple[Path, str]:
    """A certificate and key of our own in one file, and the hash of its key, by which a browser can be told to trust it."""
    path = folder / "eigen.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*make, "-keyout", str(path), "-out", f"{path}.crt"], check=True, capture_output=True)
    with path.open("a") as file:
        file.write(Path(f"{path}.crt").read_text())
    public = subprocess.run(
        ["openssl", "pkey", "-in", str(path), "-pubout", "-outform", "der"], check=True, capture_output=True
    )
    return path, base64.b64encode(hashlib.sha256(public.stdout).digest()).decode()
