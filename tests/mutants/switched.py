#!/usr/bin/env python3
"""Mutants of `cargo mutants`, all in one build, each behind a switch: one build and minutes instead of a build each and hours.

    pip install tree-sitter tree-sitter-rust; cargo install cargo-mutants --locked
    git clone . /tmp/mutants && cd /tmp/mutants
    python3 tests/mutants/switched.py weave -f 'src/handlers/**' --sample 300 --seed 16   # rewrites this checkout, builds it
    python3 tests/mutants/switched.py reach                                               # which test reaches which mutant
    python3 tests/mutants/switched.py run                                                 # caught, missed

`weave` puts `if crate::mutant(N) { broken } else { as it was }` in the place of each, builds the tests, and leaves out what does
not compile, until all compiles. Constants cannot be switched. `run` asks the tests that reach a mutant, those that reach the fewest
others first, `--most` of them at most: what it calls missed may be caught by one that was not asked. Never commit what it wrote.
"""
import argparse, collections, concurrent.futures, json, os, random, re, signal, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = "target/switched"
BUILD = ["cargo", "test", "--no-run", "--lib", "--test", "it", "--message-format=json"]
SKIPPED = ("macro_invocation", "token_tree", "macro_definition", "attribute_item", "line_comment", "block_comment")


def keep(name, value):
    os.makedirs(OUT, exist_ok=True)
    with open(f"{OUT}/{name}", "w") as file:
        json.dump(value, file)


def kept(name):
    with open(f"{OUT}/{name}") as file:
        return json.load(file)


def listed(globs, sample, seed):
    """What could be broken, with a number each; of a sample more than are wanted, as many do not compile."""
    command = ["cargo", "mutants", "--list", "--json"]
    for glob in globs:
        command += ["-f", glob]
    mutants = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    mutants.sort(key=lambda m: (m["file"], m["span"]["start"]["line"], m["span"]["start"]["column"], m["name"]))
    if sample:
        random.Random(seed).shuffle(mutants)
        mutants = mutants[: sample * 8 // 5]
    fields = ("file", "span", "genre", "replacement", "name")
    return [{"id": at + 1, **{field: m[field] for field in fields}} for at, m in enumerate(mutants)]


class File:
    """One file and what is to be broken in it."""

    def __init__(self, path, raw, mutants, parser):
        self.path, self.raw, self.placed = path, raw, set()
        self.at = collections.defaultdict(list)
        lines = raw.decode().split("\n")
        begins = [0]
        for line in lines:
            begins.append(begins[-1] + len(line.encode()) + 1)
        for m in mutants:
            where = m["span"]["start"]
            column = len(lines[where["line"] - 1][: where["column"] - 1].encode())
            self.at[begins[where["line"] - 1] + column].append(m)
        root = parser.parse(raw).root_node
        self.text = self.slice(0, root.start_byte) + self.emit(root) + self.slice(root.end_byte, len(raw))

    def slice(self, start, end):
        return self.raw[start:end].decode()

    def of(self, node):
        return self.slice(node.start_byte, node.end_byte)

    def here(self, place, genre):
        return [m for m in self.at.get(place, []) if m["genre"] == genre]

    def marked(self, m, broken):
        self.placed.add(m["id"])
        return f"/*<{m['id']}*/{broken}/*{m['id']}>*/"

    def switched(self, mutants, whole):
        """An expression that is one of these or what it was."""
        parts = [f"if crate::mutant({m['id']}) {{ {self.marked(m, broken)} }} else " for m, broken in mutants]
        return f"({''.join(parts)}{{ {whole} }})"

    def children(self, node, instead=()):
        if node.child_count == 0:
            return self.of(node)
        out, done = [], node.start_byte
        for child in node.children:
            out.append(self.slice(done, child.start_byte))
            out.append(dict(instead).get(child.id) or self.emit(child))
            done = child.end_byte
        return "".join(out) + self.slice(done, node.end_byte)

    def is_constant(self, node):
        closure = False
        while (node := node.parent) is not None:
            closure |= node.type == "closure_expression"
            if node.type == "const_item" or node.type == "static_item" and not closure:
                return True
            if node.type == "function_item":
                return any(c.type == "function_modifiers" and "const" in self.of(c) for c in node.children)
        return False

    def emit(self, node):
        if node.type in SKIPPED:
            return self.of(node)
        rewrite = getattr(self, node.type, None)
        rewritten = rewrite(node) if rewrite and not self.is_constant(node) else None
        return rewritten or self.children(node)

    def binary_expression(self, node):
        sign = next((c for c in node.children if not c.is_named), None)
        mutants = self.here(sign.start_byte, "BinaryOperator") if sign else []
        left, right = self.of(node.children[0]), self.of(node.children[-1])
        if mutants:
            return self.switched([(m, f"{left} {m['replacement']} {right}") for m in mutants], self.children(node))

    compound_assignment_expr = binary_expression

    def unary_expression(self, node):
        mutants = self.here(node.start_byte, "UnaryOperator")
        if mutants:
            return self.switched([(m, self.of(node.children[-1])) for m in mutants], self.children(node))

    def struct_expression(self, node):
        mutants = []
        for field in node.child_by_field_name("body").children:
            for m in self.here(field.start_byte, "StructField"):
                rest = re.sub(r"^\s*,", "", self.slice(field.end_byte, node.end_byte))
                mutants.append((m, self.slice(node.start_byte, field.start_byte) + rest))
        if mutants:
            return self.switched(mutants, self.children(node))

    def match_arm(self, node):
        pattern = node.child_by_field_name("pattern")
        guard = pattern.child_by_field_name("condition")
        arms = self.here(node.start_byte, "MatchArm")
        guards = self.here(guard.start_byte, "MatchArmGuard") if guard else []
        if not (arms or guards) or guard and guard.type in ("let_chain", "let_condition"):
            return None
        terms = [f"!crate::mutant({m['id']})" for m in arms + [m for m in guards if m["replacement"] == "false"]]
        if guard:
            always = "".join(f"crate::mutant({m['id']}) || " for m in guards if m["replacement"] == "true")
            terms.append(f"({always}{self.emit(guard)})")
        self.placed.update(m["id"] for m in arms + guards)
        alone = self.slice(pattern.start_byte, guard.start_byte) if guard else self.of(pattern) + " if "
        return self.children(node, {pattern.id: alone + " && ".join(terms)})

    def function_item(self, node):
        body, result = node.child_by_field_name("body"), node.child_by_field_name("return_type")
        modifiers = [self.of(c) for c in node.children if c.type == "function_modifiers"]
        if body is None or any("const" in words for words in modifiers) or result and "impl " in self.of(result):
            return None
        mutants = []
        for place, those in self.at.items():
            before = re.sub(rb"//[^\n]*", b"", self.raw[body.start_byte : place]).strip()
            if body.start_byte <= place < body.end_byte and before in (b"", b"{"):
                mutants += [m for m in those if m["genre"] == "FnValue"]
        if mutants:
            early = "".join(f" if crate::mutant({m['id']}) {{ return {self.marked(m, m['replacement'])}; }}" for m in mutants)
            return self.children(node, {body.id: "{" + early + self.children(body)[1:]})


def broken_by(message):
    """The number of the mutant at which rustc complains, if it is at one."""
    for wanted in (lambda span: span["is_primary"], lambda span: True):
        hits = []
        for span in filter(wanted, message["spans"] + [s for c in message["children"] for s in c["spans"]]):
            if not os.path.exists(span["file_name"]):
                continue
            with open(span["file_name"], "rb") as file:
                text, opened = file.read(), {}
            for mark in re.finditer(rb"/\*<(\d+)\*/|/\*(\d+)>\*/", text):
                if mark[1]:
                    opened[mark[1]] = mark.end()
                elif opened[mark[2]] <= span["byte_start"] and span["byte_end"] <= mark.start():
                    hits.append((mark.start() - opened[mark[2]], int(mark[2])))
            # An arm that cannot be left out.
            if (message["code"] or {}).get("code") == "E0004" and span["is_primary"]:
                arms = re.findall(rb" if !crate::mutant\((\d+)\) =>", text[span["byte_end"] : span["byte_end"] + 4000])
                hits += [(0, int(arm)) for arm in arms[:1]]
        if hits:
            return min(hits)[1]
    return None


def weave(args):
    import tree_sitter, tree_sitter_rust

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
    mutants = listed(args.f, args.sample, args.seed)
    files = {m["file"] for m in mutants}
    sources = {path: subprocess.run(["git", "show", f"HEAD:{path}"], check=True, capture_output=True).stdout for path in files}
    root = subprocess.run(["git", "show", "HEAD:src/lib.rs"], check=True, capture_output=True, text=True).stdout
    with open(f"{HERE}/switch.rs") as switch:
        root += switch.read()
    left_out = set()
    while True:
        placed = set()
        for path, raw in sources.items():
            woven = File(path, raw, [m for m in mutants if m["file"] == path and m["id"] not in left_out], parser)
            placed |= woven.placed
            with open(path, "w") as file:
                file.write(woven.text)
        with open("src/lib.rs", "w") as file:
            file.write(root)
        built = subprocess.run(BUILD, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        messages = [json.loads(line) for line in built.stdout.splitlines() if line.startswith("{")]
        if built.returncode == 0:
            break
        errors = [m["message"] for m in messages if m["reason"] == "compiler-message" and m["message"]["level"] == "error"]
        found = {broken_by(e) for e in errors} - {None} - left_out
        print(f"{len(errors)} errors, {len(found)} mutants left out", flush=True)
        if not found:
            sys.exit("\n".join(e["rendered"] for e in errors[:5]))
        left_out |= found
    ready = [m for m in mutants if m["id"] in placed]
    keep("mutants.json", ready[: args.sample or None])
    keep("tests.json", {m["target"]["name"]: m["executable"] for m in messages if m.get("executable") and m["profile"]["test"]})
    print(f"{len(ready)} of {len(mutants)} can be switched")


def ask(binary, tests, timeout, **env):
    """The exit code of some tests, and which failed."""
    env = {**os.environ, "INSTA_UPDATE": "no", "RUST_BACKTRACE": "0", **env}
    command = [binary, "--exact", *tests, "--test-threads", "2"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        out, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return 1, ["does not end"]
    return process.returncode, re.findall(r"^test (\S+) \.\.\. FAILED", out, re.M)


def reach(args):
    def one(job):
        name, binary, test = job
        with tempfile.NamedTemporaryFile("r") as file:
            code, _ = ask(binary, [test], 300, CUTRI_MUTANT="0", CUTRI_REACH=file.name)
            return name, test, code, sorted({int(n) for n in file.read().split()})

    jobs = []
    for name, binary in kept("tests.json").items():
        out = subprocess.run([binary, "--list"], check=True, capture_output=True, text=True).stdout
        jobs += [(name, binary, line[:-6]) for line in out.splitlines() if line.endswith(": test")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(one, jobs))
    print("tests", len(found), "failing", [test for _, test, code, _ in found if code])
    keep("reach.json", [(name, test, ids) for name, test, code, ids in found if code == 0])


def run(args):
    binaries, tests = kept("tests.json"), collections.defaultdict(list)
    for name, test, ids in sorted(kept("reach.json"), key=lambda row: len(row[2])):
        for n in ids:
            tests[n].append((name, test))

    def one(m):
        beside = [test for name, test in tests[m["id"]] if name != "it"][:200]
        through = [test for name, test in tests[m["id"]] if name == "it"][: args.most]
        library = next(name for name in binaries if name != "it")
        for name, some in ((library, beside), ("it", through[:4]), ("it", through[4:16]), ("it", through[16:])):
            if some:
                code, failed = ask(binaries[name], some, 240, CUTRI_MUTANT=str(m["id"]))
                if code:
                    return m, f"caught by {', '.join(failed[:2]) or code}"
        return m, "missed" if tests[m["id"]] else "missed, reached by no test"

    mutants, caught = kept("mutants.json"), 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for m, what in pool.map(one, mutants):
            caught += what.startswith("caught")
            print(f"{m['name']}: {what}", flush=True)
    print(f"{caught} of {len(mutants)} caught")


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
commands = parser.add_subparsers(required=True)
for what in (weave, reach, run):
    command = commands.add_parser(what.__name__)
    command.set_defaults(do=what)
    if what is weave:
        command.add_argument("-f", action="append", required=True, help="files, as cargo mutants takes them")
        command.add_argument("--sample", type=int, help="so many of them")
        command.add_argument("--seed", type=int, default=16)
    if what is run:
        command.add_argument("--most", type=int, default=60, help="so many tests of tests/it a mutant")
arguments = parser.parse_args()
arguments.do(arguments)
