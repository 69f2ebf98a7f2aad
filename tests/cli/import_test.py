"""Exports as users have them: packed, unpacked, in parts, through pipes, and damaged in every way.

Environment: SSI, the program; SSI_SOURCE_DIR, the project; SSI_RELEASE, the program without sanitizers: some tests
of how much memory it takes are for that one only.
"""

import io
import json
import os
import random
import re
import resource
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor

SSI = os.environ["SSI"]
FIXTURES = os.path.join(os.environ["SSI_SOURCE_DIR"], "tests", "fixtures", "export")
NAME = "Complete_LinkedInDataExport_09-03-2024"
TREE = os.path.join(FIXTURES, "2024", NAME)
SIGNALS = 20


def ssi(*args, program=SSI, **options):
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options}
    if "input" in options:
        del options["stdin"]
    return subprocess.run([program, *args], stderr=subprocess.PIPE, timeout=120, **options)


def tree(top):
    """The files under a folder: {path: bytes}."""
    files = {}
    for folder, _, names in sorted(os.walk(top)):
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:
                files[os.path.relpath(os.path.join(folder, name), top)] = file.read()
    return files


def unsourced(output):
    """JSON without the files that the members are from."""
    return re.sub(rb'"source": ?("[^"]*"|null),?', b"", output)


class Pipe(io.BytesIO):
    """A stream that cannot be sought in: what makes a ZIP have data descriptors."""

    def seekable(self):
        return False

    def seek(self, *args):
        raise io.UnsupportedOperation()

    def tell(self):
        raise io.UnsupportedOperation()


def zipped(files, lie=None):
    """A ZIP as LinkedIn packs it. `lie` may change what its directory says, given its entries."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2024, 9, 3, 9, 18, 42))
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as entry:
                entry.write(data)
        if lie:
            lie(archive.filelist)
    return pipe.getvalue()


class ImportTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ssi-test-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(data)
        return self.path(name)

    def unpack(self, name, files):
        """A folder that holds these files."""
        os.makedirs(self.path(name), exist_ok=True)
        for path, data in files.items():
            self.write(os.path.join(name, path), data)
        return self.path(name)

    def accepts(self, *args, **options):
        """The log that comes of an import, and what is said of it."""
        done = ssi("import", *args, **options)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, 0, said)
        return json.loads(done.stdout), said

    def refuses(self, *args, says, **options):
        """An error that a person understands, and no log."""
        done = ssi("import", *args, **options)
        said = done.stderr.decode()
        self.assertEqual((done.returncode, done.stdout), (2, b""), said)
        self.assertTrue(all(line.startswith("ssi: ") for line in said.splitlines()), said)
        self.assertRegex(said, says)
        return said


class Ways(ImportTest):
    """All the ways in which an export can be handed over."""

    def setUp(self):
        super().setUp()
        with open(os.path.join(FIXTURES, "2024.json"), "rb") as log:
            self.log = log.read()
        self.files = tree(TREE)
        self.zip = self.write(NAME + ".zip", zipped(self.files))
        # Two parts: the shared Profile is in both, as in real ones.
        names = sorted(self.files)
        for part, own in ((1, names[::2]), (2, names[1::2])):
            files = {name: self.files[name] for name in (*own, "Profile.csv")}
            self.write(f"parts/{NAME}_{part}.zip", zipped(files))
        self.parts = [self.path(f"parts/{NAME}_{part}.zip") for part in (1, 2)]

    def test_one_export_makes_one_log_however_it_is_handed_over(self):
        for args in ([TREE], [TREE + "/"], [self.zip], [self.zip, self.zip], [self.zip, TREE], self.parts,
                     self.parts[::-1], [*self.parts, self.zip], [self.parts[0], *self.parts]):
            with self.subTest(args=args):
                done = ssi("import", *args)
                self.assertEqual((done.returncode, done.stdout == self.log), (0, True), done.stderr)

    def test_folders_within_it_and_its_own_do_not_matter(self):
        flat = {os.path.basename(name): data for name, data in self.files.items()}
        within = {f"{NAME}/{name}": data for name, data in self.files.items()}
        for args in ([self.unpack(f"flat/{NAME}", flat)], [self.unpack("top", within)],
                     [self.write("within.zip", zipped(within))]):
            with self.subTest(args=args):
                self.assertEqual(ssi("import", *args).stdout, self.log)

    def test_a_zip_on_standard_input_is_read_whole(self):
        want = json.loads(self.log)
        del want["as_of"]  # in the name
        for args in (["-"], []):
            with open(self.zip, "rb") as file:
                redirected, _ = self.accepts(*args, stdin=file)
            with open(self.zip, "rb") as file:
                piped, _ = self.accepts(*args, input=file.read())
            for log in (redirected, piped):
                del log["as_of"]
                self.assertEqual(log, want)

    def test_the_json_of_the_api_is_read_from_standard_input_and_files(self):
        for name, path in (("api-array", "api/array/snapshot.json"), ("api-lines", "api/lines/snapshot.jsonl")):
            with open(os.path.join(FIXTURES, name + ".json"), "rb") as log:
                want = log.read()
            with open(os.path.join(FIXTURES, path), "rb") as file:
                data = file.read()
            self.assertEqual(ssi("import", os.path.join(FIXTURES, path)).stdout, want)
            self.assertEqual(ssi("import", "-", input=data).stdout, want)
            self.assertEqual(ssi("import", "-", self.write("again.json", data), input=data).stdout, want)

    def test_the_json_of_the_api_is_read_from_a_folder_of_pages(self):
        with open(os.path.join(FIXTURES, "api/array/snapshot.json"), encoding="utf-8") as file:
            pages = json.load(file)
        folder = self.unpack("pages", {f"{number}.json": json.dumps(page).encode()
                                       for number, page in enumerate(pages)})
        with open(os.path.join(FIXTURES, "api-array.json"), "rb") as log:
            want = log.read()
        self.assertEqual(ssi("import", folder).stdout, want)

    def test_to_score_an_export_is_to_score_its_log(self):
        for export in (TREE, self.zip, os.path.join(FIXTURES, "api/array/snapshot.json")):
            name = os.path.basename(export).removesuffix(".zip").removesuffix(".json")
            log = self.write(name + ".json", ssi("import", export).stdout)
            for form in ("text", "total", "markdown", "jsonl"):
                with self.subTest(export=export, form=form):
                    want = ssi("score", "-f", form, log)
                    got = ssi("score", "-f", form, export)
                    self.assertEqual((got.returncode, unsourced(got.stdout)), (0, unsourced(want.stdout)))
            want = json.loads(unsourced(ssi("score", "-f", "json", log).stdout))
            got = json.loads(unsourced(ssi("score", "-f", "json", export).stdout))
            self.assertNotIn("set_aside", [d["code"] for d in got.pop("diagnostics")])
            want.pop("diagnostics")
            self.assertEqual(got, want)

    def test_an_export_on_standard_input_is_scored_too(self):
        for path in (self.zip, os.path.join(FIXTURES, "api/lines/snapshot.jsonl")):
            with open(path, "rb") as file:
                data = file.read()
            want = ssi("score", "-", input=ssi("import", "-", input=data).stdout)
            for options in ({"input": data}, {"stdin": open(path, "rb")}):
                with self.subTest(path=path):
                    got = ssi("score", "-", **options)
                    self.assertEqual((got.returncode, got.stdout), (0, want.stdout), got.stderr)
                    if "stdin" in options:
                        options["stdin"].close()

    def test_parts_of_one_export_are_scored_as_one_with_merge(self):
        want = ssi("score", "-", input=self.log).stdout
        for parts in (self.parts, self.parts[::-1]):
            got = ssi("score", "--merge", *parts)
            self.assertEqual((got.returncode, got.stdout), (0, want), got.stderr)

    def test_other_commands_take_an_export_where_they_take_a_log(self):
        log = self.write(os.path.basename(TREE) + ".json", self.log)
        other = os.path.join(FIXTURES, "basic", "Basic_LinkedInDataExport_11-22-2025")
        other_log = self.write("other.json", ssi("import", other).stdout)
        for command in (["team"], ["merge"]):
            for exports, logs in (([self.zip], [log]), ([TREE], [log]), ([TREE, other_log], [log, other_log])):
                with self.subTest(command=command, exports=exports):
                    got, want = ssi(*command, *exports), ssi(*command, *logs)
                    self.assertEqual((got.returncode, unsourced(got.stdout)), (want.returncode, unsourced(want.stdout)),
                                     got.stderr)
        for export in (self.zip, TREE):
            done = ssi("validate", export)
            self.assertEqual((done.returncode, done.stdout.count(b"valid: 1 log, 1 member")), (0, 1), done.stderr)

    def test_who_it_is_about_is_said_by_the_user_only(self):
        log, _ = self.accepts("--member-id", "amina", "--name", "Amina B.", self.zip)
        self.assertEqual(log["member"], {"id": "amina", "name": "Amina B."})
        log, _ = self.accepts(self.zip)
        self.assertNotIn("member", log)

    def test_the_summary_tells_what_became_of_every_row_unless_it_is_to_be_quiet(self):
        _, said = self.accepts(self.zip)
        for words in ("  Shares.csv ", "5 sponsored", "unreadable", "  - no export holds it: ", "Shares.csv:22:1: skipped: "):
            self.assertIn(words, said)
        _, said = self.accepts("-q", self.zip)
        self.assertEqual(said, "")

    def test_strictness_leaves_no_log_and_an_old_one_as_it_was(self):
        self.refuses("--strict", self.zip, says=r"Shares\.csv:22:1: '2023-02-30 10:00:00' is not a date")
        target = self.write("out/log.json", b"old")
        self.refuses("--strict", "-o", target, self.zip, says="is not a date")
        self.assertEqual(tree(self.path("out")), {"log.json": b"old"})

    def test_a_full_device_is_told(self):
        with open("/dev/full", "wb") as full:
            done = ssi("import", "-q", self.zip, stdout=full)
        self.assertEqual((done.returncode, done.stderr), (2, b"ssi: standard output: No space left on device\n"))


SHARES = b"Date,ShareLink\n2024-03-20 15:09:26,https://x/urn:li:share:1\n"
CONNECTIONS = b"First Name,Last Name,Position,Connected On\nAnn,A,CEO,16 Dec 2024\n"
SMALL = {"Shares.csv": SHARES, "Connections.csv": CONNECTIONS}


class Damage(ImportTest):
    """Whatever is handed over: a clear error, or a log and a report of what is not in it."""

    def import_zip(self, files, lie=None):
        return self.write("export.zip", zipped(files, lie))

    def test_a_zip_cut_short_is_refused(self):
        data = zipped(SMALL)
        for size in (0, 1, 2, 3, 4, 5, 21, 22, 30, *range(40, len(data) - 22, 37), len(data) - 22):
            with self.subTest(size=size):
                self.refuses(self.write("cut.zip", data[:size]), says="cut.zip: ")
                self.refuses("-", input=data[:size], says="standard input: ")
        # What comes last tells where the directory is: without some of it the files may still be found, all or none.
        whole = self.accepts("-", input=data)[0]
        for size in range(len(data) - 21, len(data)):
            done = ssi("import", "-", input=data[:size])
            with self.subTest(size=size):
                self.assertIn(done.returncode, (0, 2))
                if done.returncode == 0:
                    self.assertEqual(json.loads(done.stdout), whole)

    def test_what_follows_or_precedes_a_zip_does_no_harm(self):
        data = zipped(SMALL)
        log, _ = self.accepts("-", input=data)
        self.assertEqual(len(log["activities"]), 2)
        done = ssi("import", "-", input=b"#!/bin/sh\n" + data)
        self.assertEqual((done.returncode, done.stdout), (2, b""))

    def test_an_encrypted_zip_is_refused(self):
        def encrypt(entries):
            for entry in entries:
                entry.flag_bits |= 1

        self.refuses(self.import_zip(SMALL, encrypt), says="encrypted")

    def test_a_wrong_checksum_is_refused(self):
        def lie(entries):
            entries[0].CRC ^= 0x5A5A5A5A

        self.refuses(self.import_zip(SMALL, lie), says=r"Shares\.csv: .*CRC")

    def test_an_entry_that_declares_more_than_any_export_holds_is_refused(self):
        for size in (10 << 30, 2 << 30, 0xFFFFFFFE, 1 << 40, (1 << 63) - 1, (1 << 64) - 1):
            def lie(entries, size=size):
                entries[0].file_size = size

            with self.subTest(size=size):
                self.refuses(self.import_zip(SMALL, lie), says="claims to hold")

    def test_an_entry_that_lies_of_its_size_is_refused(self):
        for size in (0, 1, len(SHARES) - 1, len(SHARES) + 1, 1 << 20):
            def lie(entries, size=size):
                entries[0].file_size = size

            with self.subTest(size=size):
                self.refuses(self.import_zip(SMALL, lie), says=r"Shares\.csv: .*damaged")

    def test_an_entry_of_an_unknown_method_is_refused(self):
        for method in (1, 12, 14, 99):
            def lie(entries, method=method):
                entries[0].compress_type = method

            self.refuses(self.import_zip(SMALL, lie), says=rf"Shares\.csv: packed with method {method}")

    def test_only_files_that_are_read_matter(self):
        def encrypt(entries):
            entries[-1].flag_bits |= 1

        page = {**SMALL, "page.html": b"<html></html>"}
        self.assertEqual(len(self.accepts(self.import_zip(page, encrypt))[0]["activities"]), 2)

    def test_entries_that_lie_over_each_other_are_refused(self):
        rows = random.Random(5).randbytes(3000).hex().encode()

        def lie(entries):
            for entry in entries[1:]:
                entry.header_offset, entry.compress_size = entries[0].header_offset, entries[0].compress_size

        export = self.import_zip({f"Shares_{number}.csv": rows if number == 0 else b"" for number in range(9)}, lie)
        self.refuses(export, says="overlap")

    def test_a_bomb_is_refused(self):
        bomb = zipped({"Shares.csv": bytes(64 << 20)})  # a thousandth in the ZIP
        self.refuses(self.write("bomb.zip", bomb), says="claims to hold")
        self.refuses("-", input=bomb, says="claims to hold")

        def lie(entries):
            entries[0].file_size = 1000

        self.refuses(self.import_zip({"Shares.csv": bytes(64 << 20)}, lie), says=r"Shares\.csv: ")

    def test_more_than_100_000_entries_are_refused(self):
        many = {f"{number}.txt": b"" for number in range(100_000)}
        self.assertEqual(len(self.accepts(self.import_zip({**dict(list(many.items())[1:]), "Shares.csv": SHARES}))[0]
                             ["activities"]), 1)
        self.refuses(self.import_zip({**many, "Shares.csv": SHARES}), says="100000")

    def test_a_zip_or_folder_without_a_known_file_is_refused(self):
        self.refuses(self.import_zip({}), says="export.zip: ")
        self.refuses(self.unpack("nothing", {}), says="no file of a LinkedIn export")
        for files in ({"photo.jpg": b"x"}, {"PhoneNumbers.csv": b"Number\n1\n"}, {"index.html": b"<html></html>"},
                      {"guide_messages.csv": SHARES}):
            with self.subTest(files=files):
                self.refuses(self.import_zip(files), says="no file of a LinkedIn export in it; unpack it")
                self.refuses(self.unpack("x", files), says="no file of a LinkedIn export")
                shutil.rmtree(self.path("x"))

    def test_what_is_no_export_is_refused(self):
        for data in (b"", b"\n", b"nonsense", b"{}", b"[]", b'{"activities": []}', SHARES, b"\0" * 10_000, b"PK", b"PK\3\4",
                     b"\x1f\x8b\x08\0\0\0", b"Rar!\x1a\x07\0", b"[" * 100_000, b'{"snapshotDomain": "INBOX"}'):
            with self.subTest(data=data[:20]):
                self.refuses(self.write("x", data), says="^ssi: .*/x: ")
                self.refuses("-", input=data, says="^ssi: standard input: ")
        self.refuses(self.path("nowhere.zip"), says="No such file or directory")
        self.refuses("/dev/null", says="/dev/null: ")

    def test_one_bad_part_spoils_the_whole(self):
        good = self.write("good.zip", zipped(SMALL))
        for parts in ([good, self.write("bad.zip", b"PK\3\4")], [self.path("bad.zip"), good]):
            self.refuses(*parts, says="bad.zip: ")

    def check_unmeasured(self, data, says, strict_says=None):
        """A file of a folder that is no table: reported, and its signals are not measured."""
        export = self.unpack("x", {"Connections.csv": CONNECTIONS, "Shares.csv": data})
        log, said = self.accepts(export)
        self.assertRegex(said, says)
        self.assertIn("shares", log["not_measured"])
        self.assertNotIn("network", log["not_measured"])
        self.assertEqual(len(log["activities"]), 1)
        self.refuses("--strict", export, says=strict_says or says)

    def test_a_workbook_named_csv_is_reported(self):
        workbook = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
        self.check_unmeasured(workbook, r"Shares\.csv: .*Excel workbook")

    def test_a_file_of_nothing_or_of_no_text_is_reported(self):
        for data in (b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 4096, b"\x89PNG\r\n\x1a\n\0\0",
                     b"Datum,Link\n2024-03-20 15:09:26,x\n"):
            with self.subTest(data=data):
                self.check_unmeasured(data, r"Shares\.csv: ")

    def test_a_file_in_another_encoding_is_read_with_a_warning(self):
        text = "First Name,Last Name,Position,Connected On\nJörg,Ä,Geschäftsführer,16 Dec 2024\n"
        for encoding, warned in (("latin-1", True), ("utf-8", False), ("utf-8-sig", False), ("utf-16", False)):
            with self.subTest(encoding=encoding):
                log, said = self.accepts(self.import_zip({"Connections.csv": text.encode(encoding)}))
                self.assertEqual(log["activities"], [{"at": "2024-12-16", "type": "connection", "direction": "received",
                                                      "seniority": "cxo"}])
                self.assertEqual("Latin-1" in said, warned)

    def test_a_row_that_cannot_be_read_is_reported_with_its_line(self):
        good = b"".join(b"2024-03-20 15:09:26,https://x/urn:li:share:%d\n" % number for number in range(2, 30))
        rows = good + b"2024-02-30 10:00:00,x\n,x\n\"2024-03-20 15:09:26,x\n"
        log, said = self.accepts(self.import_zip({"Shares.csv": SHARES + rows}))
        self.assertEqual(len(log["activities"]), 29)
        for line in (31, 32, 33):
            self.assertIn(f"Shares.csv:{line}:1: skipped: ", said)

    def test_no_path_is_ever_written(self):
        names = ["../Shares.csv", "/Connections.csv", self.path("evil.csv"), "a/../../Comments.csv", "..\\..\\Reactions.csv",
                 "C:\\Invitations.csv", "a/\0b/Skills.csv", "\x1b[31m/Education.csv", "." * 5000 + "/Shares.csv"]

        def lie(entries):
            for entry, name in zip(entries, names):
                entry.filename = name

        export = self.import_zip({f"{number}.csv": SHARES for number in range(len(names))}, lie)
        os.mkdir(self.path("work"))
        done = ssi("import", export, cwd=self.path("work"))
        self.assertIn(done.returncode, (0, 2))
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), ["export.zip", "work"])
        self.assertEqual(os.listdir(self.path("work")), [])

    def test_a_folder_with_pipes_and_loops_is_read(self):
        export = self.unpack("x", SMALL)
        os.mkfifo(os.path.join(export, "Comments.csv"))
        os.symlink(export, os.path.join(export, "loop"))
        os.symlink("Reactions.csv", os.path.join(export, "Reactions.csv"))
        log, _ = self.accepts(export)
        self.assertEqual(len(log["activities"]), 2)
        self.assertIn("engagement_given", log["not_measured"])

    @unittest.skipIf(os.geteuid() == 0, "nothing is forbidden to root")
    def test_what_may_not_be_read_is_told(self):
        export = self.unpack("x", SMALL)
        shares = os.path.join(export, "Shares.csv")
        os.chmod(shares, 0)
        self.refuses(export, says=r"Shares\.csv: Permission denied")
        os.chmod(shares, 0o600)
        os.chmod(export, 0)
        self.addCleanup(os.chmod, export, 0o700)
        self.refuses(export, says="Permission denied")

    def test_other_commands_refuse_what_import_refuses(self):
        bad = self.write("bad.zip", zipped(SMALL)[:-40])
        none = self.unpack("x", {})
        for command in ("score", "team", "validate", "merge"):
            for path in (bad, none):
                with self.subTest(command=command, path=path):
                    done = ssi(command, path)
                    self.assertEqual(done.returncode, 2)
                    self.assertIn(path.encode(), done.stderr)

    def test_flipped_bytes_never_crash_it(self):
        seed = 47
        rand = random.Random(seed)
        good = zipped({**SMALL, "Comments.csv": b"Date,Link,Message\n2024-03-20 15:09:26,http://x,a\nb\n",
                       "Articles/a.html": b'<p class="published">Published on 2024-03-20 15:09</p>'})

        def variant(_):
            data = bytearray(good)
            for _ in range(rand.choice((1, 1, 2, 5, 20))):
                data[rand.randrange(len(data))] = rand.choice((0, 0xFF, rand.randrange(256)))
            return bytes(data)

        variants = [variant(number) for number in range(150)]
        with ThreadPoolExecutor(2) as pool:
            for data, done in zip(variants, pool.map(lambda data: ssi("import", "-", input=data), variants)):
                with self.subTest(seed=seed, data=data.hex()):
                    self.assertIn(done.returncode, (0, 2), done.stderr)
                    self.assertNotIn(b"Sanitizer", done.stderr)
                    self.assertNotIn(b"runtime error", done.stderr)
                    if done.returncode == 0:
                        json.loads(done.stdout)
                    else:
                        self.assertEqual(done.stdout, b"")
                        self.assertTrue(done.stderr.startswith(b"ssi: "), done.stderr)


@unittest.skipUnless("SSI_RELEASE" in os.environ, "sanitizers take memory of their own")
class Memory(ImportTest):
    def test_hardly_depends_on_what_a_bomb_would_take(self):
        def confine():
            resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))

        data = bytes(400 << 20)
        bomb = self.write("bomb.zip", zipped({"Shares.csv": data}))
        self.refuses(bomb, program=os.environ["SSI_RELEASE"], preexec_fn=confine, says="claims to hold")

        def lie(entries):
            entries[0].file_size = 1000

        liar = self.write("liar.zip", zipped({"Shares.csv": data}, lie))
        self.refuses(liar, program=os.environ["SSI_RELEASE"], preexec_fn=confine, says=r"Shares\.csv: ")

    def test_is_some_times_the_largest_file(self):
        rows = b"".join(b"2024-03-20 15:09:%02d,LIKE,https://x/urn:li:activity:%d\n" % (n % 60, n) for n in range(400_000))
        export = self.write("big.zip", zipped({"Reactions.csv": b"Date,Type,Link\n" + rows}))
        process = subprocess.Popen([os.environ["SSI_RELEASE"], "import", "-q", export], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        self.assertLess(usage.ru_maxrss / 1024, 8 * len(rows) / (1 << 20))


if __name__ == "__main__":
    unittest.main()
