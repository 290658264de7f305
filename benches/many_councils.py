#!/usr/bin/env python3
"""So many councils on one machine, a process each, at rest: memory, processor, start and stop.

    cargo build --release && python3 benches/many_councils.py [COUNT]

Telegram is a stub here that knows every token and has nothing to say. What came out stands in docs/scale.md.
"""
import http.server, json, os, pathlib, subprocess, sys, tempfile, threading, time, urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 129
ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST_PORT, REST = 20_000, 60


class Telegram(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        token, method = self.path.split("/")[1:3]
        bot = int(token.removeprefix("bot").split(":")[0])
        result = True
        match method.lower():
            case "getme":
                result = {"id": bot, "is_bot": True, "first_name": "Council", "username": f"c{bot}_bot",
                          "can_join_groups": True, "can_read_all_group_messages": False,
                          "supports_inline_queries": False}
            case "getwebhookinfo":
                result = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            case "getupdates":
                time.sleep(25)
                result = []
        body = json.dumps({"ok": True, "result": result}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 512


def start(number, folder, api):
    home = pathlib.Path(folder, str(number))
    home.mkdir(mode=0o700)
    settings = {
        "TELOXIDE_TOKEN": f"{1000 + number}:AAABBBCCCDDDEEEFFFGGGHHHIIIJJJKKKLLL", "TELOXIDE_API_URL": api,
        "CUTRI_DATABASE": str(home / "cutri.db"), "CUTRI_COUNCIL": str(ROOT / "examples/duy-tien/council.toml"),
        "CUTRI_HTTP_LISTEN": f"127.0.0.1:{FIRST_PORT + number}", "CUTRI_ADMINS": "99", "CUTRI_LOG": "warn",
    }
    out = open(home / "out", "w")
    return subprocess.Popen([ROOT / "target/release/cutri", "run"], env=settings, cwd=home, stdout=out, stderr=out)


def is_ready(number):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{FIRST_PORT + number}/readyz", timeout=2).status == 200
    except OSError:
        return False


def cpu(processes):
    stat = (open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split() for process in processes)
    return sum(int(fields[11]) + int(fields[12]) for fields in stat) / os.sysconf("SC_CLK_TCK")


def memory(processes, what):
    lines = (line for process in processes for line in open(f"/proc/{process.pid}/smaps_rollup"))
    return sum(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024


def main():
    server = Server(("127.0.0.1", 0), Telegram)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.time()
        processes = [start(number, folder, f"http://127.0.0.1:{server.server_port}") for number in range(COUNT)]
        waiting = set(range(COUNT))
        while waiting and time.time() - begun < 300:
            waiting = {number for number in waiting if not is_ready(number)}
            time.sleep(0.1)
        print(f"{COUNT - len(waiting)} of {COUNT} ready in {time.time() - begun:.1f} s")
        time.sleep(20)
        before, since = cpu(processes), time.time()
        time.sleep(REST)
        used = (cpu(processes) - before) / (time.time() - since)
        print(f"at rest: {100 * used:.1f} % of a core, {memory(processes, 'Pss:'):.0f} MiB in all "
              f"({memory(processes, 'Rss:') / COUNT:.1f} MiB resident each, shared pages counted in each)")
        begun = time.time()
        for process in processes:
            process.terminate()
        codes = {process.wait() for process in processes}
        print(f"all stopped in {time.time() - begun:.1f} s, exit codes {codes}")


main()
